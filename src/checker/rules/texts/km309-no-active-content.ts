import { defineRule, everyBrand, everyProfile } from "../../rule";
import { readTags, type Tag } from "../../texts/read-markup";

export const km309 = defineRule({
  id: "KM309",
  clause: "Kommo: Public integration checklist",
  title: "No text holds scripts, frames or handlers.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  needsManifest: true,
  why: "Texts of the description are put into the CRM's page as HTML.",
  good: "<b>Notes</b> beside every lead",
  bad: "<img src=x onerror=alert(1)>",
  check({ widget, report }) {
    for (const { file, at, key, text } of widget.strings) {
      const active = readTags(text).find(isActive);
      if (active === undefined) continue;
      const found = text.slice(active.start, active.end).slice(0, 120);
      report({
        file,
        at,
        message: `The text ${key} holds active content.`,
        found,
        fix: "leave it to words, <b>, <p> and <a>.",
      });
    }
  },
});

function isActive({ name, attributes }: Tag): boolean {
  if (/^(?:script|iframe|frame|object|embed|link|meta|base)$/.test(name)) return true;
  return [...attributes].some(
    ([attribute, value]) => /^on[a-z]+$/.test(attribute) || /^\s*javascript:/i.test(value),
  );
}
