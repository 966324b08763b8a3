import type { Report, Rule, Severity } from "../rule";
import type { TextEdit } from "../fix/text-edit";
import type { Profile } from "../rule";
import { findLibrary } from "../script/find-library";
import type { Widget } from "../widget/create-widget";
import type { Finding } from "./finding";

/** More of one kind tell nothing new, and a hostile archive could ask for millions. */
const mostOfOneRule = 300;

export interface Collector {
  report(rule: Rule, report: Report): void;
  skip(rule: Rule, reason: string): void;
  readonly findings: readonly CollectedFinding[];
  readonly skipped: ReadonlyMap<string, readonly string[]>;
}

export interface CollectedFinding extends Finding {
  readonly edits: readonly TextEdit[];
}

/** Turns what rules report into findings: places into lines, severities by profile, libraries into one note a file. */
export function createCollector(widget: Widget, profile: Profile): Collector {
  const findings: CollectedFinding[] = [];
  const counts = new Map<string, number>();
  const noted = new Set<string>();
  const skipped = new Map<string, string[]>();

  const skip = (rule: Rule, reason: string) => {
    const reasons = skipped.get(rule.id) ?? [];
    if (!reasons.includes(reason)) skipped.set(rule.id, [...reasons, reason]);
  };
  const report = (rule: Rule, given: Report) => {
    const library = given.file === null ? null : findLibrary(widget, given.file, given.at ?? null);
    const onlyNoted = library !== null && rule.holdsInLibraries !== true;
    if (onlyNoted) {
      const key = `${rule.id} ${given.file}`;
      if (noted.has(key)) return;
      noted.add(key);
    }
    const count = (counts.get(rule.id) ?? 0) + 1;
    counts.set(rule.id, count);
    if (count > mostOfOneRule)
      return skip(rule, `more than ${mostOfOneRule} findings; the rest is not listed`);
    const severity = onlyNoted ? "note" : lower(given.severity ?? rule.severity, rule, profile);
    const place = given.file === null || given.at == null ? null : widget.positionOf(given.file, given.at);
    findings.push({
      rule: rule.id,
      severity,
      file: given.file,
      line: place?.line ?? null,
      column: place?.column ?? null,
      message: library === null ? given.message : `${given.message} (in the library ${library})`,
      found: given.found ?? null,
      expected: given.expected ?? null,
      fix: given.fix ?? null,
      docs: `docs/rules/${rule.id}.md`,
      edits: onlyNoted ? [] : (given.edits ?? []),
    });
  };
  return { report, skip, findings, skipped };
}

function lower(severity: Severity, rule: Rule, profile: Profile): Severity {
  return severity === "error" && profile === "private" && rule.firm !== true ? "warning" : severity;
}
