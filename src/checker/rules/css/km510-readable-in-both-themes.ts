import { nameAreas } from "../../page/name-areas";
import { defineRule } from "../../rule";

export const km510 = defineRule({
  id: "KM510",
  clause: "Kommo: Public integration checklist, Dark theme",
  title: "Every part is readable in both themes.",
  severity: "warning",
  kind: "page",
  profiles: ["marketplace"],
  brands: ["kommo"],
  why: "A text needs a contrast of 4.5 to its ground; large texts, icons and the borders of controls need 3.",
  good: ".acme-note { color: var(--palette-text-primary); }",
  bad: ".acme-note { color: #000; } on the dark panel",
  statement:
    "We looked at every area in the light and in the dark theme: all texts, buttons, links and icons are readable.",
  evidenceFiles: /\.(?:css|js|html?|twig|svg)$/i,
  inPage: {
    sees: ["contrast"],
    describe: (sight) => ({
      message: `A text is hard to read ${nameAreas(sight)}.`,
      found: `${sight.subject}: ${sight.detail}`,
      expected: "a contrast of 4.5, or 3.0 where the text is large",
      fix: "take the CRM's variables, which change with the theme: var(--palette-text-primary).",
    }),
  },
});
