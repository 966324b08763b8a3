import { formatChange, formatSize } from "./format-size";
import type { Sizes } from "./measure-sizes";

/** Source → its bytes in script.js. */
export type Shares = ReadonlyMap<string, number>;

export interface Measured {
  readonly sizes: Sizes;
  readonly shares: Shares;
}

/**
 * The size table: each row raw and compressed, what changed since the build before, and which sources of script.js
 * grew most.
 */
export function formatSizes({ sizes, shares }: Measured, before: Measured | null): string {
  const rows = [...sizes].map(([row, { raw, gzip }]) => {
    const last = before?.sizes.get(row);
    return [row, formatSize(raw), formatSize(gzip), last === undefined ? "" : formatChange(gzip - last.gzip)];
  });
  const table = align([["", "size", "gzip", before === null ? "" : "change"], ...rows]);
  const grown = before === null ? [] : listGrown(shares, before.shares);
  return grown.length === 0 ? table : `${table}\ngrew most in script.js: ${grown.join(", ")}`;
}

function align(rows: readonly (readonly string[])[]): string {
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] as number) : cell.padStart((widths[column] as number) + 2),
        )
        .join("")
        .trimEnd(),
    )
    .join("\n");
}

function listGrown(shares: Shares, before: Shares): string[] {
  return [...shares]
    .map(([source, bytes]) => ({ source, growth: bytes - (before.get(source) ?? 0) }))
    .filter(({ growth }) => growth > 0)
    .sort((a, b) => b.growth - a.growth)
    .slice(0, 3)
    .map(({ source, growth }) => `${source} ${formatChange(growth)}`);
}
