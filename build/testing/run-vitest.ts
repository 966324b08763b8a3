import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runPackage } from "./run-package";

export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface VitestRun {
  /** Only files whose paths hold one of these; all where empty. */
  readonly filters: readonly string[];
  /** Only these of Vitest's projects; all where absent. */
  readonly projects?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

/**
 * Runs Vitest, its output where the user sees it, and counts the tests. A file that could not even be loaded, and
 * errors outside of tests, count as one failure each.
 */
export async function runVitest({
  filters,
  projects = [],
  environment,
  args = [],
}: VitestRun): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), "komponent-vitest-"));
  const result = join(folder, "result.json");
  try {
    const chosen = projects.flatMap((project) => ["--project", project]);
    const reporters = ["--reporter", "default", "--reporter", "json", `--outputFile.json=${result}`];
    const code = await runPackage(
      "vitest",
      ["run", ...chosen, ...reporters, ...args, ...filters],
      environment,
    );
    return countTests(readResult(result), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As much of Vitest's JSON report as is needed. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

function countTests(report: Report | null, code: number): Count {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const failed = report.numFailedTests + broken.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** `12 passed, 0 failed`, and what was skipped where something was. */
export function formatCount({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? "" : `, ${skipped} skipped`}`;
}

function readResult(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return null;
  }
}
