import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Problem } from "../../src/manifest/problem";
import { findPackageRoot } from "../package-root";

type Told = Pick<Problem, "message" | "expected" | "fix">;

/** What is wrong and how to mend it, in one line; what was found stands in the editor already. */
export function describeFinding({ message, expected, fix }: Told): string {
  return [message, expected && `Expected: ${endWithDot(expected)}`, fix && `Fix: ${endWithDot(fix)}`]
    .filter(Boolean)
    .join(" ");
}

/** What is wrong with the settings: they lie in another file. */
export function describeProblem(problem: Problem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== null).join(":");
  return `${problem.code} ${place} ${describeFinding(problem)}`;
}

/** The rule's page in this package, where it can be read without a network. */
export function pageOf(id: string): string {
  return pathToFileURL(join(findPackageRoot(), "docs", "rules", `${id}.md`)).href;
}

/** The page of the settings that a project and the linters share. */
export function pageOfSettings(): string {
  return `${pathToFileURL(join(findPackageRoot(), "docs", "checker.md")).href}#settings-checkjson`;
}

function endWithDot(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
