import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ManifestInput } from "../src/manifest";
import type { Problem } from "../src/manifest/problem";
import { stripTypes } from "./bundler";
import { parseModule } from "./parse-javascript";
import type { Project } from "./project/open-project";
import { createTracer } from "./source-map";
import { checkTextUses, findTextUses, type PlacedTextUse, type ReadTexts } from "./texts";

/**
 * Holds the texts against the manifest and the author's sources that went into a script: texts that are missing and
 * texts that nobody uses.
 */
export async function checkUses(
  { root }: Project,
  manifest: ManifestInput,
  { files: [first] }: ReadTexts,
  sources: readonly string[],
): Promise<Problem[]> {
  if (first === undefined) return [];
  const code = sources.filter((file) => !file.endsWith(".json"));
  const uses = await Promise.all(code.map((file) => readUses(root, file)));
  return checkTextUses(first, manifest, uses.flat());
}

async function readUses(root: string, file: string): Promise<PlacedTextUse[]> {
  const { code, map } = await stripTypes(readFileSync(join(root, file), "utf8"), file);
  const trace = createTracer(map);
  return findTextUses(parseModule(code)).map(({ kind, text, line, column }) => {
    const place = trace(line, column + 1);
    return { kind, text, file, line: place?.line ?? null, column: place?.column ?? null };
  });
}
