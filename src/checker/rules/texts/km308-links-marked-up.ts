import { defineRule, everyBrand, type Report, type RuleContext } from "../../rule";
import { fromListing, listPresentations } from "../../texts/describe-integration";
import { findLinks } from "../../texts/find-links";

const model = '<a href="https://…" target="_blank" referrerpolicy="no-referrer">';

export const km308 = defineRule({
  id: "KM308",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: "Links in descriptions are <a> elements over https that open in a new tab.",
  severity: "error",
  kind: "exact",
  profiles: ["marketplace"],
  brands: everyBrand,
  needsManifest: true,
  why: "A bare address cannot be clicked. A link without a target takes the user out of the CRM, in the middle of the installation.",
  good: '<a href="https://acme.com" target="_blank" referrerpolicy="no-referrer">our site</a>',
  bad: "See https://acme.com",
  check(context) {
    const texts = [
      ...listPresentations(context, "description"),
      ...fromListing(context, "installedDescription"),
    ];
    for (const { text, file, at, source } of texts) {
      const tell = (report: Omit<Report, "file" | "at">) => context.report({ file, at, ...report });
      for (const link of findLinks(text)) checkLink(link, source, tell);
    }
  },
});

function checkLink(
  { url, isBare, attributes }: ReturnType<typeof findLinks>[number],
  source: string,
  tell: (report: Omit<Parameters<RuleContext["report"]>[0], "file" | "at">) => void,
): void {
  const found = url;
  const expected = model;
  if (isBare)
    return tell({ message: `A web address stands bare in the description of ${source}.`, found, expected });
  // Others open a program: mailto:, tel:, tg:.
  if (/^(?!https?:)[a-z][\w+.-]*:|^#/i.test(url)) return;
  const severity = "warning";
  if (!/^https:/i.test(url))
    tell({ severity, message: `A link of the description of ${source} is not https.`, found, expected });
  const lacking = [
    attributes.get("target") === "_blank" ? null : 'target="_blank"',
    /no-referrer/.test(
      `${attributes.get("referrerpolicy")} ${attributes.get("rel")}`.replace("noreferrer", "no-referrer"),
    )
      ? null
      : 'referrerpolicy="no-referrer"',
  ].filter((part) => part !== null);
  if (lacking.length === 0) return;
  tell({
    severity,
    message: `A link of the description of ${source} lacks ${lacking.join(" and ")}.`,
    found,
    expected,
  });
}
