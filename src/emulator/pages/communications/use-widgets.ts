import type { InstalledWidget } from "../../model/entities";
import { useModel } from "../crm";
import { hasLocation } from "../../model/read-text";

/** Widgets that list a location and are switched on. */
export function useWidgets(location: string): InstalledWidget[] {
  return useModel((model) =>
    model.tables.widgets.filter(
      (widget) => widget.is_active && widget.status !== "install" && hasLocation(widget, location),
    ),
  );
}
