import { createProblem, UserError, type Problem } from "../../src/manifest/problem";
import { suggestName } from "../../src/manifest/suggest-name";
import { formatSize } from "./format-size";
import type { Measured, Shares } from "./print-sizes";

/** Row of the size table → what it may weigh, compressed. Bytes. */
export type Budget = ReadonlyMap<string, number>;

/** Line and column, from 1, of a path in package.json. */
export type Locate = (path: readonly string[]) => { readonly line: number; readonly column: number };

/**
 * Reads an author's budget, the key `komponent.budget` of package.json: the most that a row of the size table may
 * weigh compressed.
 *
 * @throws UserError KB731 where it is not understood
 * @example
 * readBudget({ "script.js": "64 KB", "widget.zip": "300 KB" }, locate).get("script.js") // 64000
 */
export function readBudget(value: unknown, locate: Locate): Budget {
  if (value === undefined) return new Map();
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw misunderstood([], value, locate);
  return new Map(Object.entries(value).map(([row, limit]) => [row, readLimit(row, limit, locate)]));
}

function readLimit(row: string, limit: unknown, locate: Locate): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?) ?(B|KB|MB)$/i.exec(String(limit)) ?? [];
  if (number === undefined || unit === undefined) throw misunderstood([row], limit, locate);
  return Number(number) * { B: 1, KB: 1e3, MB: 1e6 }[unit.toUpperCase() as "B" | "KB" | "MB"];
}

function misunderstood(row: readonly string[], value: unknown, locate: Locate): UserError {
  const path = ["komponent", "budget", ...row];
  return new UserError(
    createProblem({
      code: "KB731",
      message: `The budget in package.json is not understood: ${path.join(".")}.`,
      file: "package.json",
      ...locate(path),
      found: JSON.stringify(value).slice(0, 60),
      expected: 'an object such as { "script.js": "64 KB", "widget.zip": "300 KB" }; 1 KB is 1,000 B',
      fix: "write a number and B, KB or MB.",
    }),
  );
}

/** Tells which rows weigh more than the author allows, and which rows of the budget do not exist. */
export function checkBudget({ sizes, shares }: Measured, budget: Budget): Problem[] {
  return [...budget].flatMap(([row, limit]) => {
    const size = sizes.get(row);
    if (size === undefined) return unknownRow(row, [...sizes.keys()]);
    if (size.gzip <= limit) return [];
    const advice = row === "script.js" ? `Most of it is ${listHeaviest(shares)}. Shrink these` : "shrink it";
    return createProblem({
      code: "KB730",
      message: `${row} weighs more than its budget.`,
      file: row,
      found: `${formatSize(size.gzip)} compressed`,
      expected: `at most ${formatSize(limit)}, as package.json says`,
      fix: `${advice}, or raise the budget.`,
    });
  });
}

function listHeaviest(shares: Shares): string {
  const sorted = [...shares].sort(([, a], [, b]) => b - a).slice(0, 3);
  return sorted.map(([source, bytes]) => `${source} (${formatSize(bytes)})`).join(", ");
}

function unknownRow(row: string, rows: readonly string[]): Problem {
  const meant = suggestName(row, rows);
  return createProblem({
    code: "KB732",
    severity: "warning",
    message: `The budget in package.json names "${row}", which this widget does not have.`,
    file: "package.json",
    expected: `one of ${rows.join(", ")}`,
    fix: meant === undefined ? "remove it." : `did you mean "${meant}"?`,
  });
}
