import { defineRule, everyBrand, everyProfile } from "../../rule";
import { locationNeeds } from "./location-needs";
import { createMemberReporter } from "./report-member";
import { readText } from "./text-paths";

export const km210 = defineRule({
  id: "KM210",
  clause: "Kommo: Widget locations, manifest.json; amoCRM: Areas",
  title: "Each location has the blocks and texts that it needs.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  firm: true,
  needsManifest: true,
  why: "Without its block a location has no title, no address, no step: the CRM shows nothing or refuses the archive.",
  good: '"locations": ["advanced_settings"], "advanced": { "title": "advanced.title" }',
  bad: '"locations": ["advanced_settings"]',
  check(context) {
    const { widget } = context;
    const report = createMemberReporter(context);
    const codes = new Set(widget.manifest.locations.map(({ code }) => code));
    for (const code of codes) {
      for (const unmet of locationNeeds[code]?.(widget) ?? [])
        if (unmet !== null) report(unmet.path, unmet.message, { expected: unmet.expected });
    }
    if (!codes.has("ai_agent")) return;
    for (const locale of widget.manifest.locales) {
      const text = readText(widget, locale, "widget.ai_agent_description");
      if (typeof text !== "string" || [...text].length <= 110) continue;
      report(["locations"], `The text widget.ai_agent_description of i18n/${locale}.json will be cut.`, {
        severity: "warning",
        found: `${[...text].length} characters`,
        expected: "about 100 characters",
      });
    }
  },
});
