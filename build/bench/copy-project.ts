import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPackageRoot } from "../package-root";

export interface ProjectCopy {
  readonly root: string;
  dispose(): void;
}

/** The hello card in a folder of its own, where it may be changed; the framework is installed as npm would link it. */
export function copyHello(): ProjectCopy {
  const packageRoot = findPackageRoot();
  const root = realpathSync(mkdtempSync(join(tmpdir(), "komponent-bench-")));
  for (const name of ["widget", "i18n", "images"]) {
    cpSync(join(packageRoot, "test", "fixtures", "hello", name), join(root, name), { recursive: true });
  }
  cpSync(join(packageRoot, "tsconfig.base.json"), join(root, "tsconfig.base.json"));
  // The one of this package lies beside its own base.
  cpSync(join(packageRoot, "widget", "tsconfig.json"), join(root, "widget", "tsconfig.json"));
  mkdirSync(join(root, "node_modules"));
  symlinkSync(packageRoot, join(root, "node_modules", "komponent"), "junction");
  symlinkSync(join(packageRoot, "node_modules", "preact"), join(root, "node_modules", "preact"), "junction");
  return { root, dispose: () => rmSync(root, { recursive: true, force: true }) };
}
