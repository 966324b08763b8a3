import { bigAccountRows } from "../bench/big-account-rows";
import { commandRows } from "../bench/command-rows";
import { keepFigures, readFigures } from "../bench/kept-figures";
import { pageRows } from "../bench/page-rows";
import { floorOfBudgets, measureFloor } from "../bench/measure-floor";
import { NotMeasured, type BenchRow } from "../bench/row";
import { sizeRows } from "../bench/size-rows";
import { createWalkRows } from "../bench/walk-rows";
import { readNumber, readSwitch, type Options } from "../cli/read-options";
import { paint } from "../paint";

const usualRuns = 7;
/** Kept with the figures: those of a slow machine mean nothing without it. */
const floorName = "node -e 0";

/**
 * Measures what the project promises, each figure beside its budget and the one that was kept last, in one run. Times
 * depend on the machine and on what else it does, so how long Node itself takes is said first, and a figure over its
 * budget fails nothing. With filters, only rows whose names hold one of them.
 */
export async function runBench(filters: readonly string[], options: Options): Promise<number> {
  const runs = readNumber(options, "runs", 1, 100) ?? usualRuns;
  const kept = readFigures();
  const floor = measureFloor();
  const figures = new Map([[floorName, round(floor)]]);
  console.log(describeFloor(floor, kept.get(floorName)));
  const rows = [...sizeRows, ...commandRows, ...pageRows, ...bigAccountRows, ...createWalkRows()];
  const chosen = rows.filter(
    ({ name }) => filters.length === 0 || filters.some((filter) => name.includes(filter)),
  );
  const width = Math.max(...chosen.map(({ name }) => name.length));
  console.log(
    `${"".padEnd(width)}  ${["now", "budget", "kept"].map((title) => title.padStart(10)).join("")}`,
  );
  for (const row of chosen) {
    const figure = await measure(row, runs);
    if (typeof figure === "number") figures.set(row.name, round(figure));
    console.log(`${row.name.padEnd(width)}  ${formatFigures(row, figure, kept.get(row.name))}`);
  }
  if (readSwitch(options, "keep")) keepFigures(figures);
  return 0;
}

/** What a reader of the times must know first. */
function describeFloor(floor: number, kept: number | undefined): string {
  const beside = kept === undefined ? "" : ` (kept: ${kept} ms)`;
  const factor = (floor / floorOfBudgets).toFixed(1);
  return `${floorName} takes ${round(floor)} ms here${beside}, ${floorOfBudgets} ms where the budgets were set: what takes time may take ${factor} times its budget here`;
}

/** The figure, or why there is none. */
async function measure(row: BenchRow, runs: number): Promise<number | string> {
  try {
    return await row.measure({ runs });
  } catch (error) {
    if (error instanceof NotMeasured) return `not measured: ${error.message}`;
    return `not measured: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function formatFigures(
  { budget, unit }: BenchRow,
  figure: number | string,
  kept: number | undefined,
): string {
  if (typeof figure === "string") return paint("yellow", figure, process.stdout);
  const cells = [figure, budget, kept].map((value) => formatFigure(value, unit).padStart(10));
  const line = cells.join("");
  return round(figure) > budget ? `${paint("red", line, process.stdout)}  over budget` : line;
}

function formatFigure(value: number | undefined, unit: BenchRow["unit"]): string {
  return value === undefined ? "–" : `${round(value)}${unit === "" ? "" : ` ${unit}`}`;
}

/** Three digits are more than the noise of a machine allows. */
function round(value: number): number {
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
