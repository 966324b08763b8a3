import { join, relative, sep } from "node:path";
import { findPackageRoot } from "../package-root";

/** Gives the name of a source by the path that esbuild knows it by, relative to the project's root. */
export type SourceNames = (input: string) => string;

/**
 * The names under which sources stand in the comments of script.js and in the size table: packages by their own
 * names, the author's files by their paths in the project. They do not depend on where the packages lie.
 *
 * @example
 * const nameOf = createSourceNames("/home/ann/card");
 * nameOf("../../node_modules/preact/dist/preact.mjs") // "preact/dist/preact.mjs"
 * nameOf("widget/index.ts") // "widget/index.ts"
 */
export function createSourceNames(root: string): SourceNames {
  const framework = join(findPackageRoot(), "src");
  return (input) => {
    const packages = input.lastIndexOf("node_modules/");
    if (packages !== -1) return input.slice(packages + "node_modules/".length);
    const inFramework = relative(framework, join(root, input));
    return inFramework.startsWith("..") ? input : `komponent/${inFramework.replaceAll(sep, "/")}`;
  };
}

/**
 * Writes these names into a script in place of the paths that esbuild writes above each source, or before it where it
 * wraps a CommonJS module.
 */
export function renameSources(script: string, inputs: readonly string[], nameOf: SourceNames): string {
  const known = new Set(inputs);
  return script.replace(/^(\/\/ | {2}")([^"\n]+)(?=$|"\()/gm, (line, start: string, input: string) =>
    known.has(input) ? `${start}${nameOf(input)}` : line,
  );
}
