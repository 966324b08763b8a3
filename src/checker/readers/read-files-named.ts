import { lstatSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { WidgetFiles } from "../widget/widget-files";
import { limits } from "./limits";

/** Reads the named files of a folder: those that are plain files inside it and not too big. The rest is absent. */
export function readFilesNamed(folder: string, paths: readonly string[]): WidgetFiles {
  const files = new Map<string, Uint8Array>();
  for (const path of paths) {
    const place = resolve(folder, path);
    if (relative(folder, place).startsWith("..") || !isReadable(place)) continue;
    files.set(path, readFileSync(join(place)));
  }
  return files;
}

function isReadable(path: string): boolean {
  const status = lstatSync(path, { throwIfNoEntry: false });
  return status !== undefined && status.isFile() && status.size <= limits.fileBytes;
}
