import { generate } from "../../engines/css";
import { defineRule, everyBrand, everyProfile } from "../../rule";
import { judgeSelector } from "../../style/judge-selector";
import { readStyles } from "../../style/read-styles";

export const km502 = defineRule({
  id: "KM502",
  clause: "Kommo: Public integration checklist, Publish an integration, Styles; amoCRM: Requirements",
  title: "No rule styles a class of the CRM without a root of the widget's own around it.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script", "style"],
  needsArchive: true,
  why: "The CRM uses its classes everywhere. A rule for one of them changes every place where it stands.",
  good: ".acme .control-select { margin: 0; }\n.card-widgets__widget-acme .card-widgets__widget__body { padding: 0; }",
  bad: ".control-select { margin: 0; }",
  check(context) {
    const { sheets, own } = readStyles(context);
    for (const sheet of sheets) {
      for (const rule of sheet.rules) {
        const bad = rule.selectors.filter((selector) => judgeSelector(selector, rule, own) === "host");
        const [first] = bad;
        if (first === undefined) continue;
        context.report({
          file: sheet.file,
          at: sheet.placeOf(first.loc?.start.offset ?? 0),
          message: "This rule styles the CRM's own elements outside the widget too.",
          found: bad.map((selector) => generate(selector)).join(", "),
          expected: "a class of the widget's own before the CRM's class",
          fix: "put the root class of the widget before it.",
        });
      }
    }
  },
});
