import { defineRule, everyBrand, type RuleContext } from "../../rule";
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
    const told = new Set<string>();
    for (const [first, second] of findShared(context)) {
      // Some tours show one picture three times.
      const key = `${first.locale} ${second.locale} ${second.file}`;
      if (told.has(key)) continue;
      told.add(key);
      context.report({
        file: second.file,
        message: `The same slide serves ${first.locale} and ${second.locale}.`,
        found: second.name,
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

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a === b || (a.length === b.length && a.every((byte, index) => byte === b[index]));
}
