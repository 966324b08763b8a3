import { execFile } from "node:child_process";
import { join } from "node:path";
import { findPackageRoot } from "../../build/package-root";

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of komponent as a user would. */
export function runCommand(args: readonly string[], cwd = findPackageRoot()): Promise<CommandResult> {
  const start = join(findPackageRoot(), "build", "start.mjs");
  return new Promise((resolve) => {
    execFile(process.execPath, [start, ...args], { cwd }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
      resolve({ code, stdout, stderr });
    });
  });
}
