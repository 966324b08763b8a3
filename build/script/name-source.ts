import { join, relative, sep } from "node:path";
import { findPackageRoot } from "../package-root";

/**
 * The name under which a source stands in the comments of script.js and in the size table: packages by their own
 * names, the author's files by their paths in the project. It does not depend on where the packages lie.
 *
 * @example
 * nameSource("../../node_modules/preact/dist/preact.mjs", "/home/ann/card") // "preact/dist/preact.mjs"
 * nameSource("widget/index.ts", "/home/ann/card") // "widget/index.ts"
 */
export function nameSource(input: string, root: string): string {
  const packages = input.lastIndexOf("node_modules/");
  if (packages !== -1) return input.slice(packages + "node_modules/".length);
  const inFramework = relative(join(findPackageRoot(), "src"), join(root, input));
  return inFramework.startsWith("..") ? input : `komponent/${inFramework.replaceAll(sep, "/")}`;
}
