import type { JsonPath } from "../../json/json-document";
import type { Report, RuleContext } from "../../rule";

type Details = Omit<Report, "file" | "at" | "message">;

/**
 * Reports at a member of manifest.json, or where it should stand; `found` is what stands there unless it is given.
 */
export function createMemberReporter({ widget, report }: Pick<RuleContext, "widget" | "report">) {
  const { document, get } = widget.manifest;
  return (path: JsonPath, message: string, details: Details = {}) => {
    const value = get(...path);
    report({
      file: "manifest.json",
      at: document?.nearestOffset(path) ?? 0,
      message,
      found: value === undefined ? null : shorten(JSON.stringify(value)),
      ...details,
    });
  };
}

export function shorten(text: string, most = 120): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
