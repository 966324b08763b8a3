import { listBlockProblems } from "./block-clauses";
import { listLocationProblems } from "./location-clauses";
import type { ManifestInput } from "./manifest-input";
import type { ManifestProblem } from "./manifest-problem";
import { manifestShape } from "./manifest-shape";
import { readPlainData } from "./read-plain-data";
import type { Environment } from "./read-variable";
import { listWidgetProblems } from "./widget-clauses";

export interface ManifestOptions {
  readonly env: Environment;
}

/**
 * Tells everything that is wrong with a manifest, whatever it is: nothing of the input runs, and nothing throws. The
 * clauses between its parts are read once each part has the right form. Empty, or warnings alone: `generateManifest`
 * may follow. Codes KB101 to KB181. Kommo: manifest.json, Widget locations.
 *
 * @example
 * validateManifest({ name: "Hello" }, { env: process.env })[0]?.code // "KB103"
 */
export function validateManifest(input: unknown, { env }: ManifestOptions): ManifestProblem[] {
  const { value, problems } = readPlainData(input);
  if (value === undefined || problems.length > 0) return [...problems];

  const found: ManifestProblem[] = [];
  manifestShape(value, [], (problem) => found.push(problem));
  if (found.length > 0) return found;

  const manifest = value as unknown as ManifestInput;
  return [
    ...listWidgetProblems(manifest),
    ...listLocationProblems(manifest),
    ...listBlockProblems(manifest, env),
  ];
}
