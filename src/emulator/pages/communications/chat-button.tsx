import { useState } from "preact/hooks";
import { Icon } from "../components/icon";
import { useCrm } from "../crm";
import { findLogo } from "../settings/describe-widget";
import { nameWidget } from "../../model/read-text";
import { useWidgets } from "./use-widgets";
import { WidgetEntry } from "./widget-entry";

/** The channels of the site's chat button, and how it will look there. */
export function ChatButton() {
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
