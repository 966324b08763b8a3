import type { Problem } from "../src/manifest/problem";
import { paint } from "./paint";

/**
 * A problem as a person reads it: code, place and what is wrong on the first line, then what was found, what was
 * expected and how to mend it, then the page that tells more.
 *
 * @example
 * KB101  widget/manifest.ts:3:9  The manifest has no "name".
 *        Expected: the widget's code, lower-case Latin letters.
 *        Fix: add name: "my_widget".
 *        More: docs/errors.md#kb101
 */
export function formatProblem(problem: Problem, stream: NodeJS.WriteStream = process.stderr): string {
  const place = formatPlace(problem);
  const code = paint(problem.severity === "error" ? "red" : "yellow", problem.code, stream);
  const details = [
    ["Found", problem.found],
    ["Expected", problem.expected],
    ["Fix", problem.fix],
    ["More", documentationOf(problem.code)],
  ] as const;
  const lines = [
    `${code}  ${place}${place ? "  " : ""}${problem.message}`,
    ...details.filter(([, text]) => text !== null).map(([label, text]) => `${label}: ${text}`),
  ];
  return lines.join("\n").replaceAll("\n", `\n${" ".repeat(problem.code.length + 2)}`);
}

/** Prints problems to stderr, errors last, where a person looks first. */
export function printProblems(problems: readonly Problem[]): void {
  const sorted = [...problems].sort(
    (a, b) => Number(a.severity === "error") - Number(b.severity === "error"),
  );
  for (const problem of sorted) console.error(formatProblem(problem));
}

/** The page of a code, as a path inside the package. */
export function documentationOf(code: string): string {
  return code.startsWith("KM") ? `docs/rules/${code}.md` : `docs/errors.md#${code.toLowerCase()}`;
}

/** Where a problem is, as editors and terminals make a link of it; "" where nothing is known. */
export function formatPlace({ file, line, column }: Problem): string {
  if (file === null) return "";
  if (line === null) return file;
  return column === null ? `${file}:${line}` : `${file}:${line}:${column}`;
}
