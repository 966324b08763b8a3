import type { InstalledWidget } from "../../model/entities";
import { Button } from "../components/controls";
import { Icon } from "../components/icon";
import { useCrm } from "../crm";
import { findLogo } from "../settings/describe-widget";
import { openSettingsModal } from "../settings/open-settings-modal";
import { nameWidget, readWidgetText } from "../../model/read-text";

/** A widget in a list: logo, name, what it does, and what is beside it; the way to its settings where nothing is. */
export function WidgetEntry({
  widget,
  children,
}: {
  widget: InstalledWidget;
  children?: preact.ComponentChildren;
}) {
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
