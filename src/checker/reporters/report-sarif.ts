import type { CheckResult } from "../check-widget";
import type { Finding } from "../findings/finding";
import type { Rule, Severity } from "../rule";

/** Findings in SARIF 2.1.0, which code hosts and editors read. Only the rules that found something are described. */
export function reportSarif({ findings }: CheckResult, rules: readonly Rule[], version: string): string {
  const ids = [...new Set(findings.map((finding) => finding.rule))];
  const driver = {
    name: "komponent",
    version,
    rules: ids.flatMap((id) => rules.filter((rule) => rule.id === id).map(describeRule)),
  };
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results: findings.map(describeFinding) }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const levels: Record<Severity, string> = { error: "error", warning: "warning", manual: "note", note: "note" };

function describeRule(rule: Rule) {
  return {
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    defaultConfiguration: { level: levels[rule.severity] },
  };
}

function describeFinding(finding: Finding) {
  const text = [
    finding.message,
    finding.found && `Found: ${finding.found}`,
    finding.fix && `Fix: ${finding.fix}`,
  ];
  const region =
    finding.line === null ? {} : { region: { startLine: finding.line, startColumn: finding.column ?? 1 } };
  const location = finding.file && {
    physicalLocation: { artifactLocation: { uri: encodeURI(finding.file) }, ...region },
  };
  return {
    ruleId: finding.rule,
    level: levels[finding.severity],
    message: { text: text.filter(Boolean).join("\n") },
    ...(location ? { locations: [location] } : {}),
  };
}
