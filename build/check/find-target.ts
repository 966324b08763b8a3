import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { UsageError } from "../cli/usage-error";

export interface CheckTarget {
  /** The folder or archive to check. */
  readonly path: string;
  /** As the report names it. */
  readonly name: string;
  /** The folder that holds the project's check.json, attest.json, listing.json and widget/; null for a stranger's. */
  readonly project: string | null;
  /** Made by the project's own build, so that only its sources can be mended. */
  readonly isBuilt: boolean;
}

/**
 * Finds what to check: the path that was given, or what the build of a project has made. A project's settings hold for
 * what lies in its `dist/`, and for a widget beside its check.json. What lies inside a widget never decides how it is
 * judged, nor does a project that a stranger's widget happens to lie in.
 *
 * @throws UsageError when there is nothing that can be read
 */
export function findTarget(given: string | undefined): CheckTarget {
  const path = resolve(given ?? ".");
  if (!existsSync(path)) throw new UsageError(`There is no file or folder ${given}.`, "check the path.");
  if (!isProject(path)) return describeWidget(path, given ?? ".");
  const built = join(path, "dist", "widget.zip");
  if (existsSync(built)) return { path: built, name: nameOf(built), project: path, isBuilt: true };
  throw new UsageError(
    "There is no dist/widget.zip yet to check.",
    "run npm run build first, or name a folder or zip.",
  );
}

function describeWidget(path: string, name: string): CheckTarget {
  const folder = dirname(path);
  const isBuilt = basename(folder) === "dist" && hasSources(dirname(folder));
  const project = isBuilt ? dirname(folder) : existsSync(join(folder, "check.json")) ? folder : null;
  return { path, name, project, isBuilt };
}

function nameOf(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith("..") ? path : fromHere;
}

function isProject(path: string): boolean {
  return statSync(path).isDirectory() && !existsSync(join(path, "manifest.json")) && hasSources(path);
}

function hasSources(folder: string): boolean {
  return existsSync(join(folder, "widget", "manifest.ts"));
}
