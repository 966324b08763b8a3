import { existsSync } from "node:fs";
import { join } from "node:path";
import { findPackageRoot } from "../package-root";
import { packBigWidget } from "./pack-big-widget";
import { NotMeasured, type BenchContext, type BenchRow } from "./row";
import { timeCommand, timeServer } from "./run-command";
import { findMedian } from "./statistics";

const hello = join("test", "fixtures", "hello");

/** What people wait for in the terminal: medians of cold processes. */
export const commandRows: readonly BenchRow[] = [
  {
    name: "build of this repository's widget, with types and checks",
    budget: 1500,
    unit: "ms",
    measure: repeat(["build"]),
  },
  {
    name: "build of this repository's widget, without",
    budget: 900,
    unit: "ms",
    measure: repeat(["build", "--no-types", "--no-check"]),
  },
  {
    name: "build of the hello card, with types and checks",
    budget: 1500,
    unit: "ms",
    measure: repeat(["build", "--root", hello]),
  },
  {
    name: "build of the hello card, without",
    budget: 900,
    unit: "ms",
    measure: repeat(["build", "--root", hello, "--no-types", "--no-check"]),
  },
  { name: "dev ready", budget: 700, unit: "ms", measure: measureReady },
  { name: "check of a 31 KB widget", budget: 250, unit: "ms", measure: measureCheck },
  { name: "check of a 1 MB bundle", budget: 1500, unit: "ms", measure: measureBigCheck },
];

function repeat(args: readonly string[]): BenchRow["measure"] {
  return async ({ runs }) => {
    // The first run may have to bundle the command line.
    timeCommand(args);
    return findMedian(Array.from({ length: runs }, () => timeCommand(args)));
  };
}

async function measureReady({ runs }: BenchContext): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const server = await timeServer([]);
    await server.stop();
    if (run > 0) times.push(server.readyAfter);
  }
  return findMedian(times);
}

async function measureCheck(context: BenchContext): Promise<number> {
  const archive = join(findPackageRoot(), hello, "dist", "widget.zip");
  if (!existsSync(archive)) throw new NotMeasured("the hello card was not built");
  return repeat(["check", archive])(context);
}

async function measureBigCheck(context: BenchContext): Promise<number> {
  const { archive, dispose } = await packBigWidget();
  try {
    return await repeat(["check", archive])(context);
  } finally {
    dispose();
  }
}
