import { styleText } from "node:util";
import type { Problem } from "../src/manifest/problem";

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
export function formatProblem(problem: Problem): string {
  const place = formatPlace(problem);
  const color = problem.severity === "error" ? "red" : "yellow";
  const indent = " ".repeat(problem.code.length + 2);
  const details = [
    ["Found", problem.found],
    ["Expected", problem.expected],
    ["Fix", problem.fix],
    ["More", documentationOf(problem.code)],
  ] as const;
  return [
    `${styleText(color, problem.code)}  ${place}${place ? "  " : ""}${problem.message}`,
    ...details.filter(([, text]) => text !== null).map(([label, text]) => `${indent}${label}: ${text}`),
  ].join("\n");
}

/** The page of a code, as a path inside the package. */
export function documentationOf(code: string): string {
  return code.startsWith("KM") ? `docs/rules/${code}.md` : `docs/errors.md#${code.toLowerCase()}`;
}

function formatPlace({ file, line, column }: Problem): string {
  if (file === null) return "";
  if (line === null) return file;
  return column === null ? `${file}:${line}` : `${file}:${line}:${column}`;
}
