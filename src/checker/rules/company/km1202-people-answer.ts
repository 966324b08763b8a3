import { defineRule, everyBrand, type RuleContext } from "../../rule";
import { toPlainText } from "../../texts/read-markup";

const phone = /\+\d[\d\s().-]{6,20}\d/g;
const mail = /[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,100}/g;

export const km1202 = defineRule({
  id: "KM1202",
  clause: "Kommo: Publish an integration, Create a Public integration; amoCRM: Requirements",
  title: "People answer in every language that is offered.",
  severity: "manual",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  needsManifest: true,
  why: "A user who reads Spanish writes in Spanish.",
  good: "en: +1 555 0100",
  bad: "en: +7 495 000-00-00, answered in Russian",
  statement: "Mails and calls in each language that is offered are answered in it, by people.",
  evidenceFiles: /^i18n\//,
  evidence: (context) =>
    listContacts(context)
      .map(({ locale, found }) => `${locale}: ${found}`)
      .join(", ") || null,
  check(context) {
    if (context.brand !== "amocrm") return;
    for (const { locale, found, file, at } of listContacts(context)) {
      if (!["en", "es", "pt"].includes(locale) || !found.startsWith("+") || found.startsWith("+1")) continue;
      context.report({
        file,
        at,
        severity: "warning",
        message: `A phone number of the texts in ${locale} is not one of +1.`,
        found,
        expected: "+1, unless those who answer it speak the language",
      });
    }
  },
});

function listContacts({ widget }: RuleContext) {
  const seen = new Set<string>();
  return widget.strings.flatMap(({ locale, text, file, at }) => {
    const plain = toPlainText(text);
    const found = [...(plain.match(phone) ?? []), ...(plain.match(mail) ?? [])];
    return found.flatMap((contact) => {
      const key = `${locale} ${contact}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ locale, found: contact, file, at }];
    });
  });
}
