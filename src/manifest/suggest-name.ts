/** Longer words are not compared: nobody mistypes a name of the platform into one of these. */
const longestWord = 40;

/**
 * Finds the name that was probably meant: at most a third of its letters differ, and case, `-` and `_` do not count.
 *
 * @example
 * suggestName("advancedSettings", ["settings", "advanced_settings"]) // "advanced_settings"
 */
export function suggestName(word: string, names: readonly string[]): string | undefined {
  if (word.length > longestWord) return undefined;
  const plain = simplify(word);
  const ranked = names
    .map((name) => ({ name, distance: measureDistance(plain, simplify(name)) }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.name;
}

function simplify(word: string): string {
  return word.toLowerCase().replaceAll(/[-_]/g, "");
}

/** How many letters to change, add, drop or swap with their neighbour to get from one word to the other. */
function measureDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const change = from[i - 1] === to[j - 1] ? 0 : 1;
      const cost = Math.min(at(row, j - 1) + 1, at(last, j) + 1, at(last, j - 1) + change);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      row.push(swapped ? Math.min(cost, at(beforeLast, j - 2) + 1) : cost);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, to.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
