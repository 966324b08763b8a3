import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { findPackageRoot } from "../package-root";

/**
 * Where `komponent` and `preact` lie, by the names that they are imported by: in this package, wherever the author's
 * project lies. Two copies of Preact in one widget have two states, and hooks of one fail under the other.
 *
 * esbuild resolves by this table itself; to ask a plugin for each of hundreds of imports takes longer than to bundle.
 */
export function listFrameworkEntries(): Record<string, string> {
  const root = findPackageRoot();
  const preact = dirname(createRequire(join(root, "package.json")).resolve("preact/package.json"));
  return { ...listEntries("komponent", root), ...listEntries("preact", preact) };
}

type Target = string | { readonly browser?: string; readonly import?: string; readonly default?: string };

function listEntries(name: string, folder: string): Record<string, string> {
  const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    exports: Record<string, Target>;
  };
  const entries = Object.entries(exports).flatMap(([path, target]) => {
    const file = typeof target === "string" ? target : (target.browser ?? target.import ?? target.default);
    return file === undefined || file.endsWith(".json")
      ? []
      : [[`${name}${path.slice(1)}`, join(folder, file)] as const];
  });
  return Object.fromEntries(entries);
}
