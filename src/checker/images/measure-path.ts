/** How many numbers a command of an SVG path takes. */
const lengths: Readonly<Record<string, number>> = {
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  t: 2,
  a: 7,
  z: 0,
};

/** The area of the box around the points that a path goes through; curves between them are left aside. */
export function measurePath(d: string): number {
  let [x, y] = [0, 0];
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const match of d.slice(0, 100_000).matchAll(/([mlhvcsqtaz])([^mlhvcsqtaz]*)/gi)) {
    const command = match[1] as string;
    const kind = command.toLowerCase();
    const isRelative = command === kind;
    const numbers = ((match[2] as string).match(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
    const length = lengths[kind] ?? 0;
    if (length === 0) continue;
    for (let at = 0; at + length <= numbers.length; at += length) {
      const [endX, endY] = [numbers[at + length - 2] ?? 0, numbers[at + length - 1] ?? 0];
      if (kind === "h") x = endY + (isRelative ? x : 0);
      else if (kind === "v") y = endY + (isRelative ? y : 0);
      else [x, y] = isRelative ? [x + endX, y + endY] : [endX, endY];
      [left, top, right, bottom] = [
        Math.min(left, x),
        Math.min(top, y),
        Math.max(right, x),
        Math.max(bottom, y),
      ];
    }
  }
  // A line has no area, and yet it is drawn.
  return left > right ? 0 : Math.max(1, right - left) * Math.max(1, bottom - top);
}
