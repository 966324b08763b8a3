import { cpSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { findPackageRoot } from "../../build/package-root";
import { runCommand } from "./run-command";
import { createTestProject } from "./test-project";

export interface BuiltPlaybook {
  /** The archive as a user would upload it. */
  readonly archive: string;
  dispose(): void;
}

/** Builds this repository's widget in a folder of its own, so that tests side by side do not share one `dist/`. */
export async function buildPlaybook(): Promise<BuiltPlaybook> {
  const { root, dispose } = createTestProject({});
  for (const name of ["widget", "i18n", "images", "tsconfig.base.json"]) {
    cpSync(join(findPackageRoot(), name), join(root, name), { recursive: true });
  }
  const { code, stderr } = await runCommand(["build", "--no-types"], root);
  expect(code, stderr).toBe(0);
  return { archive: join(root, "dist", "widget.zip"), dispose };
}
