import { spawnSync } from "node:child_process";
import { findMedian } from "./statistics";

const runs = 15;

/** What starting Node took where the budgets were set: two cores of an EPYC, Node 20. Milliseconds. */
export const floorOfBudgets = 46;

/** The least that a command can take on this machine: the median of Node starting and ending, in milliseconds. */
export function measureFloor(): number {
  return findMedian(Array.from({ length: runs }, timeStart));
}

function timeStart(): number {
  const begun = performance.now();
  spawnSync(process.execPath, ["-e", "0"]);
  return performance.now() - begun;
}
