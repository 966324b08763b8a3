import { defineRule, everyBrand, type RuleContext } from "../../rule";
import { findLinks } from "../../texts/find-links";

const locales = ["en", "es", "pt", "tr", "id", "ru"];

export const km307 = defineRule({
  id: "KM307",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: "Every link leads to a page in the language of its file.",
  severity: "manual",
  kind: "exact",
  profiles: ["marketplace"],
  brands: everyBrand,
  needsManifest: true,
  why: "A user who follows a link goes on reading in the language of the widget, or not at all.",
  good: "en.json: https://acme.com/en/help\nes.json: https://acme.com/es/ayuda",
  bad: "en.json: https://acme.com/ru/help",
  statement:
    "Every link of the texts opens a page in the language of its file, its title, pictures, videos, contacts, offer and prices included.",
  evidenceFiles: /^i18n\//,
  evidence: (context) =>
    listLinks(context)
      .map(({ locale, url }) => `${locale}: ${url}`)
      .join("\n") || null,
  check(context) {
    for (const { locale, url, file, at, key } of listLinks(context)) {
      const path = URL.canParse(url) ? new URL(url).pathname : "";
      const other = locales.find((code) => code !== locale && new RegExp(`/${code}(?:/|$)`, "i").test(path));
      if (other === undefined) continue;
      context.report({
        file,
        at,
        severity: "warning",
        message: `The link of ${key} seems to lead to a page in ${other}.`,
        found: url,
        expected: `a page in ${locale}`,
      });
    }
  },
});

function listLinks({ widget }: RuleContext) {
  return widget.strings.flatMap((item) => findLinks(item.text).map(({ url }) => ({ ...item, url })));
}
