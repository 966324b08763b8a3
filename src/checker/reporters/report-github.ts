import type { CheckResult } from "../check-widget";
import type { Severity } from "../rule";

/** Findings as commands of a GitHub workflow, which shows them beside the lines. */
export function reportGithub({ findings }: CheckResult): string {
  return findings
    .map((finding) => {
      const place = [
        ["file", finding.file],
        ["line", finding.line],
        ["col", finding.column],
        ["title", finding.rule],
      ]
        .filter(([, value]) => value !== null)
        .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
      const text = [
        finding.message,
        finding.found && `Found: ${finding.found}`,
        finding.fix && `Fix: ${finding.fix}`,
      ];
      return `::${commands[finding.severity]} ${place.join(",")}::${escapeText(text.filter(Boolean).join("\n"))}\n`;
    })
    .join("");
}

const commands: Record<Severity, string> = {
  error: "error",
  warning: "warning",
  manual: "notice",
  note: "notice",
};

function escapeText(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
