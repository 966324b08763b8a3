import { defineRule, everyBrand, everyProfile } from "../../rule";
import { createMemberReporter } from "./report-member";

export const km205 = defineRule({
  id: "KM205",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: "locations is a list at the top level of the manifest, and not empty.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  firm: true,
  needsManifest: true,
  why: "The CRM starts the widget where the list says, and nowhere without it.",
  good: '"locations": ["settings", "lcard-1"]',
  bad: '"widget": { "locations": ["settings"] }',
  check(context) {
    const report = createMemberReporter(context);
    const { get } = context.widget.manifest;
    const value = get("locations");
    const expected = 'a list of locations: ["settings", "lcard-1"]';
    const inner = ["widget", "locations"];
    if (value === undefined && get(...inner) !== undefined)
      return report(inner, "locations stands inside widget.", {
        expected,
        fix: "move it up, beside widget.",
      });
    if (value === undefined) return report(["locations"], "locations is missing.", { expected });
    if (!Array.isArray(value)) return report(["locations"], "locations is no list.", { expected });
    if (value.length === 0) return report(["locations"], "locations is empty.", { expected });
    for (const [index, item] of (value as unknown[]).entries())
      if (typeof item !== "string")
        report(["locations", index], "A location is no text.", { expected: '"lcard-1"' });
  },
});
