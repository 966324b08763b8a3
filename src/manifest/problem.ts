/**
 * One thing that is wrong with what an author gave us, with all that is needed to mend it. `file` is relative to the
 * project's root; `line` and `column` count from 1; what is not known is null.
 */
export interface Problem {
  /** Stable: `KB…` for the build, `KM…` for the marketplace's rules. */
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly found: string | null;
  readonly expected: string | null;
  readonly fix: string | null;
}

type ProblemInput = Pick<Problem, "code" | "message"> & Partial<Problem>;

/**
 * Fills what is not known with null; severity is "error" unless told otherwise.
 *
 * @example
 * createProblem({ code: "KB101", message: 'The manifest has no "name".', file: "widget/manifest.ts" })
 */
export function createProblem(input: ProblemInput): Problem {
  return {
    severity: "error",
    file: null,
    line: null,
    column: null,
    found: null,
    expected: null,
    fix: null,
    ...input,
  };
}

/** A mistake of the user's: printed without a stack, ends the command with exit code 1. */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly problems: readonly Problem[];

  constructor(problems: Problem | readonly Problem[]) {
    const list = Array.isArray(problems) ? (problems as readonly Problem[]) : [problems as Problem];
    super(list.map((problem) => problem.message).join("\n"));
    this.problems = list;
  }
}
