import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ManifestInput } from "../src/manifest";
import type { Problem } from "../src/manifest/problem";
import { stripTypes } from "./bundler";
import type { CompiledWidget } from "./compile-widget";
import { parseModule } from "./parse-javascript";
import type { Project } from "./project/open-project";
import { createTracer } from "./source-map";
import { checkClassUses, type PlacedClassUse } from "./styles/check-class-uses";
import { findClassUses } from "./styles/find-class-uses";
import { checkTextUses, findTextUses, type PlacedTextUse, type ReadTexts } from "./texts";

/**
 * Holds what the author's sources name against what is there: texts that are missing, texts that nobody uses, classes
 * that a CSS module lacks.
 */
export async function checkUses(
  { root }: Project,
  manifest: ManifestInput,
  { files: [first] }: ReadTexts,
  { script, classes }: CompiledWidget,
): Promise<Problem[]> {
  const code = script.sources.filter((file) => !file.endsWith(".json"));
  const uses = await Promise.all(code.map((file) => readUses(root, file)));
  return [
    ...checkClassUses(
      uses.flatMap((use) => use.classes),
      classes,
      root,
    ),
    ...(first === undefined
      ? []
      : checkTextUses(
          first,
          manifest,
          uses.flatMap(({ texts }) => texts),
        )),
  ];
}

interface Uses {
  readonly texts: readonly PlacedTextUse[];
  readonly classes: readonly PlacedClassUse[];
}

async function readUses(root: string, file: string): Promise<Uses> {
  const { code, map } = await stripTypes(readFileSync(join(root, file), "utf8"), file);
  const program = parseModule(code);
  const trace = createTracer(map);
  return { texts: findTextUses(program).map(place), classes: findClassUses(program).map(place) };

  function place<Use extends { readonly line: number; readonly column: number }>(use: Use) {
    const found = trace(use.line, use.column + 1);
    return { ...use, file, line: found?.line ?? null, column: found?.column ?? null };
  }
}
