import { defineRule, everyBrand, everyProfile } from "../../rule";
import { createMemberReporter } from "./report-member";

const textPath = /^[A-Za-z_][\w-]*(?:\.[\w-]+)+$/;

export const km202 = defineRule({
  id: "KM202",
  clause: "Kommo: Public integration checklist, manifest.json; amoCRM: Requirements",
  title: "widget.name, description and short_description are there and lead into the i18n files.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  firm: true,
  needsManifest: true,
  why: "The CRM shows these texts in the user's language; a literal text would be the same in all. They stay mandatory although the texts of the submission form replace them.",
  good: '"name": "widget.name"',
  bad: '"name": "My widget"',
  check(context) {
    const report = createMemberReporter(context);
    for (const field of ["name", "description", "short_description"]) {
      const value = context.widget.manifest.get("widget", field);
      if (typeof value === "string" && textPath.test(value)) continue;
      const message =
        value === undefined
          ? `widget.${field} is missing.`
          : `widget.${field} is no path into the i18n files.`;
      report(["widget", field], message, {
        expected: `"widget.${field}"`,
        fix: `write "${field}": "widget.${field}", and the text into each i18n/<locale>.json.`,
      });
    }
  },
});
