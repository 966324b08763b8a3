import { spawn } from "node:child_process";
import { join } from "node:path";
import { findPackageRoot } from "../package-root";

/** Runs the program of an installed package in the root of this package, and gives its exit code. */
export function runPackage(
  name: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<number> {
  const root = findPackageRoot();
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, "node_modules", ".bin", name), args, {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, ...environment },
      shell: process.platform === "win32",
    });
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}
