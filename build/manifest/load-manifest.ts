import { join } from "node:path";
import { UserError, type Problem } from "../../src/manifest/problem";
import type { ManifestInput } from "../../src/manifest/manifest-input";
import type { ManifestProblem } from "../../src/manifest/manifest-problem";
import { validateManifest } from "../../src/manifest/validate-manifest";
import type { Project } from "../project/open-project";
import { readAuthorText } from "../project/read-author-file";
import { evaluateManifest } from "./evaluate-manifest";
import { findInSource } from "./find-in-source";

export interface LoadedManifest {
  readonly manifest: ManifestInput;
  /** Absolute paths of the sources that it was made of. */
  readonly sources: readonly string[];
  readonly warnings: readonly Problem[];
}

/**
 * Reads, evaluates and validates `widget/manifest.ts`; each problem leads to its line there.
 *
 * @throws UserError KB1xx, KB701 to KB704
 */
export async function loadManifest(
  project: Project,
  environment: Readonly<Record<string, string>>,
): Promise<LoadedManifest> {
  const source = readAuthorText(project.root, project.manifest, "");
  const { value, inputs } = await evaluateManifest(project);
  const found = validateManifest(value, { env: environment });
  const problems = await Promise.all(found.map((problem) => addPlace(problem, source, project.manifest)));
  if (problems.some(({ severity }) => severity === "error")) throw new UserError(problems);
  return {
    // Valid, so it is plain data; the copy leaves the context in which it was evaluated.
    manifest: JSON.parse(JSON.stringify(value)) as ManifestInput,
    sources: inputs.map((input) => join(project.root, input)),
    warnings: problems,
  };
}

async function addPlace(
  { path, ...problem }: ManifestProblem,
  source: string,
  file: string,
): Promise<Problem> {
  const place = await findInSource(source, file, path);
  return { ...problem, file, line: place?.line ?? null, column: place?.column ?? null };
}
