/** Deeper than anybody writes, and far from where the parser's stack and those of its walks end. */
const deepest = 300;

/**
 * True when brackets nest so deeply that a recursive parser would break. Brackets in strings and comments count too:
 * those that do not close are few.
 */
export function nestsDeeply(source: string): boolean {
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    // { [ ( and } ] )
    if (code === 0x7b || code === 0x5b || code === 0x28) depth++;
    else if (code === 0x7d || code === 0x5d || code === 0x29) depth = Math.max(0, depth - 1);
    if (depth > deepest) return true;
  }
  return false;
}
