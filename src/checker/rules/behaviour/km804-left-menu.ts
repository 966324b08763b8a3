import { protectedParts } from "../../lists/host-parts";
import { nameAreas } from "../../page/name-areas";
import { defineRule, everyBrand } from "../../rule";
import { placeOfChange } from "./describe-changes";
import { createForeignTest, findScriptChanges, findStyleChanges } from "./find-changes";

export const km804 = defineRule({
  id: "KM804",
  clause: "Kommo: Public integration checklist, Left menu; amoCRM: Requirements, Left menu",
  title: "The left menu is changed by the manifest only.",
  severity: "error",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  shownIn: ["script", "style"],
  why: "Every user of the account works with it, whichever widgets are installed.",
  good: '"left_menu": { "notes": { "title": "menu.title", … } }',
  bad: '$(".nav__menu").append(item);\n.nav__menu { display: none; }',
  check(context) {
    const concerns = createForeignTest(context, protectedParts.leftMenu);
    const fix = "describe the item in left_menu of manifest.json.";
    for (const change of findScriptChanges(context, concerns))
      context.report({ ...placeOfChange(change), message: "This changes the CRM's left menu.", fix });
    for (const { sheet, at, selector } of findStyleChanges(context, concerns))
      context.report({
        file: sheet.file,
        at,
        message: "This rule restyles the CRM's left menu.",
        found: selector,
        fix,
      });
  },
  inPage: {
    sees: ["menu"],
    describe: (sight) => ({
      message: `The CRM's left menu is changed ${nameAreas(sight)}.`,
      found: `${sight.subject}: ${sight.detail}`,
      fix: "describe the item in left_menu of manifest.json.",
    }),
  },
});
