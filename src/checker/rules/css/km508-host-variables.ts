import type { Declaration, Selector } from "../../engines/css";
import { defineRule, everyBrand, everyProfile } from "../../rule";
import type { OwnNames } from "../../style/own-names";
import { readStyles } from "../../style/read-styles";

export const km508 = defineRule({
  id: "KM508",
  clause: "Kommo: Dark theme; amoCRM: Dark theme",
  title: "The CRM's variables are not set anew, and variables of the page's root carry the widget's name.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["style"],
  needsArchive: true,
  why: "A palette variable that a widget sets repaints the CRM. A name like --white may be another widget's.",
  good: ":root { --acme-text: var(--palette-text-primary); }",
  bad: ":root { --palette-text-primary: #000; --white: #fff; }",
  check(context) {
    const { sheets, own } = readStyles(context);
    for (const sheet of sheets) {
      const placeOf = ({ loc }: Declaration) => sheet.placeOf(loc?.start.offset ?? 0);
      for (const { selectors, declarations } of sheet.rules) {
        const variables = declarations.filter(({ property }) => property.startsWith("--"));
        const hosts = variables.filter(({ property }) => property.startsWith("--palette-"));
        for (const declaration of hosts)
          context.report({
            file: sheet.file,
            at: placeOf(declaration),
            message: `${declaration.property} belongs to the CRM.`,
            found: declaration.property,
            expected: "a variable of your own",
          });
        if (!selectors.some(isPageRoot)) continue;
        const anybodys = variables.filter(
          (declaration) =>
            !declaration.property.startsWith("--palette-") &&
            !isOwnVariable(declaration.property.slice(2), own),
        );
        // A rule names its variables alike: that is one cause.
        const [first] = anybodys;
        if (first === undefined) continue;
        const names = anybodys.map(({ property }) => property);
        context.report({
          file: sheet.file,
          at: placeOf(first),
          severity: "warning",
          message:
            names.length === 1
              ? `${first.property} is set for the whole page under a name without the widget's sign.`
              : `${names.length} variables are set for the whole page under names without the widget's sign.`,
          found: names.join(", ").slice(0, 200),
          expected: `--${own.names[0] ?? "your-prefix"}-${first.property.slice(2)}`,
        });
      }
    }
  },
});

/** Where no name is known, a name of one word has no prefix at all. */
function isOwnVariable(name: string, own: OwnNames): boolean {
  return own.isOwn(name) && (own.names.length > 0 || name.includes("-"));
}

function isPageRoot(selector: Selector): boolean {
  const [first] = selector.children.toArray();
  const isRoot =
    (first?.type === "PseudoClassSelector" && first.name === "root") ||
    (first?.type === "TypeSelector" && /^(?:html|body|\*)$/i.test(first.name));
  return isRoot && !selector.children.some(({ type }) => type === "Combinator");
}
