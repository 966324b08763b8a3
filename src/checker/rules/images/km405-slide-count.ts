import { defineRule, everyBrand } from "../../rule";
import { arrayOf, objectOf } from "../../widget/manifest-view";

const most = 5;

export const km405 = defineRule({
  id: "KM405",
  clause: "Kommo: Public integration checklist, Publish an integration",
  title: "Every language has one to five slides.",
  severity: "error",
  kind: "exact",
  profiles: ["marketplace"],
  brands: everyBrand,
  needsManifest: true,
  why: "The form takes no more than five, and no gallery without one.",
  good: '"en": ["/images/tour_1_en.png"]',
  bad: '"en": []',
  check({ widget, listing, report }) {
    const { document, get } = widget.manifest;
    for (const [locale, paths] of Object.entries(objectOf(get("tour", "tour_images")) ?? {})) {
      // A note among the languages: JSON has no comments.
      if (locale.startsWith("_")) continue;
      const count = arrayOf(paths).length;
      if (count >= 1 && count <= most) continue;
      const at = document?.nearestOffset(["tour", "tour_images", locale]) ?? null;
      report({
        file: "manifest.json",
        at,
        message: `The tour has ${count} slides for ${locale}.`,
        expected: "1 to 5",
      });
    }
    for (const locale of listing?.locales ?? []) {
      const count = listing?.gallery(locale).length ?? 0;
      // KM1208 tells of a gallery that is missing.
      if (count > most)
        report({
          file: null,
          message: `The gallery of listing.json has ${count} slides for ${locale}.`,
          expected: "1 to 5",
        });
    }
  },
});
