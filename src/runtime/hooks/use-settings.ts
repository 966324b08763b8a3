import $ from "jquery";
import { useEffect } from "preact/hooks";
import { readSettings } from "../read-settings";
import type { Settings } from "../register";
import { useHost } from "./use-host";
import { useRedraw } from "./use-redraw";

/** The saved settings of the widget, typed by its manifest; they follow when somebody saves others. */
export function useSettings(): Settings {
  const widget = useHost();
  const redraw = useRedraw();
  useEffect(() => {
    const hear = (_event: unknown, code: string) => {
      if (code === widget.params.widget_code) redraw();
    };
    $(document).on("widget:installed", hear);
    return () => void $(document).off("widget:installed", hear);
  }, [widget]);
  return readSettings(widget);
}
