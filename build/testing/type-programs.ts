import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../../src/manifest/problem";
import { loadManifest } from "../manifest/load-manifest";
import { findPackageRoot } from "../package-root";
import { openProject } from "../project/open-project";
import { readEnvironment } from "../project/read-environment";
import { readTexts } from "../texts";
import { runTypeChecker } from "../types/check-types";
import { parseDiagnostics } from "../types/parse-diagnostics";
import { writeRegister } from "../types/write-register";

/** One program of TypeScript's: what its tsconfig names. */
export interface TypeProgram {
  readonly title: string;
  /** The folder that paths are relative to. */
  readonly folder: string;
  readonly tsconfig: string;
}

/** Every program of this repository: the framework, its widget with the widget's tests, and each widget of the fixtures. */
export function listTypePrograms(): readonly TypeProgram[] {
  const root = findPackageRoot();
  return [
    { title: "types: framework", folder: root, tsconfig: "tsconfig.json" },
    ...listProjects(root).map(({ title, folder }) => ({
      title: `types: ${title}`,
      folder,
      tsconfig: ".komponent/tsconfig.tests.json",
    })),
  ];
}

/**
 * Writes what the programs need of the build: the register of each widget, and a tsconfig that takes in the widget's
 * tests, which its own leaves out.
 *
 * @throws UserError where a manifest or the texts are broken
 */
export async function prepareTypePrograms(): Promise<void> {
  for (const { folder } of listProjects(findPackageRoot())) {
    const project = openProject(folder);
    const { manifest } = await loadManifest(project, readEnvironment(folder, process.env));
    writeRegister(folder, readTexts(folder, manifest.locales).files[0]?.texts ?? new Map());
    mkdirSync(join(folder, ".komponent"), { recursive: true });
    writeFileSync(
      join(folder, ".komponent", "tsconfig.tests.json"),
      `${JSON.stringify(withTests, null, 2)}\n`,
    );
  }
}

const withTests = { extends: "../widget/tsconfig.json", include: ["../widget", "./types.d.ts"], exclude: [] };

/** Checks one program; paths of the problems are relative to its folder. */
export async function checkTypeProgram({ folder, tsconfig }: TypeProgram): Promise<readonly Problem[]> {
  const { code, output } = await runTypeChecker(folder, tsconfig);
  const problems = parseDiagnostics(output);
  if (code === 0 || problems.length > 0) return problems;
  throw new Error(`tsc ended with ${code} and said: ${output}`);
}

function listProjects(root: string): { readonly title: string; readonly folder: string }[] {
  const fixtures = join(root, "test", "fixtures");
  const inFixtures = readdirSync(fixtures).map((name) => ({ title: name, folder: join(fixtures, name) }));
  return [{ title: "widget", folder: root }, ...inFixtures].filter(({ folder }) =>
    existsSync(join(folder, "widget", "tsconfig.json")),
  );
}
