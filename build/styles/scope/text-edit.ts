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
  const replacements = edits.filter((edit): edit is Replacement => "text" in edit);
  const landed = moves.map(({ start, end, moveTo }) => {
    const inner = replacements.filter((edit) => edit.start >= start && edit.end <= end);
    return { start: moveTo, end: moveTo, text: `${applyRange(text, inner, start, end)}\n` };
  });
  const left = moves.map(({ start, end }) => ({ start, end, text: "" }));
  // What lands where a rule begins belongs before everything that is inserted into that rule.
  return applyRange(text, [...landed, ...replacements, ...left], 0, text.length);
}

function applyRange(text: string, edits: readonly Replacement[], from: number, to: number): string {
  const ordered = [...edits].sort(
    (a, b) => a.start - b.start || Number(a.end > a.start) - Number(b.end > b.start) || b.end - a.end,
  );
  let result = "";
  let at = from;
  for (const edit of ordered) {
    if (edit.start < at) continue;
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at, to);
}
