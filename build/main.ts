import { UserError } from "../src/manifest/problem";
import { createCommandLine } from "./cli/create-command-line";
import { UsageError } from "./cli/usage-error";
import { formatProblem, printProblems } from "./print-problem";

/**
 * Runs one command and gives the exit code: 0 all well, 1 the user's work has an error, 2 the command was called
 * wrongly, 70 the fault is ours.
 */
export async function main(args: readonly string[]): Promise<number> {
  try {
    return await createCommandLine().run(args);
  } catch (error) {
    return report(error);
  }
}

function report(error: unknown): number {
  if (error instanceof UserError) {
    printProblems(error.problems);
    return 1;
  }
  if (error instanceof UsageError) {
    console.error(formatProblem(error.problem));
    return 2;
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(
    `KB003  This is a fault in Komponent, not in your widget.\n       Please report it with the lines below, your Node version (${process.versions.node}) and what you ran.\n\n${details}`,
  );
  return 70;
}
