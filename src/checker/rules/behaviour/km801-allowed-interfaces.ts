import { hostParts, type HostPart } from "../../lists/host-parts";
import { nameAreas } from "../../page/name-areas";
import { defineRule, everyBrand, type RuleContext } from "../../rule";
import { describeChanges, placeOfChange } from "./describe-changes";
import { createForeignTest, findScriptChanges } from "./find-changes";

export const km801 = defineRule({
  id: "KM801",
  clause:
    "Kommo: Public integration checklist, Publish an integration, Widget locations; amoCRM: Requirements, Areas",
  title: "The widget changes only those parts of the CRM that its locations open to it.",
  severity: "warning",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  shownIn: ["script"],
  needsArchive: true,
  needsManifest: true,
  why: "Billing, users, chats and the like belong to the CRM alone; the other parts are open to a widget that lists their location.",
  good: '$("#work-area-acme_notes").append(page);',
  bad: '$("#billing_block").append(offer);',
  statement: "We change only the interfaces that the locations of the manifest open to us.",
  evidence: (context) => describeEvidence(context),
  evidenceFiles: /\.(?:js|css|html?|twig)$/i,
  check(context) {
    const told = new Set<number>();
    for (const part of hostParts) {
      for (const change of findScriptChanges(context, createForeignTest(context, part.selector))) {
        const place = placeOfChange(change);
        if (told.has(place.at)) continue;
        told.add(place.at);
        if (isOpen(context, part)) continue;
        context.report({
          ...place,
          message: `This changes ${part.name}, ${part.locations.length === 0 ? "which no location opens" : "which no listed location opens"}.`,
          expected: part.locations.length === 0 ? "an area of your own" : describeLocations(part),
        });
      }
    }
  },
  inPage: {
    sees: ["outside"],
    describe: (sight) => ({
      message: `A part of the CRM that is no interface of a widget's is changed ${nameAreas(sight)}.`,
      found: `${sight.subject}: ${sight.detail}`,
      expected: "an area of your own",
    }),
  },
});

function describeEvidence(context: RuleContext): string | null {
  const written = describeChanges(
    context,
    hostParts.flatMap(({ selector }) => findScriptChanges(context, createForeignTest(context, selector))),
  );
  const seen = (context.page?.sights ?? [])
    .filter(({ kind }) => kind === "interface")
    .slice(0, 20)
    .map((sight) => `${nameAreas(sight)} ${sight.subject}: ${sight.detail}`);
  const parts = [written, ...seen].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join("; ");
}

function isOpen({ widget }: RuleContext, { locations }: HostPart): boolean {
  const { manifest } = widget;
  return (
    locations.some((location) => manifest.has(location)) ||
    (locations.length > 0 && manifest.has("everywhere"))
  );
}

function describeLocations({ locations }: HostPart): string {
  return `one of the locations ${locations.join(", ")}`;
}
