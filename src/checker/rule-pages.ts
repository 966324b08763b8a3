import { explainRule } from "./explain-rule";
import type { Rule } from "./rule";

const chapters: Readonly<Record<number, string>> = {
  1: "Archive and files",
  2: "manifest.json",
  3: "Texts and localisation",
  4: "Pictures",
  5: "Styles",
  6: "JavaScript",
  7: "Network and external resources",
  8: "Behaviour in the page",
  9: "Settings and installation",
  10: "Security and data",
  11: "The author's server",
  12: "Company, law and the submission",
};

/** The pages of docs/rules/: one a rule, and the table of all. By file name. */
export function listRulePages(rules: readonly Rule[]): ReadonlyMap<string, string> {
  const pages = new Map(rules.map((rule) => [`${rule.id}.md`, explainRule(rule)]));
  return pages.set("README.md", formatTable(rules));
}

function formatTable(rules: readonly Rule[]): string {
  const blocks = Object.entries(chapters).map(([number, title]) => {
    const own = rules.filter(({ id }) => Math.floor(Number(id.slice(2)) / 100) === Number(number));
    const rows = own.map(
      (rule) =>
        `| [${rule.id}](${rule.id}.md) | ${rule.title} | ${rule.severity} | ${rule.kind} | ${rule.profiles.join(", ")} | ${rule.brands.join(", ")} |`,
    );
    return [
      `## ${title}`,
      "",
      "| rule | what must be true | severity | known | profiles | brands |",
      "| --- | --- | --- | --- | --- | --- |",
      ...rows,
    ].join("\n");
  });
  return [
    "# The checker's rules",
    "",
    `${rules.length} rules, each a clause of the marketplace's checklist or of the pages behind it. These pages are written by \`npm run docs\` from the rules themselves.`,
    "",
    "Severity is that of a finding where the finding says nothing else; in the private profile an error that would not keep the widget from being uploaded or from starting is a warning. *exact*: a machine can tell. *heuristic*: by signs that may mislead. *page*: in a running page, with `--run`. *attested*: a person looks, and signs in `attest.json`.",
    "",
    ...blocks.flatMap((block) => [block, ""]),
  ].join("\n");
}
