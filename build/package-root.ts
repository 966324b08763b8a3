import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of this package: where its sources, its fixtures and its `node_modules` lie. The command line runs
 * bundled, from a cache folder, so a path relative to the running file would be wrong there.
 */
export function findPackageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "build", "start.mjs"))) folder = dirname(folder);
  return dirname(dirname(realpathSync(join(folder, "build", "start.mjs"))));
}
