import type { JsonNode } from "../../json/parse-json";
import type { Widget } from "../../widget/create-widget";

export interface TextPath {
  /** What stands in the manifest: "widget.name". */
  readonly key: string;
  readonly at: number;
}

const namesOfTexts = new Set([
  "name",
  "description",
  "short_description",
  "title",
  "label",
  "tour_description",
  "error_text",
]);

/** The strings of the manifest that lead into the i18n files: those under the names that hold texts, of the form a.b. */
export function listTextPaths(widget: Widget): readonly TextPath[] {
  const root = widget.manifest.document?.root ?? null;
  const found: TextPath[] = [];
  const visit = (node: JsonNode, name: string | null) => {
    if (node.type === "array") for (const item of node.items) visit(item, name);
    if (node.type === "object") for (const { key, value } of node.members) visit(value, key);
    if (node.type !== "string" || name === null || !namesOfTexts.has(name)) return;
    const key = String(node.value);
    if (/^[A-Za-z_][\w-]*(?:\.[\w-]+)+$/.test(key)) found.push({ key, at: node.start });
  };
  if (root !== null) visit(root, null);
  return found;
}

/** The value that a path leads to in one locale. */
export function readText(widget: Widget, locale: string, key: string): unknown {
  return key
    .split(".")
    .reduce<unknown>(
      (value, step) =>
        typeof value === "object" && value !== null && Object.hasOwn(value, step)
          ? (value as Record<string, unknown>)[step]
          : undefined,
      widget.locales.get(locale)?.value,
    );
}
