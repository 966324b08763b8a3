import { pluralCategories, type TextFile } from "./text-file";

/**
 * The text files of the archive: UTF-8 without BOM, LF, keys in the author's order. Each plural gets the forms of all
 * locales, filled with "other", because the marketplace wants equal keys in every file.
 */
export function writeTexts(files: readonly TextFile[]): Map<string, Uint8Array> {
  const forms = collectForms(files);
  return new Map(
    files.map(({ file, document, texts }) => {
      const value = fill(document.value, [], (key) =>
        texts.get(key)?.isPlural ? forms.get(key) : undefined,
      );
      return [file, new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)];
    }),
  );
}

/** The forms of each plural in all locales together, in the order of CLDR. */
function collectForms(files: readonly TextFile[]): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, Set<string>>();
  for (const { texts } of files) {
    for (const text of texts.values()) {
      if (!text.isPlural) continue;
      const known = forms.get(text.key) ?? new Set();
      for (const category of text.forms.keys()) known.add(category);
      forms.set(text.key, known);
    }
  }
  return new Map(
    [...forms].map(([key, known]) => [key, pluralCategories.filter((category) => known.has(category))]),
  );
}

function fill(
  value: unknown,
  path: readonly string[],
  formsOf: (key: string) => readonly string[] | undefined,
): unknown {
  if (typeof value !== "object" || value === null) return value;
  const members = value as Record<string, unknown>;
  const forms = formsOf(path.join("."));
  if (forms)
    return Object.fromEntries(forms.map((category) => [category, members[category] ?? members["other"]]));
  return Object.fromEntries(
    Object.entries(members).map(([name, child]) => [name, fill(child, [...path, name], formsOf)]),
  );
}
