import type { Brand } from "../manifest/locations";
import type { Attestations } from "./attest/read-attestations";
import { reportStatement } from "./attest/report-statement";
import { emptyConfig, type CheckConfig } from "./config/check-config";
import type { Listing } from "./config/listing";
import { createCollector, type CollectedFinding, type Collector } from "./findings/collect-findings";
import type { Finding, Summary } from "./findings/finding";
import { suppressFindings } from "./findings/suppress-findings";
import type { TextEdit } from "./fix/text-edit";
import { checkPage } from "./page/check-page";
import type { PageEvidence } from "./page-evidence";
import type { Profile, Rule, RuleContext } from "./rule";
import { rules as allRules } from "./rules";
import { createWidget, type ParsedSources } from "./widget/create-widget";
import { objectOf } from "./widget/manifest-view";
import type { ReadWidget, WidgetFiles } from "./widget/widget-files";

export interface CheckOptions {
  /** Default: what the configuration says, else "marketplace". */
  readonly profile?: Profile;
  /** Default: what the configuration says, else "kommo". */
  readonly brand?: Brand;
  readonly config?: CheckConfig;
  readonly attestations?: Attestations | null;
  readonly listing?: Listing | null;
  readonly page?: PageEvidence | null;
  /** ISO date; default: the day of the call. */
  readonly today?: string;
  /** Default: all. */
  readonly rules?: readonly Rule[];
  readonly parsed?: ParsedSources;
  /** Waited for before each rule: a server lets its requests through meanwhile. What it throws ends the check. */
  readonly pause?: () => Promise<void>;
}

export interface CheckResult {
  readonly profile: Profile;
  readonly brand: Brand;
  readonly findings: readonly Finding[];
  readonly summary: Summary;
  /** What `--fix` would change, by file. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
}

/**
 * Checks a widget against the marketplace's rules: the same for a folder, an archive and the files of a build that
 * are nowhere yet. Reads nothing but what it is given, and never throws for what the widget holds.
 *
 * @example
 * const { findings } = await checkWidget(files, { profile: "private" });
 */
export async function checkWidget(
  input: WidgetFiles | ReadWidget,
  options: CheckOptions = {},
): Promise<CheckResult> {
  const check = beginCheck(input, options);
  for (const { rule, context } of check.due) {
    await options.pause?.();
    await reportStatement(rule, context, options.attestations ?? null);
    await rule.check?.(context);
    if (rule.inPage !== undefined) checkPage(rule, rule.inPage, context, check.collector);
  }
  const { profile, brand } = check;
  const { kept, suppressed } = check.finish();
  return {
    profile,
    brand,
    findings: kept.map(withoutEdits),
    summary: summarize(kept, check.rules, check.collector, suppressed),
    edits: groupEdits(kept),
  };
}

/**
 * The same for tools that wait for nothing, such as an editor's linter: rules only, without what a person signs. Each
 * finding keeps its edits.
 *
 * @throws when one of the rules cannot answer at once
 */
export function checkAtOnce(
  input: ReadWidget,
  options: CheckOptions & { readonly rules: readonly Rule[] },
): readonly CollectedFinding[] {
  const check = beginCheck(input, options);
  for (const { rule, context } of check.due)
    if (rule.check?.(context) !== undefined) throw new Error(`${rule.id} does not answer at once.`);
  return check.finish().kept;
}

interface Check {
  readonly profile: Profile;
  readonly brand: Brand;
  readonly rules: readonly Rule[];
  /** The rules that have something to look at. */
  readonly due: readonly { readonly rule: Rule; readonly context: RuleContext }[];
  readonly collector: Collector;
  finish(): { readonly kept: readonly CollectedFinding[]; readonly suppressed: number };
}

function beginCheck(input: WidgetFiles | ReadWidget, options: CheckOptions): Check {
  const config = options.config ?? emptyConfig;
  const profile = options.profile ?? config.profile ?? "marketplace";
  const brand = options.brand ?? config.brand ?? "kommo";
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const widget = createWidget("files" in input ? input : describeFiles(input), options.parsed);
  const collector = createCollector(widget, profile);
  const rules = options.rules ?? allRules;
  const context = {
    widget,
    profile,
    brand,
    config,
    listing: options.listing ?? null,
    page: options.page ?? null,
    today,
  };
  const due = rules.filter((rule) => {
    const reason = findReasonToSkip(rule, context);
    if (reason !== null) collector.skip(rule, reason);
    return reason === null;
  });
  return {
    profile,
    brand,
    rules,
    due: due.map((rule) => ({ rule, context: bind(context, rule, collector) })),
    collector,
    finish() {
      const unsuppressable = new Set(rules.filter((rule) => rule.unsuppressable).map((rule) => rule.id));
      const { kept, suppressed } = suppressFindings(
        collector.findings,
        config.suppress,
        unsuppressable,
        today,
      );
      return { kept: [...kept].sort(compare), suppressed };
    },
  };
}

function describeFiles(files: WidgetFiles): ReadWidget {
  return { files, entries: [...files.keys()], kind: "zip", name: "widget.zip", faults: [] };
}

function findReasonToSkip(
  rule: Rule,
  context: Pick<RuleContext, "widget" | "profile" | "brand">,
): string | null {
  if (!rule.profiles.includes(context.profile)) return "holds for the marketplace only";
  if (!rule.brands.includes(context.brand)) return `holds for ${rule.brands.join(" and ")} only`;
  if (rule.needsManifest && objectOf(context.widget.manifest.document?.value) === null)
    return "there is no readable manifest.json in the root";
  return null;
}

function bind(context: Omit<RuleContext, "report" | "skip">, rule: Rule, collector: Collector): RuleContext {
  return {
    ...context,
    report: (report) => collector.report(rule, report),
    skip: (reason) => collector.skip(rule, reason),
  };
}

function compare(a: CollectedFinding, b: CollectedFinding): number {
  const order = compareTexts(a.file ?? "", b.file ?? "") || (a.line ?? 0) - (b.line ?? 0);
  return order || (a.column ?? 0) - (b.column ?? 0) || Number(a.rule.slice(2)) - Number(b.rule.slice(2));
}

/** By code units: the collation of a language takes longer to start than many a check. */
function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function summarize(
  findings: readonly Finding[],
  rules: readonly Rule[],
  { skipped }: Collector,
  suppressed: number,
): Summary {
  const count = (severity: Finding["severity"]) =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    errors: count("error"),
    warnings: count("warning"),
    manual: count("manual"),
    notes: count("note"),
    rules: rules.length - skipped.size,
    suppressed,
    skipped: [...skipped].map(([rule, reasons]) => ({ rule, reason: reasons.join("; ") })),
  };
}

function withoutEdits(collected: CollectedFinding): Finding {
  const { edits, ...finding } = collected;
  void edits;
  return finding;
}

function groupEdits(findings: readonly CollectedFinding[]): ReadonlyMap<string, readonly TextEdit[]> {
  const byFile = new Map<string, TextEdit[]>();
  for (const { file, edits } of findings) {
    if (file === null || edits.length === 0) continue;
    byFile.set(file, [...(byFile.get(file) ?? []), ...edits]);
  }
  return byFile;
}
