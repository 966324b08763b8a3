/**
 * A change of a text, by offsets: `[start, end)` becomes `text`, or is moved to another place together with the
 * changes inside it. Whatever no edit touches stays as the author wrote it.
 */
export type TextEdit = Replacement | Move;

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Move {
  readonly start: number;
  readonly end: number;
  readonly moveTo: number;
}

/** Applies edits in any order. An edit inside a replaced or removed range goes with it; moved ranges keep theirs. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const moves = edits.filter((edit): edit is Move => "moveTo" in edit);
  const replacements = edits.filter((edit): edit is Replacement => "text" in edit).sort(compare);
  if (moves.length === 0) return applySorted(text, replacements, 0, text.length);
  const landed = moves.map(({ start, end, moveTo }) => {
    const inner = sliceRange(replacements, start, end);
    return { start: moveTo, end: moveTo, text: `${applySorted(text, inner, start, end)}\n` };
  });
  const left = moves.map(({ start, end }) => ({ start, end, text: "" }));
  // What lands where a rule begins belongs before everything that is inserted into that rule; sorting keeps that.
  return applySorted(text, [...landed, ...replacements, ...left].sort(compare), 0, text.length);
}

/** By place; at the same place insertions first, then the longest range. */
function compare(a: Replacement, b: Replacement): number {
  return a.start - b.start || Number(a.end > a.start) - Number(b.end > b.start) || b.end - a.end;
}

function applySorted(text: string, sorted: readonly Replacement[], from: number, to: number): string {
  const parts: string[] = [];
  let at = from;
  for (const edit of sorted) {
    if (edit.start < at) continue;
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return parts.join("") + text.slice(at, to);
}

/** Those of a sorted list that lie inside of a range. */
function sliceRange(sorted: readonly Replacement[], start: number, end: number): Replacement[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Replacement).start < start) low = middle + 1;
    else high = middle;
  }
  const found: Replacement[] = [];
  for (let index = low; index < sorted.length; index++) {
    const edit = sorted[index] as Replacement;
    if (edit.start > end) break;
    if (edit.end <= end) found.push(edit);
  }
  return found;
}
