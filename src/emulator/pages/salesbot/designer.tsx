import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { InstalledWidget, Salesbot } from "../../model/entities";
import { Button, Select } from "../components/controls";
import { Icon } from "../components/icon";
import { Island } from "../components/island";
import { useCrm, useModel } from "../crm";
import { readWidgetText } from "../../model/read-text";

interface DesignerProps {
  readonly bot: Salesbot | null;
  readonly widgetCode: string;
  readonly handler: string;
  onSaved(bot: Salesbot): void;
}

type Exit = Salesbot["exits"][number];

/** A widget's step of a bot: its fields, its exits, and the JSON that the widget made of it. */
export function Designer({ bot, widgetCode, handler, onSaved }: DesignerProps) {
  const { t, loader, model, attempt, track } = useCrm();
  const body = useRef<HTMLDivElement>(null);
  const [exits, setExits] = useState<readonly Exit[]>(bot?.exits ?? []);
  const [name, setName] = useState(bot?.name ?? "");
  const [problem, setProblem] = useState<string | null>(null);
  const widget = useModel((view) => view.tables.widgets.get(widgetCode));
  const fields = widget?.manifest.salesbot_designer?.handlers[handler]?.settings ?? {};
  const read = (text: string) => (widget === undefined ? text : readWidgetText(widget, text, t.locale));
  const title = read(widget?.manifest.salesbot_designer?.handlers[handler]?.name ?? handler);

  useLayoutEffect(() => {
    if (body.current === null) return;
    let isCurrent = true;
    void track(
      loader
        .openDesigner(widgetCode, body.current, bot?.params ?? readDefaults(widget, handler, t.locale))
        .then((found) => isCurrent && setExits(found)),
    );
    return () => {
      isCurrent = false;
    };
    // The step is opened once; the widget owns what is in it.
  }, []);

  const save = () =>
    attempt(async () => {
      const params = collectParams(body.current, Object.keys(fields));
      const steps = await track(loader.saveDesigner(widgetCode, handler, params));
      if (steps === null) {
        setProblem(t("salesbot.no_json"));
        return;
      }
      setProblem(describeJson(steps) === null ? t("salesbot.bad_json") : null);
      const saved = await model.perform("saveSalesbot", {
        ...(bot !== null && { id: bot.id }),
        name: name.trim() === "" ? title : name.trim(),
        widget_code: widgetCode,
        handler_code: handler,
        params,
        exits,
        steps,
      });
      onSaved(saved);
    });

  return (
    <>
      <div class="salesbot__head">
        <input
          class="text-input salesbot__name"
          placeholder={t("salesbot.name")}
          aria-label={t("salesbot.name")}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <Button blue className="js-salesbot-save" onClick={() => void save()}>
          {t("common.save")}
        </Button>
      </div>
      {problem !== null && (
        <p class="widget-settings__failed" role="alert">
          <Icon name="warning" small /> {problem}
        </p>
      )}
      <section class="crm-panel salesbot__step" data-handler={handler}>
        <h3 class="crm-panel__title">{title}</h3>
        <Island>
          <div ref={body} class="salesbot-designer__block salesbot-designer__widget">
            {Object.entries(fields).map(([code, field]) => (
              <div key={code} class="salesbot-designer__row" data-field-name={code}>
                <div class="salesbot-designer__caption">{read(field.name)}</div>
                <input type="hidden" name="value_manual" value={String(field.manual)} />
                {field.manual ? (
                  <input
                    type="text"
                    class="text-input"
                    name="value"
                    aria-label={read(field.name)}
                    defaultValue={bot?.params[code] ?? read(field.default_value)}
                  />
                ) : (
                  <FieldPicker type={field.type} selected={bot?.params[code] ?? ""} />
                )}
              </div>
            ))}
          </div>
        </Island>
        <div class="salesbot__exits">
          {exits.length === 0 && <p class="crm-muted">{t("salesbot.no_exits")}</p>}
          {exits.map((exit) => (
            <div key={exit.code} class="salesbot__exit" data-code={exit.code}>
              <span class="salesbot__exit__dot" />
              <span>{exit.title}</span>
              <code class="crm-muted">{exit.code}</code>
            </div>
          ))}
        </div>
      </section>
      {bot !== null && (
        <section class="crm-panel">
          <h3 class="crm-panel__title">{t("salesbot.json")}</h3>
          <pre class="salesbot__json custom-scroll" tabIndex={0}>
            {describeJson(bot.steps) ?? bot.steps}
          </pre>
        </section>
      )}
    </>
  );
}

/** Fields of the lead and its contact as placeholders, of the kinds that a step's field takes (amoCRM: Salesbot). */
function FieldPicker({ type, selected }: { type: string; selected: string }) {
  const { t, model } = useCrm();
  const kinds = {
    text: ["text", "textarea", "multitext"],
    numeric: ["text", "numeric", "price"],
    url: ["text", "url"],
  };
  const wanted: readonly string[] = kinds[type as keyof typeof kinds] ?? kinds.text;
  const items = (["leads", "contacts"] as const).flatMap((entity) => {
    const word = entity === "leads" ? "lead" : "contact";
    const own = entity === "leads" ? ["id", "name", "price", "status_id"] : ["id", "name"];
    return [
      ...own.map((field) => ({ id: `{{${word}.${field}}}`, option: `${word}.${field}` })),
      ...model.tables.custom_fields
        .filter((field) => field.entity_type === entity && wanted.includes(field.type))
        .map((field) => ({ id: `{{${word}.cf.${field.id}}}`, option: `${word} · ${field.name}` })),
    ];
  });
  return (
    <Select name="value" label={t("salesbot.field")} className="crm-wide" selected={selected} items={items} />
  );
}

function readDefaults(
  widget: InstalledWidget | undefined,
  handler: string,
  locale: Parameters<typeof readWidgetText>[2],
) {
  const fields = widget?.manifest.salesbot_designer?.handlers[handler]?.settings ?? {};
  return Object.fromEntries(
    Object.entries(fields).map(([code, field]) => [
      code,
      widget === undefined ? field.default_value : readWidgetText(widget, field.default_value, locale),
    ]),
  );
}

function collectParams(body: Element | null, codes: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    codes.map((code) => {
      const row = [...(body?.querySelectorAll("[data-field-name]") ?? [])].find(
        (element) => element.getAttribute("data-field-name") === code,
      );
      return [code, row?.querySelector<HTMLInputElement>('[name="value"]')?.value ?? ""];
    }),
  );
}

/** The JSON text with its lines, null where it is none. */
function describeJson(text: string): string | null {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return null;
  }
}
