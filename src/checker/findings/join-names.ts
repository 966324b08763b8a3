/** `a`, `a and b`, `a, b and c`; each name once. */
export function joinNames(names: readonly string[]): string {
  const different = [...new Set(names)];
  const last = different.at(-1) ?? "";
  return different.length < 2 ? last : `${different.slice(0, -1).join(", ")} and ${last}`;
}
