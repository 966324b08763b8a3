import { checkWidget } from "../../src/checker";
import type { Finding, Summary } from "../../src/checker/findings/finding";
import { createProblem, type Problem } from "../../src/manifest/problem";
import type { CompiledWidget } from "../compile-widget";
import type { Project } from "../project/open-project";
import { traceToSource } from "../source-map";
import { loadSettings } from "./load-settings";

export interface CheckedBuild {
  /** Findings of severity error and warning. */
  readonly problems: readonly Problem[];
  readonly summary: Summary;
}

/**
 * Checks a finished widget against the rules of its profile; findings in script.js lead to the author's lines. `pause`
 * is waited for before each rule.
 *
 * @throws UserError KB750 to KB752 where the project's own settings of the checker are broken
 */
export async function checkBuild(
  project: Project,
  { files, script }: CompiledWidget,
  pause?: () => Promise<void>,
): Promise<CheckedBuild> {
  const today = new Date().toISOString().slice(0, 10);
  const { findings, summary } = await checkWidget(files, {
    ...(await loadSettings(project.root, today)),
    today,
    ...(pause !== undefined && { pause }),
  });
  const problems = findings
    .filter(({ severity }) => severity === "error" || severity === "warning")
    .map((finding) => describeFinding(finding, project, script.sourceMap));
  return { problems, summary };
}

function describeFinding(finding: Finding, project: Project, sourceMap: string | null): Problem {
  const { rule, severity, message, found, expected, fix } = finding;
  return createProblem({
    code: rule,
    severity: severity === "error" ? "error" : "warning",
    message,
    ...findPlace(finding, project, sourceMap),
    found,
    expected,
    fix,
  });
}

type Place = Pick<Problem, "file" | "line" | "column">;

// Of the generated files only the script has a map; a line of the others would lead nowhere.
function findPlace({ file, line, column }: Finding, project: Project, sourceMap: string | null): Place {
  if (file === "manifest.json") return { file: project.manifest, line: null, column: null };
  if (file === "script.js" && sourceMap !== null && line !== null) {
    const place = traceToSource(sourceMap, line, column ?? 1);
    if (place !== null) return place;
  }
  return { file, line: null, column: null };
}
