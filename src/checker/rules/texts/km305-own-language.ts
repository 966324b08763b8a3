import { untranslatedMark } from "../../fix/insert-json-member";
import { defineRule, everyBrand, type RuleContext } from "../../rule";
import { guessOtherLanguage } from "../../texts/guess-language";
import { groupByLocale, type LocaleString } from "../../texts/list-strings";
import { toPlainText } from "../../texts/read-markup";

const mostEqual = 0.2;
const fewestEqual = 3;
/** Kommo allows half a year to translate them. */
const inGrace = new Set(["tr", "id"]);

export const km305 = defineRule({
  id: "KM305",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: "Every text is in the language of its file.",
  severity: "warning",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  needsManifest: true,
  why: "Moderators read the widget in every language that it offers.",
  good: 'en.json: "Add a task now"\nes.json: "Añadir una tarea ahora"',
  bad: "es.json, a copy of en.json",
  check(context) {
    const { widget, report } = context;
    const byLocale = groupByLocale(widget.strings);
    for (const { file, at, key, text } of widget.strings) {
      if (text.startsWith(untranslatedMark))
        report({
          file,
          at,
          severity: "error",
          message: `The text ${key} waits for its translation.`,
          found: text,
        });
    }
    const locales = [...byLocale.keys()];
    for (const [index, locale] of locales.entries()) {
      const strings = byLocale.get(locale) ?? [];
      const twin = locales
        .slice(0, index)
        .find((other) => reportEqual(context, strings, byLocale.get(other) ?? []));
      if (twin === undefined) reportOther(context, locale, strings);
    }
  },
});

function reportEqual(
  { report }: RuleContext,
  own: readonly LocaleString[],
  other: readonly LocaleString[],
): boolean {
  const [first] = own;
  if (first === undefined || inGrace.has(first.locale)) return false;
  const texts = new Map(other.map(({ key, text }) => [key, text]));
  const long = own.filter(({ text }) => toPlainText(text).split(" ").length >= 3);
  const equal = long.filter(({ key, text }) => texts.get(key) === text);
  if (equal.length < fewestEqual || equal.length / long.length < mostEqual) return false;
  report({
    file: first.file,
    at: equal[0]?.at ?? null,
    message: `${equal.length} of ${long.length} longer texts are the same as in ${other[0]?.file}.`,
    found: equal[0]?.text.slice(0, 100) ?? null,
    expected: "texts in the language of the file",
    fix: "translate them.",
  });
  return true;
}

function reportOther({ report }: RuleContext, locale: string, strings: readonly LocaleString[]): void {
  const [first] = strings;
  const language = guessOtherLanguage(strings.map(({ text }) => toPlainText(text)).join(" "), locale);
  if (first === undefined || language === null || (language === "en" && inGrace.has(locale))) return;
  report({
    file: first.file,
    message: `The texts look like ${language}, not like ${locale}.`,
    found: language,
    expected: locale,
    fix: "translate them.",
  });
}
