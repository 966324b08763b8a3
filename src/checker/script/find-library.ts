import type { Widget } from "../widget/create-widget";

/** The library that a place of the widget belongs to, by name; null for code that is not known to be one's. */
export function findLibrary(widget: Widget, file: string, _offset: number | null): string | null {
  if (!/\.(?:js|css)$/i.test(file) || !widget.files.has(file)) return null;
  return widget.originOf(file) === "library" ? (file.split("/").at(-1) as string) : null;
}
