/** The offset of a line and a column, both from 1; null where the text has no such place. */
export function offsetOf(text: string, line: number, column: number): number | null {
  let start = 0;
  for (let left = line - 1; left > 0; left -= 1) {
    const end = text.indexOf("\n", start);
    if (end < 0) return null;
    start = end + 1;
  }
  const end = text.indexOf("\n", start);
  const offset = start + column - 1;
  return offset <= (end < 0 ? text.length : end) ? offset : null;
}
