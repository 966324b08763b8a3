import { useLayoutEffect, useRef } from "preact/hooks";
import type { StageAction, TriggerCode } from "../../model/entities";
import { listTriggers } from "../../model/customer-periods";
import { Button, Select } from "../components/controls";
import { Icon } from "../components/icon";
import { TextInput } from "../components/text-input";
import { Island } from "../components/island";
import { useCrm, useModel } from "../crm";
import type { TextKey } from "../i18n/create-translator";
import { findLogo } from "../settings/describe-widget";
import { nameWidget, readWidgetText } from "../../model/read-text";

/** A column of the board: a stage of a pipeline, or where customers stand. */
export interface Stage {
  readonly id: number;
  readonly pipeline_id: number;
  readonly name: string;
  readonly color: string;
  readonly type: 0 | 1;
}

interface ActionTileProps {
  readonly action: StageAction;
  readonly stages: readonly Stage[];
  readonly isOpen: boolean;
  onOpen(): void;
  onClose(): void;
}

/** A widget's action in a stage. Open, it holds the form that `dpSettings` may change. */
export function ActionTile({ action, stages, isOpen, onOpen, onClose }: ActionTileProps) {
  const { t } = useCrm();
  const widget = useModel((model) => model.tables.widgets.get(action.widget_code));
  const name = widget === undefined ? action.widget_code : nameWidget(widget, t.locale);
  const logo = widget === undefined ? null : findLogo(widget, "logo_dp.png");
  const last = stages.find(({ id }) => id === action.last_status_id);
  return (
    <div class={`digital-pipeline__item${isOpen ? " digital-pipeline__item_open" : ""}`} data-id={action.id}>
      <div class="digital-pipeline__item-inner">
        <div
          class={`digital-pipeline__short-task digital-pipeline__short-task_widget-style_${action.widget_code}`}
          data-widget-code={action.widget_code}
        >
          <button
            type="button"
            class="digital-pipeline__short-task__open"
            aria-expanded={isOpen}
            onClick={() => (isOpen ? onClose() : onOpen())}
          >
            <span class="digital-pipeline__short-task__logo">
              {logo === null ? <Icon name="widget" /> : <img src={logo} alt="" />}
            </span>
            <span class="digital-pipeline__short-task__title h-text-overflow" title={name}>
              {name}
            </span>
            <span class="digital-pipeline__short-task__when">
              {t(`trigger.${action.trigger}` satisfies TextKey)}
              {last !== undefined && ` → ${last.name}`}
            </span>
          </button>
          {isOpen && <ActionForm action={action} stages={stages} onClose={onClose} />}
        </div>
      </div>
    </div>
  );
}

type ActionFormProps = Pick<ActionTileProps, "action" | "stages" | "onClose">;

function ActionForm({ action, stages, onClose }: ActionFormProps) {
  const { host, loader, t, model, attempt, track } = useCrm();
  const form = useRef<HTMLFormElement>(null);
  const widget = model.tables.widgets.get(action.widget_code);
  const chosen = useRef({ trigger: action.trigger, last: action.last_status_id });

  useLayoutEffect(() => {
    const element = form.current;
    if (element === null) return;
    const $form = host.$(element);
    $form.on("change.emulatorAction input.emulatorAction", ":input", () => {
      $form.find(".js-trigger-save").removeClass("button-input-disabled").addClass("button-input_blue");
    });
    $form.on("click.emulatorAction", ".js-trigger-save", () => void save());
    void track(loader.openPipelineAction(action.widget_code, element));
    return () => void $form.off(".emulatorAction");
    // The form is drawn once; the widget owns what is in it.
  }, []);

  const save = async () => {
    const settings: Record<string, string> = {};
    for (const code of Object.keys(widget?.manifest.dp?.settings ?? {})) {
      settings[code] = String(
        host
          .$(form.current ?? [])
          .find(`[name="${code}"]`)
          .val() ?? "",
      );
    }
    const saved = await attempt(() =>
      model.perform("saveStageAction", {
        ...(action.id > 0 && { id: action.id }),
        pipeline_id: action.pipeline_id,
        status_id: action.status_id,
        widget_code: action.widget_code,
        settings,
        trigger: chosen.current.trigger,
        last_status_id: chosen.current.last,
      }),
    );
    if (saved !== undefined) onClose();
  };
  const remove = async () => {
    if (action.id > 0) await attempt(() => model.perform("deleteStageAction", { id: action.id }));
    onClose();
  };
  const later = stages.slice(stages.findIndex(({ id }) => id === action.status_id) + 1);

  return (
    <div class="digital-pipeline__edit-bubble" data-action="send_widget_hook">
      <Island>
        <form ref={form} class="digital-pipeline__edit-forms" onSubmit={(event) => event.preventDefault()}>
          <div class="form-group">
            <div class="form-group__title">{t("automation.when")}</div>
            <Select
              name="trigger_type"
              label={t("automation.when")}
              className="crm-wide"
              selected={action.trigger}
              items={listTriggers(action.pipeline_id).map((code) => ({
                id: code,
                option: t(`trigger.${code}` satisfies TextKey),
              }))}
              onChange={(value) => {
                chosen.current = { ...chosen.current, trigger: value as TriggerCode };
              }}
            />
          </div>
          {widget?.manifest.dp?.action_multiple === true && (
            <div class="form-group">
              <div class="form-group__title">{t("automation.until")}</div>
              <Select
                name="last_status"
                label={t("automation.until")}
                className="crm-wide"
                selected={String(action.last_status_id ?? "")}
                items={[
                  { id: "", option: t("automation.this_stage") },
                  ...later.map(({ id, name }) => ({ id, option: name })),
                ]}
                onChange={(value) => {
                  chosen.current = { ...chosen.current, last: value === "" ? null : Number(value) };
                }}
              />
            </div>
          )}
          <div class="task-edit__body__form widget_settings_block">
            <div id="widget_settings__fields_wrapper" class="widget_settings_block__fields">
              {Object.entries(widget?.manifest.dp?.settings ?? {}).map(([code, field]) => {
                const title = widget === undefined ? code : readWidgetText(widget, field.name, t.locale);
                return (
                  <div key={code} class="widget_settings_block__item_field form-group" data-code={code}>
                    <div
                      class="widget_settings_block__title_field form-group__title h-text-overflow"
                      title={title}
                    >
                      {title}
                    </div>
                    <div class="widget_settings_block__input_field form-group__control">
                      <TextInput
                        kind={field.type === "custom" ? "hidden" : "text"}
                        class="text-input widget_settings_block__controls__"
                        name={code}
                        autocomplete="off"
                        aria-label={title}
                        defaultValue={action.settings[code] ?? ""}
                      />
                    </div>
                  </div>
                );
              })}
            </div>
          </div>
          <div class="digital-pipeline__edit-actions">
            <button
              type="button"
              class={`button-input js-trigger-save ${action.id > 0 ? "button-input-disabled" : "button-input_blue"}`}
            >
              <span class="button-input-inner">
                <span class="button-input-inner__text">{t("common.done")}</span>
              </span>
            </button>
            <Button className="button-cancel js-trigger-cancel" onClick={onClose}>
              {t("common.cancel")}
            </Button>
            <button
              type="button"
              class="crm-icon-button digital-pipeline__delete"
              title={t("common.delete")}
              aria-label={t("common.delete")}
              onClick={() => void remove()}
            >
              <Icon name="trash" className="digital-pipeline__edit-delete" />
            </button>
          </div>
        </form>
      </Island>
    </div>
  );
}
