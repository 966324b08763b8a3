import { defineRule, everyBrand, everyProfile } from "../../rule";
import { listTextPaths, readText } from "./text-paths";

export const km208 = defineRule({
  id: "KM208",
  clause: "Kommo: manifest.json, i18n",
  title: "Every path of the manifest leads to a text in every listed language.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  firm: true,
  needsManifest: true,
  why: "Where the text is missing, the user reads the path, or nothing.",
  good: '"name": "settings.login", and settings.login in en.json and pt.json',
  bad: '"name": "settings.login", and settings.login in en.json only',
  check({ widget, report }) {
    const present = widget.manifest.locales.filter(
      (locale) => widget.locales.get(locale)?.root?.type === "object",
    );
    for (const { key, at } of listTextPaths(widget)) {
      const lacking = present.filter((locale) => typeof readText(widget, locale, key) !== "string");
      if (lacking.length === 0) continue;
      report({
        file: "manifest.json",
        at,
        message: `There is no text for ${key} in ${lacking.map((locale) => `i18n/${locale}.json`).join(", ")}.`,
        found: key,
        expected: "a text in every listed language",
        fix: "add it, or mend the path.",
      });
    }
  },
});
