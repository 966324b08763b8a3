import type { LocationCode } from "../../../manifest/locations";
import { WidgetEntry } from "../communications/widget-entry";
import { useCrm, useModel } from "../crm";
import { hasLocation } from "../../model/read-text";

interface DeclaredWidgetsProps {
  readonly location: LocationCode;
  /** The file that the platform starts there, beside script.js. */
  readonly file: string;
}

/** The installed widgets that list a location which the emulator does not start, and whether they bring its file. */
export function DeclaredWidgets({ location, file }: DeclaredWidgetsProps) {
  const { t } = useCrm();
  const widgets = useModel((model) =>
    model.tables.widgets.filter((widget) => widget.is_active && hasLocation(widget, location)),
  );
  return (
    <section class="crm-panel">
      <h3 class="crm-panel__title">{t("outside.widgets")}</h3>
      {widgets.length === 0 && <p class="crm-muted">{t("communications.needs", { location })}</p>}
      {widgets.map((widget) => (
        <WidgetEntry key={widget.code} widget={widget}>
          <span class="crm-muted">
            {t(widget.files.includes(file) ? "outside.has_file" : "outside.lacks_file", { file })}
          </span>
        </WidgetEntry>
      ))}
    </section>
  );
}
