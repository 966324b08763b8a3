import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createProblem, UserError } from "../../src/manifest/problem";
import { findPackageRoot } from "../package-root";

/**
 * The native compiler of TypeScript 7. Its package starts it through Node, which costs as much again as a small check.
 *
 * @throws UserError KB202 when npm left it out
 */
export function findTypeChecker(): string {
  const name = `@typescript/typescript-${process.platform}-${process.arch}`;
  try {
    const typescript = createRequire(join(findPackageRoot(), "package.json")).resolve(
      "typescript/package.json",
    );
    const folder = dirname(createRequire(typescript).resolve(`${name}/package.json`));
    const binary = join(folder, "lib", process.platform === "win32" ? "tsc.exe" : "tsc");
    if (existsSync(binary)) return binary;
  } catch {
    // Told below, as the missing file is.
  }
  throw new UserError(
    createProblem({
      code: "KB202",
      message: "TypeScript's compiler for this machine is not installed.",
      expected: `the package ${name}`,
      fix: "install again without --omit=optional, or build with --no-types.",
    }),
  );
}
