import { createProblem, type Problem } from "../../src/manifest/problem";

/** More of one kind help nobody, and a hostile file has a hundred thousand. */
const most = 20;

/** The problems of the first items, and one that says how many more there are. */
export function describeFirst<T>(items: readonly T[], describe: (item: T) => Problem): Problem[] {
  const problems = items.slice(0, most).map((item) => describe(item));
  const [first] = problems;
  if (first === undefined || items.length <= most) return problems;
  const { code, severity, file } = first;
  return [
    ...problems,
    createProblem({
      code,
      severity,
      file,
      message: `There are ${items.length - most} more problems of this kind.`,
    }),
  ];
}
