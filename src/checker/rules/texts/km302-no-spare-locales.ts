import { defineRule, everyBrand, everyProfile } from "../../rule";

export const km302 = defineRule({
  id: "KM302",
  clause: "Kommo: Public integration checklist (unused files); amoCRM: Requirements",
  title: "No i18n file belongs to a language that is not listed.",
  severity: "warning",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  needsManifest: true,
  why: "Nobody ever sees it. Most often the language was meant to be listed.",
  good: '"locale": ["en"], i18n/en.json',
  bad: '"locale": ["en"], i18n/en.json, i18n/ru.json',
  check({ widget, report }) {
    for (const [locale, { file }] of widget.locales) {
      if (widget.manifest.locales.includes(locale)) continue;
      report({
        file,
        message: `The manifest does not list the language ${locale}.`,
        found: locale,
        expected: widget.manifest.locales.join(", ") || null,
        fix: `list "${locale}" in widget.locale, or leave the file out.`,
      });
    }
  },
});
