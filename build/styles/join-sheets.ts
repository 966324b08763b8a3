import { sep } from "node:path";
import { createProblem, type Problem } from "../../src/manifest/problem";
import { placeAssets, type PlacedAssets } from "./assets/place-assets";
import type { CompiledStyles } from "./create-style-compiler";
import { pathInProject } from "./describe-fault";
import { dropRepeats } from "./drop-repeats";
import type { Sheet } from "./load-sheet";
import { renameNames } from "./names/rename-names";
import { applyEdits } from "./scope/text-edit";

/** Makes one style.css of all sheets, in their order. */
export function joinSheets(
  sheets: readonly Sheet[],
  { root, rootClass }: { root: string; rootClass: string },
): Omit<CompiledStyles, "fitsScript"> {
  const renames = renameNames(sheets, rootClass);
  const repeats = dropRepeats(sheets);
  const placed = sheets.map((sheet) => placeAssets(sheet, root));
  const parts = sheets.map((sheet, index) =>
    applyEdits(sheet.text, [
      ...sheet.edits,
      ...(repeats[index] ?? []),
      ...(renames[index] ?? []),
      ...(placed[index]?.edits ?? []),
    ]).trim(),
  );
  return {
    css: parts
      .filter((part) => part !== "")
      .map((part) => `${part}\n`)
      .join("\n"),
    assets: new Map(placed.flatMap(({ files }) => [...files])),
    problems: [
      ...sheets.flatMap(({ problems }) => problems),
      ...placed.flatMap(({ problems }) => problems),
      ...findEqualPrefixes(sheets, root),
    ],
    sources: listSources(sheets, placed),
    classes: new Map(
      sheets.flatMap(({ path, modulePrefix, classes }) => (modulePrefix === null ? [] : [[path, classes]])),
    ),
  };
}

function listSources(sheets: readonly Sheet[], placed: readonly PlacedAssets[]): string[] {
  const sources = [
    ...sheets.flatMap(({ path, sources }) => sources ?? [path]),
    ...placed.flatMap(({ sources }) => sources),
  ];
  return [...new Set(sources)].filter((source) => !source.includes(`${sep}node_modules${sep}`));
}

function findEqualPrefixes(sheets: readonly Sheet[], root: string): Problem[] {
  const files = new Map<string, string>();
  return sheets.flatMap(({ path, modulePrefix }) => {
    if (modulePrefix === null) return [];
    const file = pathInProject(root, path);
    const first = files.get(modulePrefix);
    files.set(modulePrefix, first ?? file);
    if (first === undefined) return [];
    return createProblem({
      code: "KB416",
      message: `The classes of this CSS module would get the same names as those of ${first}.`,
      file,
      found: modulePrefix,
      expected: "paths that differ in letters or digits",
      fix: "rename one of both files.",
    });
  });
}
