import { defineRule, everyBrand, type RuleContext } from "../../rule";
import { removeAddresses } from "../../texts/find-links";
import { decodeEntities, readTags } from "../../texts/read-markup";
import { fromListing } from "../../texts/describe-integration";

const names = /(?<![\p{L}\d_@#./-])(kommo|amo[\s-]?crm|амо[\s-]?(?:crm|срм))(?![\p{L}\d_-])/giu;

export const km316 = defineRule({
  id: "KM316",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: '"Kommo" and "amoCRM" are spelled so.',
  severity: "error",
  kind: "exact",
  profiles: ["marketplace"],
  brands: everyBrand,
  needsManifest: true,
  why: "They are names.",
  good: "your Kommo account",
  bad: "your kommo account; AMO CRM",
  check(context) {
    for (const { text, file, at, key } of context.widget.strings)
      reportNames(context, text, file, at, `The text ${key}`);
    for (const field of ["name", "shortDescription", "description", "installedDescription"] as const)
      for (const { text, source } of fromListing(context, field))
        reportNames(context, text, null, null, `A text of ${source}`);
  },
});

function reportNames(
  context: RuleContext,
  text: string,
  file: string | null,
  at: number | null,
  what: string,
): void {
  const wrong = [...removeAddresses(removeTags(text)).matchAll(names)].find(
    ([name]) => name !== "Kommo" && name !== "amoCRM",
  );
  if (wrong === undefined) return;
  const expected = /^k/i.test(wrong[0]) ? "Kommo" : "amoCRM";
  context.report({ file, at, message: `${what} spells ${expected} wrong.`, found: wrong[0], expected });
}

function removeTags(text: string): string {
  return decodeEntities(
    readTags(text).reduce(
      (left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end),
      text,
    ),
  );
}
