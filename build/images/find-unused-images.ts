import { readdirSync } from "node:fs";
import { join } from "node:path";
import { listImages, type ManifestInput } from "../../src/manifest";
import { createProblem, type Problem } from "../../src/manifest/problem";
import { drawingFile } from "./read-drawing";

/**
 * Files of `images/` that neither the manifest asks for nor the code imports. They stay out of the archive; whoever
 * put them there should know.
 */
export function findUnusedImages(
  root: string,
  manifest: ManifestInput,
  imported: Iterable<string>,
): Problem[] {
  const known = new Set([drawingFile, ...listImages(manifest).map(({ path }) => path), ...imported]);
  return listFolder(join(root, "images"))
    .map((name) => `images/${name}`)
    .filter((path) => !known.has(path))
    .map((path) =>
      createProblem({
        code: "KB620",
        severity: "warning",
        message: "Nothing uses this picture; it stays out of the archive.",
        file: path,
        fix: "delete it, or import it in the code that shows it.",
      }),
    );
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith("."))
      .sort();
  } catch {
    return [];
  }
}
