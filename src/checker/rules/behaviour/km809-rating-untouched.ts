import { protectedParts } from "../../lists/host-parts";
import { defineRule } from "../../rule";
import { placeOfChange } from "./describe-changes";
import { findScriptChanges, findStyleChanges } from "./find-changes";

const concerns = (selector: string) => protectedParts.rating.test(selector);

export const km809 = defineRule({
  id: "KM809",
  clause: "amoCRM: Requirements, Settings",
  title: "The rating and the reviews in the settings window are as the CRM shows them.",
  severity: "error",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: ["amocrm"],
  shownIn: ["script", "style"],
  why: "They are what other users say.",
  good: '$(".widget_settings_block").append(fields);',
  bad: ".widget-settings__additional-block { display: none; }",
  check(context) {
    for (const change of findScriptChanges(context, concerns))
      context.report({
        ...placeOfChange(change),
        message: "This changes the block with the rating and the reviews.",
      });
    for (const { sheet, at, selector } of findStyleChanges(context, concerns))
      context.report({
        file: sheet.file,
        at,
        message: "This rule restyles the block with the rating and the reviews.",
        found: selector,
      });
  },
});
