const context = 3;

/**
 * The difference of two texts as `diff -u` shows it. Changes are taken as one block a region that differs, which is
 * what edits in few places make; line ends and a byte-order mark, which nobody can see, are told in words.
 */
export function formatDifference(path: string, before: string, after: string): string {
  const head = `--- ${path}\n+++ ${path}\n`;
  const plain = before.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const unseen = describeUnseen(before, after);
  const note = unseen === "" ? "" : `  (${unseen})\n`;
  if (plain === after) return head + note;
  const hunks = findHunks(plain.split("\n"), after.split("\n"));
  return head + note + hunks.join("");
}

function describeUnseen(before: string, after: string): string {
  const ends = (before.match(/\r\n?/g) ?? []).length - (after.match(/\r\n?/g) ?? []).length;
  const parts = [
    before.startsWith("\ufeff") && !after.startsWith("\ufeff") ? "byte-order mark removed" : "",
    ends > 0 ? `${ends} line ends changed to \\n` : "",
  ];
  return parts.filter(Boolean).join(", ");
}

function findHunks(before: readonly string[], after: readonly string[]): string[] {
  const hunks: string[] = [];
  let [a, b] = [0, 0];
  while (a < before.length || b < after.length) {
    if (before[a] === after[b] && a < before.length && b < after.length) {
      a++;
      b++;
      continue;
    }
    const [nextA, nextB] = findNextEqual(before, after, a, b);
    hunks.push(formatHunk(before, after, [a, nextA], [b, nextB]));
    [a, b] = [nextA, nextB];
  }
  return hunks;
}

const furthest = 200;

/** Where the two texts meet again: the nearest place from which three lines are equal. */
function findNextEqual(
  before: readonly string[],
  after: readonly string[],
  a: number,
  b: number,
): [number, number] {
  for (let distance = 1; distance < furthest; distance++) {
    for (let skip = 0; skip <= distance; skip++) {
      const [x, y] = [a + skip, b + distance - skip];
      if (x > before.length || y > after.length) continue;
      const isEqual = [0, 1, 2].every((step) => before[x + step] === after[y + step]);
      if (isEqual) return [x, y];
    }
  }
  return [before.length, after.length];
}

function formatHunk(
  before: readonly string[],
  after: readonly string[],
  [startA, endA]: readonly [number, number],
  [startB, endB]: readonly [number, number],
): string {
  const lead = before.slice(Math.max(0, startA - context), startA);
  const tail = before.slice(endA, endA + context);
  const count = (start: number, end: number) =>
    `${start - lead.length + 1},${lead.length + end - start + tail.length}`;
  const lines = [
    `@@ -${count(startA, endA)} +${count(startB, endB)} @@`,
    ...lead.map((line) => ` ${line}`),
    ...before.slice(startA, endA).map((line) => `-${line}`),
    ...after.slice(startB, endB).map((line) => `+${line}`),
    ...tail.map((line) => ` ${line}`),
  ];
  return `${lines.join("\n")}\n`;
}
