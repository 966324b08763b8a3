import { createProblem, type Problem } from "../../src/manifest/problem";

/** The command line was used wrongly: an unknown command, an unknown option, a missing value. Exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly problem: Problem;

  constructor(message: string, fix: string) {
    super(message);
    this.problem = createProblem({ code: "KB010", message, fix });
  }
}
