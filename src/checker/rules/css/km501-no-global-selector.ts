import { generate, type Selector } from "../../engines/css";
import { defineRule, everyBrand, everyProfile } from "../../rule";
import type { StyleRule } from "../../style/create-stylesheet";
import { judgeSelector } from "../../style/judge-selector";
import { readStyles } from "../../style/read-styles";

export const km501 = defineRule({
  id: "KM501",
  clause: "Kommo: Public integration checklist, Publish an integration; amoCRM: Requirements",
  title: "No selector matches elements of the whole page.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script", "style"],
  needsArchive: true,
  firm: true,
  holdsInLibraries: true,
  why: "All widgets live in one page with the CRM. A rule without a class or an id of the widget repaints the CRM and every other widget.",
  good: ".acme-form input { margin: 0; }\n:root { --acme-space: 8px; }",
  bad: "button { margin: 0; }\n[data-i18n] { color: red; }",
  check(context) {
    const { sheets, own } = readStyles(context);
    for (const sheet of sheets) {
      for (const rule of sheet.rules) {
        if (isOnlyVariables(rule)) continue;
        const bad = rule.selectors.filter((selector) => judgeSelector(selector, rule, own) === "global");
        const [first] = bad;
        if (first === undefined) continue;
        context.report({
          file: sheet.file,
          at: sheet.placeOf(first.loc?.start.offset ?? 0),
          message: "This selector matches elements of the whole page.",
          found: bad.map((selector) => generate(selector)).join(", "),
          expected: "a selector that begins with the widget's own class",
          fix: "put the root class of the widget before it.",
        });
      }
    }
  },
});

/** `:root { --acme-text: #000 }` paints nothing by itself; what it may be named is another rule's matter. */
function isOnlyVariables({ selectors, declarations }: StyleRule): boolean {
  return (
    declarations.length > 0 &&
    declarations.every(({ property }) => property.startsWith("--") || property === "color-scheme") &&
    declarations.some(({ property }) => property.startsWith("--")) &&
    selectors.every(isRoot)
  );
}

function isRoot(selector: Selector): boolean {
  return selector.children
    .toArray()
    .every(
      (part) =>
        (part.type === "PseudoClassSelector" && /^(?:root|host)$/.test(part.name)) ||
        (part.type === "TypeSelector" && part.name === "html") ||
        part.type === "AttributeSelector" ||
        part.type === "ClassSelector",
    );
}
