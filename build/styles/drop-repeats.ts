import type { Sheet } from "./load-sheet";
import type { TextEdit } from "./scope/text-edit";

/**
 * Removes the rules of a Sass partial that an earlier sheet brought already. Each sheet is compiled by itself, so a
 * partial that two of them use comes out twice; the second copy would overrule what the first sheet says after its
 * own. Gives the edits of each sheet, in their order.
 */
export function dropRepeats(sheets: readonly Sheet[]): TextEdit[][] {
  const shared = findShared(sheets);
  const seen = new Set<string>();
  return sheets.map((sheet) => {
    if (!sheet.sources?.some((source) => shared.has(source))) return [];
    const found = new Set<string>();
    const repeats = sheet.rules.filter(({ start, end }) => {
      const { file, line, column } = sheet.findPlace(start);
      if (!shared.has(file)) return false;
      const key = JSON.stringify([file, line, column, sheet.modulePrefix, sheet.text.slice(start, end)]);
      found.add(key);
      return seen.has(key);
    });
    for (const key of found) seen.add(key);
    return repeats.map(({ start, end }) => ({ start, end, text: "" }));
  });
}

/** The files that several sheets are made of. */
function findShared(sheets: readonly Sheet[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const source of sheets.flatMap(({ sources }) => sources ?? []))
    (seen.has(source) ? shared : seen).add(source);
  return shared;
}
