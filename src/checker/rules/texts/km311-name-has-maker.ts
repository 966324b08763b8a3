import { defineRule } from "../../rule";
import { listPresentations } from "../../texts/describe-integration";
import { toPlainText } from "../../texts/read-markup";

export const km311 = defineRule({
  id: "KM311",
  clause: "Kommo: Public integration checklist, Publish an integration",
  title: 'The name ends with "via" or "by" and the maker.',
  severity: "error",
  kind: "exact",
  profiles: ["marketplace"],
  brands: ["kommo"],
  needsManifest: true,
  why: "Many integrations connect the same service; the maker tells them apart.",
  good: "WhatsApp via Acme",
  bad: "WhatsApp",
  check(context) {
    for (const { text, locale, file, at, source } of listPresentations(context, "name")) {
      const name = toPlainText(text);
      if (locale === "ru" || /(?:^|\s)(?:via|by)\s*:?\s*\S+/i.test(name)) continue;
      const translated = /(?:^|\s)(?:vía|por|через|от|ile|oleh)\s+\S+/iu.test(name);
      context.report({
        file,
        at,
        severity: translated ? "warning" : "error",
        message: translated
          ? `The name in ${source} names its maker, but not with "via" or "by".`
          : `The name in ${source} does not say who made the widget.`,
        found: name,
        expected: '"via" or "by" and the maker, in every language',
        fix: `write "${name.slice(0, 15).trim()} via …".`,
      });
    }
  },
});
