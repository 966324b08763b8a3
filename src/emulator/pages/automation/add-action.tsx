import type { InstalledWidget } from "../../model/entities";
import { Icon } from "../components/icon";
import { useCrm } from "../crm";
import { findLogo } from "../settings/describe-widget";
import { nameWidget, readWidgetText } from "../../model/read-text";

interface AddActionProps {
  readonly widgets: readonly InstalledWidget[];
  onChoose(code: string): void;
}

/** What a stage can be given: the actions of the installed widgets. */
export function AddAction({ widgets, onChoose }: AddActionProps) {
  const { t } = useCrm();
  return (
    <div class="modal-body__inner">
      <h2 class="modal-body__caption head_2">{t("automation.add_title")}</h2>
      {widgets.length === 0 && (
        <div class="crm-empty">
          <Icon name="flash" />
          <p class="crm-empty__title">{t("automation.no_widgets")}</p>
          <p>{t("automation.no_widgets_text")}</p>
        </div>
      )}
      <div class="digital-pipeline__choices">
        {widgets.map((widget) => {
          const logo = findLogo(widget, "logo_dp.png");
          const name = nameWidget(widget, t.locale);
          return (
            <button
              key={widget.code}
              type="button"
              class="digital-pipeline__choice"
              data-widget-code={widget.code}
              onClick={() => onChoose(widget.code)}
            >
              <span class="digital-pipeline__choice__image">
                {logo === null ? <Icon name="widget" /> : <img src={logo} alt="" />}
              </span>
              <span class="digital-pipeline__choice__name">{name}</span>
              <span class="digital-pipeline__choice__text">
                {readWidgetText(widget, widget.manifest.short_description, t.locale)}
              </span>
            </button>
          );
        })}
      </div>
    </div>
  );
}
