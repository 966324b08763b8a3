import { defineRule, everyBrand, type RuleContext } from "../../rule";
import { fromListing, listPresentations } from "../../texts/describe-integration";
import { countCharacters, toPlainText } from "../../texts/read-markup";

export const km315 = defineRule({
  id: "KM315",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: "Teaser and descriptions say what they must.",
  severity: "manual",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  needsManifest: true,
  why: "A user decides by them, and finds help in them.",
  good: "Notes beside every lead. Free for up to three users, then 5 USD a user and month.",
  bad: "Our widget costs 5 a month.",
  statement:
    "The teaser says why to choose the widget. The description before the installation tells its benefit in plain words and with little markup; the one after it tells how to switch it on and off, set it up, use it and get help, what it costs in which currencies, and which plan of the CRM it needs.",
  evidenceFiles: /^i18n\//,
  evidence: (context) =>
    listPresentations(context, "description")
      .map(({ source, text }) => `${source}: ${countCharacters(toPlainText(text))} characters`)
      .join("; ") || null,
  check(context) {
    for (const { text, file, at, source } of listPresentations(context, "description")) {
      if (
        !/\b(?:price|costs?|precio|cuesta|preço|custa)\b[^.]{0,40}\d/i.test(toPlainText(text)) ||
        hasCurrency(text)
      )
        continue;
      hint(
        context,
        file,
        at,
        `The description in ${source} names a price without its currency.`,
        "USD, EUR or another currency",
      );
    }
    for (const { text, source } of fromListing(context, "installedDescription")) {
      if (/@|https?:|<a\b|\+\d/.test(text)) continue;
      hint(
        context,
        null,
        null,
        `The text after the installation in ${source} names no way to get help.`,
        "a mail address, a link or a phone number",
      );
    }
  },
});

function hint(
  { report }: RuleContext,
  file: string | null,
  at: number | null,
  message: string,
  expected: string,
): void {
  report({ file, at, severity: "warning", message, expected });
}

function hasCurrency(text: string): boolean {
  return /[$€£₽₺]|R\$|\b(?:USD|EUR|BRL|MXN|TRY|IDR|RUB|dollars?|euros?|reais|pesos|rp)\b/i.test(text);
}
