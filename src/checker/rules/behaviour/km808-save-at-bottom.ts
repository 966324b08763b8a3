import { protectedParts } from "../../lists/host-parts";
import { defineRule, everyBrand } from "../../rule";
import { keyOf, methodOf, objectIn, textOf } from "../../script/read-call";
import { placeOfChange } from "./describe-changes";
import { findScriptChanges, findStyleChanges, type ScriptChange } from "./find-changes";

const placing =
  /^(?:position|top|right|bottom|left|inset|order|float|transform|translate|margin-top|grid-(?:row|area|column)|align-self)$/;

const concerns = (selector: string) => protectedParts.save.test(selector);

export const km808 = defineRule({
  id: "KM808",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: "The Save button stays at the bottom of the settings window.",
  severity: "warning",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  shownIn: ["script", "style"],
  why: "Users look for it where it is in every other widget.",
  good: '$(".widget_settings_block__controls").before(fields);',
  bad: '$(".js-widget-save").prependTo($window);',
  check(context) {
    for (const change of findScriptChanges(context, concerns)) {
      const message = judge(change);
      if (message !== null)
        context.report({ ...placeOfChange(change), message, expected: "fields above it, and nothing below" });
    }
    for (const { sheet, rule, at, selector } of findStyleChanges(context, concerns))
      if (rule.declarations.some(({ property }) => placing.test(property)))
        context.report({
          file: sheet.file,
          at,
          message: "This rule moves the Save button.",
          found: selector,
          expected: "fields above it, and nothing below",
        });
  },
  inPage: {
    sees: ["save"],
    describe: ({ subject, detail }) => ({
      message: "In the settings window the Save button does not lie below all fields.",
      found: `${subject}: ${detail}`,
      expected: "fields above it, and nothing below",
    }),
  },
});

/** Hiding it is no move: some widgets have nothing to save. */
function judge({ script, node, action }: ScriptChange): string | null {
  if (action === "move") return "This moves the Save button.";
  if (node.type !== "CallExpression") return null;
  const method = methodOf(node, script) ?? "";
  if (method === "after" || method === "insertAfter") return "This puts something below the Save button.";
  if (method !== "css") return null;
  const [first] = node.arguments;
  const properties = objectIn(script, first)?.properties.map((property) =>
    property.type === "Property" ? keyOf(property) : null,
  ) ?? [textOf(script, first)];
  return properties.some((property) => placing.test(property ?? "")) ? "This moves the Save button." : null;
}
