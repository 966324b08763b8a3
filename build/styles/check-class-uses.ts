import { dirname, join } from "node:path";
import { createProblem, type Problem } from "../../src/manifest/problem";
import { suggestName } from "../../src/manifest/suggest-name";
import type { ClassUse } from "./find-class-uses";
import { pathInProject } from "./describe-fault";

/** Classes of CSS modules by the modules' absolute paths. */
export type ModuleClasses = ReadonlyMap<string, ReadonlySet<string>>;

/** A use at its place in the author's source, whose path begins at the root. */
export type PlacedClassUse = Pick<ClassUse, "specifier" | "name"> &
  Pick<Problem, "line" | "column"> & { file: string };

/** Tells of classes that sources take from CSS modules and that are not there: the element would have none. */
export function checkClassUses(
  uses: readonly PlacedClassUse[],
  classes: ModuleClasses,
  root: string,
): Problem[] {
  return uses.flatMap(({ specifier, name, ...place }) => {
    const path = join(root, dirname(place.file), specifier);
    const known = classes.get(path);
    if (known === undefined || known.has(name)) return [];
    const module = pathInProject(root, path);
    const similar = suggestName(name, [...known]);
    return createProblem({
      code: "KB417",
      message: `${module} has no class "${name}".`,
      ...place,
      found: name,
      expected: similar === undefined ? `a class of ${module}` : `a class of ${module}, such as "${similar}"`,
      fix:
        similar === undefined
          ? `write a rule for .${name} there.`
          : `write "${similar}", or a rule for .${name} there.`,
    });
  });
}
