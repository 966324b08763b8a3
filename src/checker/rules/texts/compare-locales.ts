import type { LocaleString } from "../../texts/list-strings";

const tagPattern =
  /#(?:HOST|SUBDOMAIN|LOGIN|ACCOUNT_ID|USER_ID|TOP_LEVEL_DOMAIN|API_HASH)#|\{\{\s*[\w.]+\s*\}\}|\{\s*[\w.]+\s*\}|%(?:\d+\$)?[sd]\b/g;

/** The placeholders of a text, sorted, in one spelling each. */
export function listPlaceholders(text: string): readonly string[] {
  return (text.match(tagPattern) ?? []).map((tag) => tag.replaceAll(/\s/g, "")).sort();
}

/** The keys that one file lacks and another has; of a group that lacks as a whole only the group. */
export function findMissingKeys(
  own: readonly LocaleString[],
  all: readonly LocaleString[],
): readonly string[] {
  const groups = new Set(own.flatMap(({ key }) => parentsOf(key)));
  const keys = new Set(own.map(({ key }) => key));
  const missing = new Set<string>();
  for (const { key } of all) {
    const path = [...parentsOf(key), key];
    if (groups.has(key) || keys.has(key)) continue;
    missing.add(path.find((part) => !groups.has(part)) as string);
  }
  return [...missing];
}

/** "a", "a.b" of "a.b.c". */
function parentsOf(key: string): string[] {
  const parts = key.split(".");
  return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join("."));
}
