import { spawnSync } from "node:child_process";
import { findMedian } from "./statistics";

/** What starting Node took where the budgets were set, two cores of an EPYC. Milliseconds. */
export const floorOfBudgets = { ms: 46, node: 20 };

/** How much slower this machine is than that one; null with another Node, which starts faster or slower by itself. */
export function compareFloor(floor: number): number | null {
  return Number.parseInt(process.versions.node, 10) === floorOfBudgets.node
    ? floor / floorOfBudgets.ms
    : null;
}

/** The least that a command can take on this machine: the median of Node starting and ending, in milliseconds. */
export function measureFloor(runs: number): number {
  return findMedian(Array.from({ length: runs }, timeStart));
}

function timeStart(): number {
  const begun = performance.now();
  spawnSync(process.execPath, ["-e", "0"]);
  return performance.now() - begun;
}
