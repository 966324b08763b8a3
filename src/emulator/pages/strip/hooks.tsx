import { customersPipeline } from "../../model/customer-periods";
import type { StageAction } from "../../model/entities";
import { useCrm, useModel, useStore, type AskedHook } from "../crm";

/** What Kommo would send to integrations: what was sent, and buttons that send one now. */
export function Hooks() {
  const { t, format, page, sendHook, attempt } = useCrm();
  const { widget, route } = useStore(page);
  const { sent, action, bot, lead, customer } = useModel((model) => ({
    sent: [...model.tables.sent_hooks.all()].sort((a, b) => b.id - a.id).slice(0, 100),
    action: model.tables.stage_actions.filter((one) => one.widget_code === widget)[0],
    bot: model.tables.salesbots.filter((one) => one.widget_code === widget)[0]?.id,
    lead:
      route.entity === "leads" && route.id !== null && route.screen === "card"
        ? route.id
        : [...model.tables.leads.all()][0]?.id,
    customer: [...model.tables.customers.all()][0]?.id,
  }));
  const asks: readonly { name: string; hook: AskedHook | null }[] = [
    {
      name: t("hooks.pipeline"),
      hook: askPipelineHook(action, lead, customer),
    },
    {
      name: t("hooks.salesbot"),
      hook:
        bot === undefined || lead === undefined
          ? null
          : { kind: "salesbot", bot, entity_type: "leads", entity_id: lead },
    },
    { name: t("hooks.disable"), hook: { kind: "disable", widget } },
  ];
  return (
    <>
      {sendHook !== null && (
        <div class="asks">
          {asks.map(({ name, hook }) => (
            <button
              key={name}
              type="button"
              class="action"
              disabled={hook === null}
              title={hook === null ? t("hooks.nothing") : undefined}
              onClick={() => hook !== null && void attempt(() => sendHook(hook))}
            >
              {t("hooks.send", { name })}
            </button>
          ))}
        </div>
      )}
      {sent.length === 0 && <p class="nothing">{t("strip.nothing")}</p>}
      <div class="errors">
        {sent.map((hook) => (
          <details key={hook.id}>
            <summary>
              <span class={`origin${hook.problem === null ? "" : " origin_host"}`}>{hook.status ?? "…"}</span>
              {format.time(hook.sent_at)} {hook.kind} <b>{hook.method}</b> <code>{hook.url}</code>{" "}
              {hook.problem}
            </summary>
            <pre>{hook.body}</pre>
          </details>
        ))}
      </div>
    </>
  );
}

/** An action is asked for with a card of its board. */
function askPipelineHook(
  action: StageAction | undefined,
  lead: number | undefined,
  customer: number | undefined,
): AskedHook | null {
  if (action === undefined) return null;
  const kind = "digital_pipeline";
  if (action.pipeline_id === customersPipeline)
    return customer === undefined ? null : { kind, action: action.id, customer };
  return lead === undefined ? null : { kind, action: action.id, lead };
}
