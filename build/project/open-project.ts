import { existsSync, realpathSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { createProblem, UserError } from "../../src/manifest/problem";

/** The files of an author, by their paths inside the project's root. */
export interface Project {
  /** Absolute, without links. */
  readonly root: string;
  readonly manifest: string;
  readonly entry: string;
  /** The compiler's options for the widget's own types; null where there are none. */
  readonly tsconfig: string | null;
}

/**
 * Finds the files of a widget's project.
 *
 * @throws UserError KB710 no such folder, KB701 no manifest or entry
 */
export function openProject(folder: string): Project {
  const root = findRoot(folder);
  return {
    root,
    manifest: require(root, ["widget/manifest.ts"], "KB190", manifestFix),
    entry: require(root, ["widget/index.ts", "widget/index.tsx"], "KB301", entryFix),
    tsconfig: ["widget/tsconfig.json", "tsconfig.json"].find((file) => existsSync(join(root, file))) ?? null,
  };
}

const manifestFix =
  'create it with: import { defineManifest } from "komponent/manifest"; export default defineManifest({ … });';
const entryFix =
  'create it with: import { createWidget } from "komponent"; export default createWidget<typeof manifest>({ … });';

/** The absolute path of a project's folder, without links; throws KB710. */
export function findRoot(folder: string): string {
  const root = resolve(folder);
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory()) return realpathSync(root);
  throw new UserError(
    createProblem({
      code: "KB710",
      message: `There is no folder ${folder}.`,
      expected: "the root of a widget's project: the folder that holds widget/, i18n/ and images/",
      fix: "go to that folder, or name it with --root.",
    }),
  );
}

function require(root: string, candidates: readonly string[], code: string, fix: string): string {
  const found = candidates.find((file) => existsSync(join(root, file)));
  if (found !== undefined) return found;
  const file = candidates[0] as string;
  throw new UserError(
    createProblem({ code, message: `There is no file ${candidates.join(" or ")}.`, file, fix }),
  );
}
