import { generate, type Atrule, type Selector } from "../../engines/css";
import { findClassLibrary, isGenericName } from "../../lists/host-classes";
import { defineRule, everyBrand, everyProfile, type RuleContext } from "../../rule";
import type { Stylesheet } from "../../style/create-stylesheet";
import { judgeSelector, leadingTokenOf } from "../../style/judge-selector";
import type { OwnNames } from "../../style/own-names";
import { readStyles } from "../../style/read-styles";

export const km503 = defineRule({
  id: "KM503",
  clause: "Kommo: Public integration checklist, Publish an integration, Styles; amoCRM: Requirements",
  title: "Every rule begins at a root or a prefix of the widget's own; animations and fonts carry it too.",
  severity: "warning",
  kind: "heuristic",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script", "style"],
  needsArchive: true,
  why: "Names like row or active are anybody's: the rule paints other widgets and the CRM, and theirs paint yours. Of two animations of one name the last one wins, in the whole page.",
  good: ".acme-form .row { display: flex; }\n@keyframes acme-spin { to { rotate: 1turn; } }",
  bad: ".row { display: flex; }\n@keyframes spin { to { rotate: 1turn; } }",
  check(context) {
    const { sheets, own } = readStyles(context);
    for (const sheet of sheets) {
      checkSelectors(context, sheet, own);
      checkNames(context, sheet, own);
    }
  },
});

interface Group {
  readonly first: Selector;
  count: number;
}

function checkSelectors({ report }: RuleContext, sheet: Stylesheet, own: OwnNames): void {
  // One finding a name: a sheet without a root would drown every other finding.
  const groups = new Map<string, Group>();
  for (const rule of sheet.rules) {
    for (const selector of rule.selectors) {
      if (judgeSelector(selector, rule, own) !== "foreign") continue;
      const token = leadingTokenOf(selector) ?? generate(selector);
      const library = findClassLibrary(token);
      const key = library === null ? token : `${library}'s`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { first: selector, count: 1 });
      else group.count++;
    }
  }
  for (const [key, { first, count }] of groups) {
    report({
      file: sheet.file,
      at: sheet.placeOf(first.loc?.start.offset ?? 0),
      message: describe(key, count),
      found: generate(first),
      expected:
        own.names.length > 0
          ? `a name that carries ${own.names.slice(0, 3).join(" or ")}`
          : "a name with a prefix of your own",
      fix: "put the root class of the widget before it.",
    });
  }
}

function describe(key: string, count: number): string {
  const rules = count === 1 ? "This selector does" : `${count} selectors do`;
  if (key.endsWith("'s"))
    return `${rules} not begin at the widget's root, but at classes of ${key.slice(0, -2)}.`;
  const kind = isGenericName(key) ? "a name that anybody may use" : "a name without the widget's sign";
  return `${rules} not begin at the widget's root, but at ${key}, ${kind}.`;
}

function checkNames({ report }: RuleContext, sheet: Stylesheet, own: OwnNames): void {
  // Old browsers want an animation twice.
  const told = new Set([""]);
  for (const atrule of sheet.atrules) {
    const name = readName(atrule);
    if (name === null || told.has(name) || own.isOwn(name)) continue;
    told.add(name);
    const isFont = /^font-face$/i.test(atrule.name);
    report({
      file: sheet.file,
      at: sheet.placeOf(atrule.loc?.start.offset ?? 0),
      message: `${isFont ? "The font" : "The animation"} "${name}" does not carry the widget's prefix.`,
      found: name,
      expected: `${own.names[0] ?? "your-prefix"}-${name.toLowerCase().replaceAll(/\W+/g, "-")}`,
    });
  }
}

function readName(atrule: Atrule): string | null {
  if (/keyframes$/i.test(atrule.name))
    return atrule.prelude === null ? "" : unquote(generate(atrule.prelude));
  if (!/^font-face$/i.test(atrule.name)) return null;
  const family = atrule.block?.children
    .toArray()
    .find((child) => child.type === "Declaration" && child.property.toLowerCase() === "font-family");
  return family?.type === "Declaration" ? unquote(generate(family.value)) : "";
}

function unquote(text: string): string {
  return text.trim().replaceAll(/^["']|["']$/g, "");
}
