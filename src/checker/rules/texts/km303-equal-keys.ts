import { describeInsertion } from "../../fix/insert-json-member";
import { defineRule, everyBrand, everyProfile, type RuleContext } from "../../rule";
import { groupByLocale, type LocaleString } from "../../texts/list-strings";
import { findMissingKeys, listPlaceholders } from "./compare-locales";

export const km303 = defineRule({
  id: "KM303",
  clause: "Kommo: i18n, manifest.json",
  title: "All languages have the same keys, the same placeholders, and no empty text.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  mends: true,
  needsManifest: true,
  why: "A key that one language lacks is a hole in the interface for its users; a placeholder that is lost is a number or a name that nobody reads.",
  good: 'en.json: "due": "due {date}"\npt.json: "due": "vence em {date}"',
  bad: 'en.json: "due": "due {date}"\npt.json: "due": "vence em breve"',
  check(context) {
    const { widget, report } = context;
    const byLocale = groupByLocale(widget.strings);
    for (const [locale, strings] of byLocale) {
      for (const key of findMissingKeys(strings, widget.strings).slice(0, mostMissing))
        reportMissing(context, locale, key);
      for (const { file, at, key, text } of strings)
        if (text.trim() === "")
          report({ file, at, severity: "warning", message: `The text ${key} is empty.` });
    }
    comparePlaceholders(context);
  },
});

/** More in one file are one mistake. */
const mostMissing = 300;

function reportMissing({ widget, report }: RuleContext, locale: string, key: string): void {
  const document = widget.locales.get(locale);
  if (document === undefined) return;
  const others = widget.strings.filter((item) => item.key === key || item.key.startsWith(`${key}.`));
  const source = others[0]?.locale;
  report({
    file: document.file,
    at: document.nearestOffset(key.split(".")),
    message: `The key ${key} is missing.`,
    expected: `as in i18n/${source}.json`,
    fix: "add the text in this language.",
    edits: describeInsertion(
      document,
      key,
      others.filter((item) => item.locale === source),
    ),
  });
}

function comparePlaceholders({ widget, report }: RuleContext): void {
  const first = new Map<string, LocaleString>();
  for (const item of widget.strings) {
    const model = first.get(item.key);
    if (model === undefined) first.set(item.key, item);
    if (model === undefined || item.text.trim() === "") continue;
    const [wanted, found] = [listPlaceholders(model.text), listPlaceholders(item.text)];
    if (wanted.join() === found.join()) continue;
    report({
      file: item.file,
      at: item.at,
      severity: "warning",
      message: `The text ${item.key} has other placeholders than in ${model.file}.`,
      found: found.join(", ") || "none",
      expected: wanted.join(", ") || "none",
    });
  }
}
