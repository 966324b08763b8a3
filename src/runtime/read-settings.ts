import type { KommoWidget } from "../host";
import { parseField } from "./parse-field";
import type { Settings } from "./register";

/**
 * The saved settings as they are now, typed by the manifest. What the host keeps as JSON text is parsed.
 *
 * @example
 * const { token } = readSettings(this.widget);
 */
export function readSettings(widget: KommoWidget): Settings {
  const settings: Record<string, unknown> = { ...widget.get_settings() };
  for (const name of KOMPONENT_JSON_FIELDS) settings[name] = parseField(settings[name]);
  return settings as Settings;
}
