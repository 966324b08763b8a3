import { bigAccountRows } from "../bench/big-account-rows";
import { commandRows } from "../bench/command-rows";
import { keepFigures, readFigures } from "../bench/kept-figures";
import { pageRows } from "../bench/page-rows";
import { compareFloor, floorOfBudgets, measureFloor } from "../bench/measure-floor";
import { NotMeasured, type BenchRow } from "../bench/row";
import { sizeRows } from "../bench/size-rows";
import { createWalkRows } from "../bench/walk-rows";
import { readNumber, readSwitch, type Options } from "../cli/read-options";
import { paint } from "../paint";

const usualRuns = 7;
/** Starts of Node before the first row, and around each row. */
const floorRuns = { first: 15, around: 5 };
/** Kept with the figures: those of a slow machine mean nothing without it. */
const floorName = "node -e 0";

/**
 * Measures what the project promises, each figure beside its budget and the one that was kept last, in one run. Times
 * depend on the machine and on what else it does, minute by minute, so how long Node itself takes is said first and
 * beside each row, and a figure over its budget fails nothing. With filters, only rows whose names hold one of them.
 */
export async function runBench(filters: readonly string[], options: Options): Promise<number> {
  const runs = readNumber(options, "runs", 1, 100) ?? usualRuns;
  const kept = readFigures();
  const floor = measureFloor(floorRuns.first);
  const figures = new Map([[floorName, round(floor)]]);
  console.log(describeFloor(floor, kept.get(floorName)));
  const rows = [...sizeRows, ...commandRows, ...pageRows, ...bigAccountRows, ...createWalkRows()];
  const chosen = rows.filter(
    ({ name }) => filters.length === 0 || filters.some((filter) => name.includes(filter)),
  );
  const width = Math.max(...chosen.map(({ name }) => name.length));
  console.log(
    `${"".padEnd(width)}  ${["now", "budget", "floor", "kept"].map((title) => title.padStart(10)).join("")}`,
  );
  for (const row of chosen) {
    const { figure, floor: around } = await measureWithFloor(row, runs);
    if (typeof figure === "number") figures.set(row.name, round(figure));
    console.log(`${row.name.padEnd(width)}  ${formatFigures(row, figure, around, kept.get(row.name))}`);
  }
  if (readSwitch(options, "keep")) keepFigures(figures);
  return 0;
}

/** What a reader of the times must know first. */
function describeFloor(floor: number, kept: number | undefined): string {
  const beside = kept === undefined ? "" : ` (kept: ${kept} ms)`;
  const factor = compareFloor(floor);
  const meaning =
    factor === null
      ? `Node ${floorOfBudgets.node} would tell how this machine compares with the one of the budgets`
      : `${floorOfBudgets.ms} ms where the budgets were set: what takes time may take ${factor.toFixed(1)} times its budget here`;
  return `${floorName} takes ${round(floor)} ms here with ${process.version}${beside}; ${meaning}`;
}

/** With what Node took just before and after; undefined for what is no time. */
async function measureWithFloor(
  row: BenchRow,
  runs: number,
): Promise<{ readonly figure: number | string; readonly floor: number | undefined }> {
  if (row.unit !== "ms") return { figure: await measure(row, runs), floor: undefined };
  const before = measureFloor(floorRuns.around);
  const figure = await measure(row, runs);
  return { figure, floor: (before + measureFloor(floorRuns.around)) / 2 };
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
  floor: number | undefined,
  kept: number | undefined,
): string {
  if (typeof figure === "string") return paint("yellow", figure, process.stdout);
  const cells = [figure, budget, floor, kept].map((value) => formatFigure(value, unit).padStart(10));
  const line = cells.join("");
  if (round(figure) <= budget) return line;
  const factor = floor === undefined ? null : compareFloor(floor);
  const scaled = figure / (factor ?? 1);
  if (scaled > budget) return `${paint("red", line, process.stdout)}  over budget`;
  return `${paint("yellow", line, process.stdout)}  over budget here; ${formatFigure(scaled, unit)} where it was set`;
}

function formatFigure(value: number | undefined, unit: BenchRow["unit"]): string {
  return value === undefined ? "–" : `${round(value)}${unit === "" ? "" : ` ${unit}`}`;
}

/** Three digits are more than the noise of a machine allows. */
function round(value: number): number {
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
