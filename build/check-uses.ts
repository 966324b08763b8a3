import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ManifestInput } from "../src/manifest";
import type { Problem } from "../src/manifest/problem";
import { stripTypes } from "./bundler";
import { parseModule } from "./parse-javascript";
import type { Project } from "./project/open-project";
import { checkTextUses, findTextUses, type ReadTexts, type UsingSource } from "./texts";

/**
 * Holds the texts against the manifest and the author's sources that went into a script: texts that are missing and
 * texts that nobody uses.
 */
export async function checkUses(
  { root, manifest: manifestFile }: Project,
  manifest: ManifestInput,
  { files: [first] }: ReadTexts,
  sources: readonly string[],
): Promise<Problem[]> {
  if (first === undefined) return [];
  const code = sources.filter((file) => !file.endsWith(".json"));
  const using = await Promise.all(code.map((file) => readUses(root, file)));
  return checkTextUses(first, manifest, manifestFile, using);
}

async function readUses(root: string, file: string): Promise<UsingSource> {
  const text = readFileSync(join(root, file), "utf8");
  return { file, text, uses: findTextUses(parseModule((await stripTypes(text, file)).code)) };
}
