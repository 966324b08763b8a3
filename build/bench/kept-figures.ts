import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findPackageRoot } from "../package-root";

/** Figures of a row by its name, as they were kept in `docs/bench.json`. */
export type Figures = ReadonlyMap<string, number>;

export function readFigures(): Figures {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(findFile(), "utf8")) as Record<string, number>));
  } catch {
    return new Map();
  }
}

/** Keeps new figures; those of rows that were not measured stay. */
export function keepFigures(figures: Figures): void {
  const all = new Map([...readFigures(), ...figures]);
  writeFileSync(findFile(), `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
}

function findFile(): string {
  return join(findPackageRoot(), "docs", "bench.json");
}
