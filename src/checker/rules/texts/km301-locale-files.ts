import { defineRule, everyBrand, everyProfile } from "../../rule";

export const km301 = defineRule({
  id: "KM301",
  clause: "Kommo: manifest.json, i18n; amoCRM: Requirements",
  title: "Every listed language has its i18n file.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  firm: true,
  needsManifest: true,
  why: "Users of that language would read no text at all.",
  good: '"locale": ["en", "pt"], i18n/en.json, i18n/pt.json',
  bad: '"locale": ["en", "pt"], i18n/en.json',
  check({ widget, report }) {
    const { locales, document } = widget.manifest;
    for (const locale of locales) {
      const path = `i18n/${locale}.json`;
      if (widget.files.has(path)) continue;
      report({
        file: "manifest.json",
        at: document?.nearestOffset(["widget", "locale", locales.indexOf(locale)]) ?? null,
        message: `${path} is missing.`,
        found: `"${locale}"`,
        expected: path,
        fix: "add the file, or drop the language.",
      });
    }
  },
});
