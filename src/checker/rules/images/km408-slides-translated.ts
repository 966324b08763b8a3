import { defineRule, everyBrand, type RuleContext } from "../../rule";
import { joinNames } from "../../findings/join-names";
import { listSlides, type BrandedImage } from "./branded-images";

export const km408 = defineRule({
  id: "KM408",
  clause: "Kommo: Public integration checklist, Publish an integration; amoCRM: Requirements",
  title: "Every language has slides of its own.",
  severity: "warning",
  kind: "exact",
  profiles: ["marketplace"],
  brands: everyBrand,
  why: "Pictures hold words too; a slide without any may serve every language.",
  good: "tour_1_en.png, tour_1_es.png",
  bad: "one file for en, es and pt",
  statement: "All pictures, videos and guides hold words of their own language only.",
  evidenceFiles: /\.(?:png|jpe?g|gif|webp|svg)$/i,
  evidence: (context) =>
    findShared(context)
      .map(([a, b]) => `${a.name} (${a.locale}) is ${b.name} (${b.locale})`)
      .join("; ") || null,
  check(context) {
    // One slide for all languages is one cause.
    for (const [first, slides] of groupTwins(findShared(context))) {
      const same = [first, ...slides.map(([, slide]) => slide)];
      context.report({
        file: first.file,
        message: `The same slide serves ${joinNames(same.map(({ locale }) => locale ?? ""))}.`,
        found: [...new Set(same.map(({ name }) => name))].join(", "),
        expected: "a slide in each language",
        fix: "take one for each; if it holds no words, sign KM408 and suppress this with the reason.",
      });
    }
  },
});

function findShared(context: RuleContext): readonly (readonly [BrandedImage, BrandedImage])[] {
  const firsts: BrandedImage[] = [];
  return listSlides(context).flatMap((slide) => {
    const twin = firsts.find((first) => first.locale !== slide.locale && isEqual(first.bytes, slide.bytes));
    if (twin === undefined) firsts.push(slide);
    return twin === undefined ? [] : [[twin, slide] as const];
  });
}

type Twins = ReturnType<typeof findShared>;

function groupTwins(twins: Twins): ReadonlyMap<BrandedImage, Twins> {
  const groups = new Map<BrandedImage, (readonly [BrandedImage, BrandedImage])[]>();
  for (const pair of twins) {
    const group = groups.get(pair[0]);
    if (group === undefined) groups.set(pair[0], [pair]);
    else group.push(pair);
  }
  return groups;
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a === b || (a.length === b.length && a.every((byte, index) => byte === b[index]));
}
