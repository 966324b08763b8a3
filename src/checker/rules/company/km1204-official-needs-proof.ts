import { defineRule, everyBrand, type RuleContext } from "../../rule";
import { toPlainText } from "../../texts/read-markup";

const official =
  /(?<!\p{L})(?:official(?:ly)?|oficial(?:es|mente)?|oficiais|официальн\p{L}*|resmi|resmî)(?!\p{L})(?:\s+\p{L}+)?/giu;
/** "The official site" claims nothing. */
const harmless =
  /^\p{L}+\s+(?:site|website|web|page|docs?|documentation|sitio|página|pagina|сайт\p{L}*|страниц\p{L}*|документаци\p{L}*|sitesi?)$/iu;

export const km1204 = defineRule({
  id: "KM1204",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: '"Official" integrations are backed by documents.',
  severity: "manual",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  needsManifest: true,
  why: "Only the owner of the service can say so.",
  good: "Telegram via Acme",
  bad: "The official Telegram integration",
  statement:
    "We hold documents for every claim of being official, and for the marks and logos of others that we show.",
  evidenceFiles: /^i18n\//,
  evidence: (context) =>
    listClaims(context)
      .map(({ file, key, found }) => `${file} ${key}: ${found}`)
      .join("; ") || null,
  check(context) {
    for (const { file, at, key, found } of listClaims(context))
      context.report({
        file,
        at,
        severity: "warning",
        message: `The text ${key} claims to be official.`,
        found,
        fix: "leave the word out, or sign KM1204.",
      });
  },
});

function listClaims({ widget }: RuleContext) {
  return widget.strings.flatMap((item) => {
    const found = (toPlainText(item.text).match(official) ?? []).find((claim) => !harmless.test(claim));
    return found === undefined ? [] : [{ ...item, found }];
  });
}
