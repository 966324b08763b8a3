import { useEffect } from "preact/hooks";
import { Button } from "../components/controls";
import { Icon } from "../components/icon";
import { useCrm } from "../crm";
import { useWidgets } from "./use-widgets";
import { WidgetEntry } from "./widget-entry";

/** WhatsApp, and the window of the integrations that work with it. */
export function Messengers() {
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
