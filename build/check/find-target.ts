import { existsSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { UsageError } from "../cli/usage-error";

export interface CheckTarget {
  /** The folder or archive to check. */
  readonly path: string;
  /** As the report names it. */
  readonly name: string;
  /** The folder that holds the project's check.json, attest.json, listing.json and widget/; null for a stranger's. */
  readonly project: string | null;
}

/**
 * Finds what to check: the path that was given, or what the build of a project has made. A project's own settings
 * are looked for above the widget only: what lies inside it must not decide how it is judged.
 *
 * @throws UsageError when there is nothing that can be read
 */
export function findTarget(given: string | undefined): CheckTarget {
  const path = resolve(given ?? ".");
  if (!existsSync(path)) throw new UsageError(`There is no file or folder ${given}.`, "check the path.");
  const built = isProject(path) ? join(path, "dist", "widget.zip") : null;
  if (built === null) return { path, name: given ?? ".", project: findProject(dirname(path)) };
  if (existsSync(built)) return { path: built, name: nameOf(built), project: path };
  throw new UsageError(
    "There is no dist/widget.zip yet to check.",
    "run npm run build first, or name a folder or zip.",
  );
}

function nameOf(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith("..") ? path : fromHere;
}

function isProject(path: string): boolean {
  return statSync(path).isDirectory() && !existsSync(join(path, "manifest.json")) && hasSettings(path);
}

function findProject(start: string): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    if (hasSettings(folder)) return folder;
    if (dirname(folder) === folder || existsSync(join(folder, ".git"))) return null;
  }
}

function hasSettings(folder: string): boolean {
  return ["widget/manifest.ts", "check.json"].some((file) => existsSync(join(folder, file)));
}
