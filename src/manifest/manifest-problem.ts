import { createProblem, type Problem } from "./problem";

/** Where in the manifest: the keys and indexes that lead there from its top. */
export type Path = readonly (string | number)[];

/**
 * A problem of the manifest's data. `path` names the deepest thing that exists: for a missing key, what should hold
 * it. `file`, `line` and `column` are null; who has the source finds them by the path.
 */
export interface ManifestProblem extends Problem {
  readonly path: Path;
}

type Detail = Pick<ManifestProblem, "code" | "message"> &
  Partial<Pick<ManifestProblem, "severity" | "found" | "expected" | "fix">>;

export function createManifestProblem(path: Path, detail: Detail): ManifestProblem {
  return { ...createProblem(detail), path };
}

/**
 * A path as an author writes it.
 *
 * @example
 * formatPath(["tour", "images", "en", 0]) // "tour.images.en[0]"
 */
export function formatPath(path: Path): string {
  if (path.length === 0) return "the manifest";
  const text = path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${escapeControls(step)}`))
    .join("");
  return text.replace(/^\./, "");
}

// A key may be anything; a message must not carry its control characters into a terminal.
function escapeControls(key: string): string {
  return JSON.stringify(shorten(key)).slice(1, -1);
}

/** A text of at most `limit` characters: what a message may quote of something that can be any size. */
export function shorten(text: string, limit = 60): string {
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}
