import type { Widget } from "../widget/create-widget";

/** The library that a place of the widget belongs to, by name; null for code that is not known to be one's. */
export function findLibrary(widget: Widget, file: string, offset: number | null): string | null {
  if (!/\.(?:js|css)$/i.test(file) || !widget.files.has(file)) return null;
  const origin = widget.originOf(file);
  if (origin === "library") return file.split("/").at(-1) as string;
  if (offset === null || !file.endsWith(".js")) return null;
  return widget.librariesOf(file).find(({ start, end }) => offset >= start && offset < end)?.name ?? null;
}
