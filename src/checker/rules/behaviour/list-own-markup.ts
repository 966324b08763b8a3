import type { Widget } from "../../widget/create-widget";

const attribute = /\b(?:class|id|class_name)\s*=\s*["']([^"'<>]{1,500})["']/g;

/** The classes and ids that the widget's own markup holds, in templates and in the texts of scripts. */
export function listOwnMarkup(widget: Widget): ReadonlySet<string> {
  const texts = [
    ...widget.templates.map(({ text }) => text),
    ...widget.scripts.flatMap(({ file }) => widget.referencesOf(file).map(({ text }) => text)),
  ];
  return new Set(
    texts
      .filter((text) => text.includes("<"))
      .flatMap((text) => [...text.matchAll(attribute)])
      .flatMap(([, names]) => (names as string).split(/\s+/))
      .filter((name) => name !== ""),
  );
}
