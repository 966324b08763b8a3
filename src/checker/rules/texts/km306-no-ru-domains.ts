import { defineRule, everyBrand } from "../../rule";

const ruDomain = /[\p{L}\d_-]\.ru(?![\p{L}\d_-])(?!\.\w)/iu;
const checked = new Set(["en", "es", "pt"]);

export const km306 = defineRule({
  id: "KM306",
  clause: "amoCRM: Requirements; Kommo: Publish an integration",
  title: "English, Spanish and Portuguese texts name no site and no e-mail under .ru.",
  severity: "error",
  kind: "exact",
  profiles: ["marketplace"],
  brands: everyBrand,
  needsManifest: true,
  why: "Links of these files must lead to sites in their language.",
  good: '"help": "Write to help@acme.com"',
  bad: '"help": "Write to help@acme.ru"',
  check({ widget, report }) {
    for (const { locale, file, at, key, text } of widget.strings) {
      const found = checked.has(locale) ? findAddress(text) : null;
      if (found !== null)
        report({
          file,
          at,
          message: `The text ${key} names an address under .ru.`,
          found,
          fix: "give one in the language of the file.",
        });
    }
    const { locales, get, document } = widget.manifest;
    if (!locales.some((locale) => checked.has(locale))) return;
    for (const field of ["link", "email"]) {
      const value = get("widget", "support", field);
      if (typeof value !== "string" || findAddress(value) === null) continue;
      report({
        file: "manifest.json",
        at: document?.offsetOf(["widget", "support", field]) ?? null,
        message: "The support address lies under .ru, and the widget is offered in other languages.",
        found: value,
        fix: "give an international one.",
      });
    }
  },
});

function findAddress(text: string): string | null {
  return ruDomain.test(text) ? (/[^\s"'<>]*\.ru(?![\p{L}\d_-])[^\s"'<>]*/iu.exec(text)?.[0] ?? text) : null;
}
