import type { JsonDocument } from "../json/json-document";
import type { JsonNode } from "../json/parse-json";

/** One text of an i18n file. */
export interface LocaleString {
  readonly locale: string;
  readonly file: string;
  /** "settings.login" */
  readonly key: string;
  readonly text: string;
  readonly at: number;
}

/** No text of an interface is longer; what a hostile file says beyond it is not looked at. */
const longest = 20_000;
const longestKey = 300;

/** Every text of a locale with its dotted key; keys that begin with "_comment" are notes to translators, not texts. */
export function listStrings(locale: string, document: JsonDocument): readonly LocaleString[] {
  const found: LocaleString[] = [];
  const visit = (node: JsonNode, path: readonly string[]) => {
    if (node.type === "array")
      for (const [index, item] of node.items.entries()) visit(item, [...path, String(index)]);
    if (node.type === "object") {
      for (const { key, value } of node.members)
        if (!key.startsWith("_comment")) visit(value, [...path, key]);
    }
    if (node.type === "string")
      found.push({
        locale,
        file: document.file,
        key: path.join(".").slice(0, longestKey),
        text: String(node.value).slice(0, longest),
        at: node.start,
      });
  };
  if (document.root !== null) visit(document.root, []);
  return found;
}

export function groupByLocale(
  strings: readonly LocaleString[],
): ReadonlyMap<string, readonly LocaleString[]> {
  const groups = new Map<string, LocaleString[]>();
  for (const item of strings) {
    const group = groups.get(item.locale);
    if (group === undefined) groups.set(item.locale, [item]);
    else group.push(item);
  }
  return groups;
}
