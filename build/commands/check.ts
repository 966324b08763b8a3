import { version } from "../../package.json";
import {
  checkWidget,
  reportGithub,
  reportJson,
  reportSarif,
  reportText,
  rules,
  type CheckResult,
  type ReadWidget,
} from "../../src/checker";
import type { PageEvidence } from "../../src/checker/page-evidence";
import { openWidget } from "../../src/checker/readers/open-widget";
import { UserError } from "../../src/manifest/problem";
import { findTarget } from "../check/find-target";
import { loadSettings } from "../check/load-settings";
import { readChoice, readSwitch, type Options } from "../cli/read-options";
import { UsageError } from "../cli/usage-error";
import { paint } from "../paint";
import { printProblems } from "../print-problem";

const formats = ["text", "json", "sarif", "github"] as const;

/**
 * Checks a folder or an archive, one's own or a stranger's, and prints what it finds.
 *
 * @returns 0 without errors, 1 with errors; wrong usage, an unreadable path and a run without Chromium end with 2
 */
export async function runCheck(path: string | undefined, options: Options): Promise<number> {
  const format = readChoice(options, "format", formats) ?? "text";
  const profile = readChoice(options, "profile", ["marketplace", "private"] as const);
  const brand = readChoice(options, "brand", ["kommo", "amocrm"] as const);
  const fix = readSwitch(options, "fix");
  const runs = readSwitch(options, "run");
  const today = new Date().toISOString().slice(0, 10);
  const target = findTarget(path);
  if (fix && target.isBuilt)
    throw new UsageError(
      "The build makes this widget anew each time.",
      "mend its sources in widget/ and i18n/.",
    );
  if (runs && !(await hasBrowser())) return 2;
  const settings = target.project === null ? {} : await loadSettings(target.project, today);
  const check = async (widget: ReadWidget) => {
    const page = runs ? await runPage(target.path) : null;
    return checkWidget(widget, {
      ...settings,
      today,
      page,
      ...(profile && { profile }),
      ...(brand && { brand }),
    });
  };
  const widget = readTarget(target.path);
  let result = await check(widget);
  if (fix) {
    const { applyFixes } = await import("../check/apply-fixes");
    const fixed = applyFixes(target.path, widget, result, (text) => process.stderr.write(text));
    if (fixed > 0) result = await check(readTarget(target.path));
  }
  process.stdout.write(formatResult(result, target.name, format));
  return result.summary.errors > 0 ? 1 : 0;
}

/** Looks for the browser before anything is checked; says what is wrong where there is none. */
async function hasBrowser(): Promise<boolean> {
  const { findChromium } = await import("../browser/find-chromium");
  try {
    return findChromium(tell) !== "";
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    printProblems(error.problems);
    return false;
  }
}

async function runPage(path: string): Promise<PageEvidence> {
  const { runTarget } = await import("../check/run/run-target");
  return runTarget(path, tell);
}

function tell(step: string): void {
  process.stderr.write(`${step}\n`);
}

function readTarget(path: string) {
  try {
    return openWidget(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path} cannot be read: ${reason}`, "check the path and its rights.");
  }
}

function formatResult(result: CheckResult, target: string, format: (typeof formats)[number]): string {
  switch (format) {
    case "json":
      return reportJson(result, target);
    case "sarif":
      return reportSarif(result, rules, version);
    case "github":
      return reportGithub(result);
    case "text":
      return reportText(result, target, (style, text) => paint(style, text, process.stdout));
  }
}
