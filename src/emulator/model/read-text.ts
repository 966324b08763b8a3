import type { InstalledWidget, Json, Locale } from "./entities";

/**
 * A string of a manifest in the user's language: `a.b` is a path into the archive's texts, anything else is itself.
 * Falls back to English, then to the widget's first language, then to the string.
 *
 * @example
 * readWidgetText(widget, "widget.name", "es")
 */
export function readWidgetText(widget: InstalledWidget, text: string, locale: Locale): string {
  const languages = [locale, "en", ...Object.keys(widget.texts)];
  for (const language of languages) {
    const found = text.split(".").reduce<Json | undefined>(step, widget.texts[language]);
    if (typeof found === "string" && found !== "") return found;
  }
  return text;
}

/** The name that lists and menus show. */
export function nameWidget(widget: InstalledWidget, locale: Locale): string {
  const name = readWidgetText(widget, widget.manifest.name, locale);
  return name === "" || name === "widget.name" ? widget.code : name;
}

/** True when the manifest lists the location, whatever its suffix. */
export function hasLocation(widget: InstalledWidget, code: string): boolean {
  return widget.manifest.locations.some((location) => location.replace(/-[01]$/, "") === code);
}

function step(value: Json | undefined, key: string): Json | undefined {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, Json>>)[key] : undefined;
}
