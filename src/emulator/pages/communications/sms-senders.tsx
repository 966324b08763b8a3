import { useState } from "preact/hooks";
import type { InstalledWidget } from "../../model/entities";
import { Button, Select } from "../components/controls";
import { Icon } from "../components/icon";
import { useCrm, useModel, type AskedHook } from "../crm";
import { nameWidget } from "../../model/read-text";
import { useWidgets } from "./use-widgets";
import { WidgetEntry } from "./widget-entry";

/** Who sends the system's SMS, a form that sends one, and what was sent. */
export function SmsSenders() {
  const { t, sendHook } = useCrm();
  const widgets = useWidgets("sms");
  const hooks = useModel((model) => model.tables.sent_hooks.filter(({ kind }) => kind === "sms"));
  if (widgets.length === 0) {
    return (
      <div class="crm-empty">
        <Icon name="phone_device" />
        <p class="crm-empty__title">{t("communications.no_sms")}</p>
        <p>{t("communications.needs", { location: "sms" })}</p>
      </div>
    );
  }
  return (
    <div class="crm-page__narrow">
      <section class="crm-panel">
        <h3 class="crm-panel__title">{t("communications.sms_senders")}</h3>
        {widgets.map((widget) => (
          <WidgetEntry key={widget.code} widget={widget}>
            <code class="crm-muted widget-entry__address">{widget.manifest.sms?.endpoint ?? ""}</code>
          </WidgetEntry>
        ))}
      </section>
      {sendHook !== null && <SmsForm widgets={widgets} send={sendHook} />}
      <section class="crm-panel">
        <h3 class="crm-panel__title">{t("communications.sms_sent")}</h3>
        {hooks.length === 0 && <p class="crm-muted">{t("communications.sms_none")}</p>}
        {hooks.map((hook) => (
          <div key={hook.id} class="sent-hook">
            <code>
              {hook.method} {hook.url}
            </code>
            <span class="crm-muted">{hook.problem ?? hook.status ?? "…"}</span>
          </div>
        ))}
      </section>
    </div>
  );
}

interface SmsFormProps {
  readonly widgets: readonly InstalledWidget[];
  send(hook: AskedHook): Promise<void>;
}

/** Sends a system SMS through one of the senders. */
function SmsForm({ widgets, send }: SmsFormProps) {
  const { t, attempt } = useCrm();
  const [widget, setWidget] = useState(widgets[0]?.code ?? "");
  const [phone, setPhone] = useState("+1 212 555-0100");
  const [text, setText] = useState("");
  const submit = async () => {
    const done = await attempt(async () => {
      await send({ kind: "sms", widget, phone, text });
      return true;
    });
    if (done === true) setText("");
  };
  return (
    <section class="crm-panel">
      <h3 class="crm-panel__title">{t("communications.sms_test")}</h3>
      <div class="sms-test">
        <Select
          name="sms_sender"
          label={t("communications.sms_senders")}
          selected={widget}
          items={widgets.map((one) => ({ id: one.code, option: nameWidget(one, t.locale) }))}
          onChange={setWidget}
        />
        <input
          class="text-input"
          inputMode="tel"
          aria-label={t("column.phone")}
          value={phone}
          onInput={(event) => setPhone(event.currentTarget.value)}
        />
        <textarea
          class="text-input text-input-textarea"
          placeholder={t("compose.sms_placeholder")}
          aria-label={t("compose.sms_placeholder")}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <div>
          <Button blue disabled={text.trim() === ""} onClick={() => void submit()}>
            {t("compose.send")}
          </Button>
        </div>
      </div>
    </section>
  );
}
