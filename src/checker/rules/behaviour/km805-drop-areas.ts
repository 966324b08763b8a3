import { hostParts, protectedParts } from "../../lists/host-parts";
import { nameAreas } from "../../page/name-areas";
import { defineRule, everyBrand, type RuleContext } from "../../rule";
import { createForeignTest } from "./find-changes";
import { findDropAreas } from "./find-drop-areas";

export const km805 = defineRule({
  id: "KM805",
  clause: "Kommo: Public integration checklist, Publish an integration; amoCRM: Requirements",
  title: "Areas for dropping lie over none of the CRM's controls.",
  severity: "manual",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  shownIn: ["script"],
  why: "What is dropped on the left menu, or on the band of 65 px at the top of the window, was meant for the CRM.",
  good: '$zone.on("drop", take);',
  bad: 'document.addEventListener("drop", take);',
  statement:
    "No area for dropping lies over the left menu, the band of 65 px at the top of the window, or a button of the CRM.",
  evidence: (context) => describeAreas(context),
  evidenceFiles: /\.(?:js|css|html?|twig)$/i,
  check(context) {
    const parts = [
      { name: "the left menu", selector: protectedParts.leftMenu },
      ...hostParts.filter(({ locations }) => locations.length === 0),
    ].map(({ name, selector }) => ({ name, concerns: createForeignTest(context, selector) }));
    for (const { file, at, found, isWholePage, selector } of context.widget.once(findDropAreas)) {
      const part = parts.find(({ concerns }) => selector !== null && concerns(selector));
      if (!isWholePage && part === undefined) continue;
      context.report({
        file,
        at,
        severity: "warning",
        message: isWholePage
          ? "The whole window takes what is dropped, the CRM's controls included."
          : `Something can be dropped on ${part?.name}.`,
        found,
        expected: "an area in a block of the widget's",
      });
    }
  },
  inPage: {
    sees: ["drop-zone"],
    describe: (sight) => ({
      severity: "warning",
      message: `Something can be dropped on controls of the CRM ${nameAreas(sight)}.`,
      found: `${sight.subject}: ${sight.detail}`,
      expected: "an area in a block of the widget's",
    }),
  },
});

function describeAreas({ widget }: RuleContext): string | null {
  const list = widget
    .once(findDropAreas)
    .map(({ file, at, found }) => `${found} (${file}:${widget.positionOf(file, at).line})`);
  if (list.length === 0) return null;
  return list.length > 20 ? `${list.slice(0, 20).join("; ")} and ${list.length - 20} more` : list.join("; ");
}
