import { useEffect, useState } from "preact/hooks";
import type { InstalledWidget } from "../../model/entities";
import { PageTop } from "../chrome/page-top";
import { Button, Select } from "../components/controls";
import { Icon } from "../components/icon";
import { useCrm, useModel, useStore, type AskedHook } from "../crm";
import { findLogo } from "../settings/describe-widget";
import { openSettingsModal } from "../settings/open-settings-modal";
import { SettingsMenu } from "../settings/settings-menu";
import { hasLocation, nameWidget, readWidgetText } from "../widgets/read-text";

const tabs = [
  { screen: "whatsapp", href: "/settings/communications/", text: "communications.messengers" },
  { screen: "sms", href: "/settings/communications/sms/", text: "communications.sms" },
  {
    screen: "chat_button",
    href: "/settings/communications/chat_button/",
    text: "communications.chat_button",
  },
] as const;

/** Settings → Communication tools: messengers, senders of SMS, the chat button of the site. */
export function CommunicationsScreen() {
  const { t, page } = useCrm();
  const { route } = useStore(page);
  return (
    <div id="work_area" class="work-area content__settings">
      <PageTop
        title={t("settings.communications")}
        preset={
          <nav class="settings-tabs settings-tabs_top" aria-label={t("settings.communications")}>
            {tabs.map((tab) => (
              <a
                key={tab.screen}
                class="settings-tabs__item js-navigate-link"
                href={tab.href}
                aria-selected={route.screen === tab.screen}
                aria-current={route.screen === tab.screen ? "page" : undefined}
              >
                {t(tab.text)}
              </a>
            ))}
          </nav>
        }
      />
      <div class="settings-layout">
        <SettingsMenu active="communications" />
        <div class="crm-page custom-scroll" id="list_page_holder">
          {route.screen === "whatsapp" && <Messengers />}
          {route.screen === "sms" && <SmsSenders />}
          {route.screen === "chat_button" && <ChatButton />}
        </div>
      </div>
    </div>
  );
}

/** Widgets that list a location and are switched on. */
function useWidgets(location: string): InstalledWidget[] {
  return useModel((model) =>
    model.tables.widgets.filter(
      (widget) => widget.is_active && widget.status !== "install" && hasLocation(widget, location),
    ),
  );
}

function Messengers() {
  const crm = useCrm();
  const { t } = crm;
  const widgets = useWidgets("whatsapp_modal");
  const open = () =>
    crm.openModal(
      () => (
        <div class="modal-body__inner whatsapp-integrations">
          <h2 class="modal-body__caption head_2">{t("communications.whatsapp_title")}</h2>
          <p class="modal-body__paragraph-text crm-muted">{t("communications.whatsapp_text")}</p>
          {widgets.length === 0 && (
            <div class="crm-empty">
              <Icon name="chats" />
              <p class="crm-empty__title">{t("communications.no_whatsapp")}</p>
              <p>{t("communications.needs", { location: "whatsapp_modal" })}</p>
            </div>
          )}
          {widgets.map((widget) => (
            <WidgetEntry key={widget.code} widget={widget} />
          ))}
        </div>
      ),
      "modal-whatsapp",
    );
  // The modal is what the location whatsapp_modal is about: it stands open when the page is opened.
  useEffect(() => void open(), []);
  return (
    <section class="crm-panel crm-page__narrow">
      <h3 class="crm-panel__title">WhatsApp</h3>
      <p class="crm-muted">{t("communications.whatsapp_text")}</p>
      <div class="modal-body__actions">
        <Button blue onClick={open}>
          {t("communications.connect")}
        </Button>
      </div>
    </section>
  );
}

function WidgetEntry({ widget, children }: { widget: InstalledWidget; children?: preact.ComponentChildren }) {
  const crm = useCrm();
  const { t } = crm;
  const logo = findLogo(widget, "logo_small.png");
  return (
    <div class="widget-entry" data-widget-code={widget.code}>
      <span class="widget-entry__logo">
        {logo === null ? <Icon name="widget" /> : <img src={logo} alt="" />}
      </span>
      <span class="widget-entry__text">
        <b>{nameWidget(widget, t.locale)}</b>
        <span class="crm-muted">{readWidgetText(widget, widget.manifest.short_description, t.locale)}</span>
      </span>
      {children ?? (
        <Button className="button-input_small" onClick={() => void openSettingsModal(crm, widget.code)}>
          {t("communications.set_up")}
        </Button>
      )}
    </div>
  );
}

function SmsSenders() {
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

function ChatButton() {
  const { t } = useCrm();
  const widgets = useWidgets("website_chat_button");
  const [isOpen, setOpen] = useState(true);
  return (
    <div class="chat-button-layout">
      <section class="crm-panel">
        <h3 class="crm-panel__title">{t("communications.chat_channels")}</h3>
        <div class="widget-entry">
          <span class="widget-entry__logo">
            <Icon name="chats" />
          </span>
          <span class="widget-entry__text">
            <b>{t("communications.online_chat")}</b>
          </span>
        </div>
        {widgets.map((widget) => (
          <WidgetEntry key={widget.code} widget={widget} />
        ))}
        {widgets.length === 0 && (
          <p class="crm-muted">{t("communications.needs", { location: "website_chat_button" })}</p>
        )}
      </section>
      <section class="crm-panel chat-button-preview" aria-label={t("communications.preview")}>
        <div class="chat-button-preview__site" />
        {isOpen && (
          <div class="chat-button-preview__list">
            <span class="chat-button-preview__item">
              <Icon name="chats" />
            </span>
            {widgets.map((widget) => {
              const logo = findLogo(widget, "logo_min.png") ?? findLogo(widget, "logo_small.png");
              return (
                <span
                  key={widget.code}
                  class="chat-button-preview__item"
                  title={nameWidget(widget, t.locale)}
                >
                  {logo === null ? <Icon name="widget" /> : <img src={logo} alt="" />}
                </span>
              );
            })}
          </div>
        )}
        <button
          type="button"
          class="chat-button-preview__button"
          aria-expanded={isOpen}
          aria-label={t("communications.chat_button")}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? "close" : "chats"} />
        </button>
      </section>
    </div>
  );
}
