import { relative, sep } from "node:path";
import { createProblem, type Problem } from "../../src/manifest/problem";
import type { FindPlace } from "./find-place";
import type { CssFault } from "./syntax/css-fault";

/** Turns a fault of a sheet into a problem at the author's line. */
export function describeFault({ offset, ...fault }: CssFault, findPlace: FindPlace, root: string): Problem {
  const { file, line, column } = findPlace(offset);
  return createProblem({ ...fault, file: pathInProject(root, file), line, column });
}

/** A path as problems name it: from the project's root, with slashes. */
export function pathInProject(root: string, path: string): string {
  return relative(root, path).replaceAll(sep, "/");
}
