/**
 * Replaces sections, from an opening to its closing sign, by as many blanks; line breaks stay. One pass with a memory
 * of what never closes: a pattern for it takes hours over a million opening signs.
 */
export function blankSections(
  text: string,
  signs: readonly (readonly [open: string, close: string])[],
): string {
  const parts: string[] = [];
  const left = new Map(signs);
  let at = 0;
  for (let start = 0; start < text.length; start++) {
    const open = [...left.keys()].find((sign) => text.startsWith(sign, start));
    if (open === undefined) continue;
    const close = left.get(open) as string;
    const end = text.indexOf(close, start + open.length);
    if (end < 0) {
      left.delete(open);
      continue;
    }
    parts.push(text.slice(at, start), text.slice(start, end + close.length).replace(/[^\n]/g, " "));
    at = end + close.length;
    start = at - 1;
  }
  return [...parts, text.slice(at)].join("");
}
