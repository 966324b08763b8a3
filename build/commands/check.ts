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
import { openWidget } from "../../src/checker/readers/open-widget";
import { findTarget } from "../check/find-target";
import { loadSettings } from "../check/load-settings";
import { runTarget } from "../check/run/run-target";
import { readChoice, readSwitch, type Options } from "../cli/read-options";
import { UsageError } from "../cli/usage-error";
import { paint } from "../paint";

const formats = ["text", "json", "sarif", "github"] as const;

/**
 * Checks a folder or an archive, one's own or a stranger's, and prints what it finds.
 *
 * @returns 0 without errors, 1 with errors; wrong usage and an unreadable path end with 2
 */
export async function runCheck(path: string | undefined, options: Options): Promise<number> {
  const format = readChoice(options, "format", formats) ?? "text";
  const profile = readChoice(options, "profile", ["marketplace", "private"] as const);
  const brand = readChoice(options, "brand", ["kommo", "amocrm"] as const);
  const fix = readSwitch(options, "fix");
  const today = new Date().toISOString().slice(0, 10);
  const target = findTarget(path);
  if (fix && target.isBuilt)
    throw new UsageError(
      "The build makes this widget anew each time.",
      "mend its sources in widget/ and i18n/.",
    );
  const settings = target.project === null ? {} : await loadSettings(target.project, today);
  const runs = readSwitch(options, "run");
  const check = async (widget: ReadWidget) => {
    const page = runs ? await runTarget(target.path, (step) => process.stderr.write(`${step}\n`)) : null;
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
