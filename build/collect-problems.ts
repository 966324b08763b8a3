import { UserError, type Problem } from "../src/manifest/problem";

/**
 * Waits for work that goes on side by side, and gives its results; where any of it failed, the problems of all.
 *
 * @throws UserError with the problems of every part that has some; any other error as it is
 */
export async function waitForAll<T extends readonly Promise<unknown>[]>(
  ...work: T
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(work);
  const failures = settled.flatMap((result): unknown[] =>
    result.status === "rejected" ? [result.reason] : [],
  );
  const fault = failures.find((reason) => !(reason instanceof UserError));
  if (fault !== undefined) throw fault;
  const problems = (failures as UserError[]).flatMap((failure) => failure.problems);
  if (problems.length > 0) throw new UserError(dropEchoes(problems));
  return (await Promise.all(work)) as { -readonly [K in keyof T]: Awaited<T[K]> };
}

// What the bundler finds, the type checker finds again on the same line, in other words.
function dropEchoes(problems: readonly Problem[]): Problem[] {
  const known = new Set(problems.filter(({ code }) => code !== "KB200").map(placeOf));
  return problems.filter((problem) => problem.code !== "KB200" || !known.has(placeOf(problem)));
}

function placeOf({ file, line }: Problem): string {
  return `${file}:${line}`;
}
