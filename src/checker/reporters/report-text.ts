import type { CheckResult } from "../check-widget";
import type { Finding, Summary } from "../findings/finding";
import type { Severity } from "../rule";

/** Colours a word for the terminal; the identity where there is none. */
export type Paint = (style: "red" | "yellow" | "green" | "dim" | "bold", text: string) => string;

/** Findings as a person reads them: the least urgent first, because a terminal shows the end. */
export function reportText(result: CheckResult, target: string, paint: Paint): string {
  const order: readonly Severity[] = ["note", "manual", "warning", "error"];
  const blocks = order.flatMap((severity) =>
    result.findings
      .filter((finding) => finding.severity === severity)
      .map((finding) => formatFinding(finding, paint)),
  );
  return [...blocks, formatSummary(result, target, paint)].join("\n\n").concat("\n");
}

const colours = { error: "red", warning: "yellow", manual: "green", note: "dim" } as const;

function formatFinding(finding: Finding, paint: Paint): string {
  const place = [finding.file, finding.line, finding.column].filter((part) => part !== null).join(":");
  const head = [
    paint(colours[finding.severity], `${finding.rule} ${finding.severity}`),
    makeVisible(place),
    makeVisible(finding.message),
  ].filter(Boolean);
  const details = [
    ["Found", finding.found],
    ["Expected", finding.expected],
    ["Fix", finding.fix],
  ].flatMap(([label, text]) => (text === null ? [] : [makeVisible(`${label}: ${text}`)]));
  return [head.join("  "), ...details].join("\n       ");
}

/** A stranger's file name or text must not steer the terminal. */
function makeVisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (char) => {
    return `\\u${(char.codePointAt(0) as number).toString(16).padStart(4, "0")}`;
  });
}

function formatSummary({ profile, brand, summary }: CheckResult, target: string, paint: Paint): string {
  const { errors, warnings, manual, notes, rules, suppressed, skipped } = summary;
  const counts = [
    count(errors, "error"),
    count(warnings, "warning"),
    `${manual} for a person to look at`,
    count(notes, "note"),
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
  ];
  const lines = [
    paint("bold", `${target}: ${counts.join(", ")}.`),
    `Profile ${profile}, brand ${brand}. ${count(rules, "rule")} ran${skipped.length === 0 ? "." : `; not checked, or not in full:`}`,
    ...groupByReason(skipped).map(([reason, ids]) => paint("dim", `  ${reason}: ${ids.join(", ")}`)),
    "komponent explain <rule> tells why a rule is there, with a good and a bad example.",
  ];
  return lines.join("\n");
}

function groupByReason(skipped: Summary["skipped"]): [string, string[]][] {
  const groups = new Map<string, string[]>();
  for (const { rule, reason } of skipped) groups.set(reason, [...(groups.get(reason) ?? []), rule]);
  return [...groups];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
