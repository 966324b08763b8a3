import type { Rule } from "./rule";

/** A rule as its page in docs/rules/ tells it: what it asks, why, and one good and one bad example. */
export function explainRule(rule: Rule): string {
  const sections = [
    `# ${rule.id}: ${rule.title}`,
    describeScope(rule),
    `## Why\n\n${rule.why}`,
    ...(rule.statement === undefined ? [] : [`## What a person signs\n\n> ${rule.statement}`]),
    ...(rule.good === "" ? [] : [`## Good\n\n${fence(rule.good)}`]),
    ...(rule.bad === "" ? [] : [`## Bad\n\n${fence(rule.bad)}`]),
    `## Where it is written\n\n${rule.clause}`,
  ];
  return `${sections.join("\n\n")}\n`;
}

const kinds: Record<Rule["kind"], string> = {
  exact: "found exactly",
  heuristic: "found by signs, which may mislead",
  page: "found in a running page only (`--run`)",
  attested: "a person must look",
};

function describeScope(rule: Rule): string {
  const severity = rule.severity === "manual" ? "for a person" : rule.severity;
  const profiles = rule.profiles.length === 2 ? "every profile" : `the profile ${rule.profiles.join()}`;
  const brands = rule.brands.length === 2 ? "both brands" : rule.brands.join();
  const firm = rule.severity !== "error" || rule.profiles.length === 1 ? "" : privateSeverity(rule);
  const more = rule.inPage !== undefined && rule.kind !== "page" ? "; in a running page (`--run`) too" : "";
  return `Severity: ${severity}${firm}. Holds for ${profiles} and ${brands}. How it is known: ${kinds[rule.kind]}${more}.`;
}

function privateSeverity(rule: Rule): string {
  return rule.firm ? ", in the private profile too" : ", in the private profile warning";
}

function fence(example: string): string {
  return `\`\`\`\n${example}\n\`\`\``;
}
