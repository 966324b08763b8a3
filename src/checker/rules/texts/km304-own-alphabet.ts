import { defineRule, everyBrand } from "../../rule";
import { removeAddresses } from "../../texts/find-links";
import { toPlainText } from "../../texts/read-markup";

const latinLocales = new Set(["en", "es", "pt", "tr", "id"]);

/** How languages call themselves: a list to pick one from holds them in their own letters. */
const languageNames = new Set([
  "русский",
  "українська",
  "беларуская",
  "қазақша",
  "қазақ тілі",
  "кыргызча",
  "ўзбекча",
  "български",
  "српски",
  "ქართული",
  "հայերեն",
  "ελληνικά",
  "עברית",
  "العربية",
  "हिन्दी",
  "ไทย",
  "中文",
  "日本語",
  "한국어",
]);

export const km304 = defineRule({
  id: "KM304",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: "A text in Latin letters holds no letters of another alphabet.",
  severity: "error",
  kind: "exact",
  profiles: ["marketplace"],
  brands: everyBrand,
  needsManifest: true,
  why: "It is a text that was not translated, or a Cyrillic letter that only looks like a Latin one and breaks the search.",
  good: '"save": "Save"',
  bad: '"save": "Сохранить"   // in en.json',
  check({ widget, config, report }) {
    for (const { locale, file, at, key, text } of widget.strings) {
      if (!latinLocales.has(locale)) continue;
      const prose = removeAddresses(toPlainText(text));
      if (languageNames.has(prose.trim().toLowerCase())) continue;
      const rest = config.allowedWords.reduce((left, { word }) => left.replaceAll(word, ""), prose);
      const foreign = findForeignWord(rest);
      if (foreign === null) continue;
      report({
        file,
        at,
        message: `The text ${key} holds letters of another alphabet.`,
        found: foreign,
        expected: "Latin letters",
        fix: "translate it; a name that is written so goes into allowedWords of check.json, with the reason.",
      });
    }
  },
});

/** A word with letters that are not Latin; a single Greek letter is a unit or a sign. */
function findForeignWord(text: string): string | null {
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    if (/^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+$/u.test(word)) continue;
    if (/^\p{Script=Greek}$/u.test(word)) continue;
    return word;
  }
  return null;
}
