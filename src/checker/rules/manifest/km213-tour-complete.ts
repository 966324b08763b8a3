import { defineRule, everyBrand, everyProfile } from "../../rule";
import { arrayOf, objectOf } from "../../widget/manifest-view";
import { createMemberReporter } from "./report-member";

export const km213 = defineRule({
  id: "KM213",
  clause: "Kommo: manifest.json, Public integration checklist; amoCRM: Structure",
  title: "The tour block is complete: is_tour, slides that exist for every language, and a description.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  needsManifest: true,
  why: "Its slides are what a user sees before installing.",
  good: '"tour": { "is_tour": true, "tour_images": { "en": ["/images/tour_1_en.png"] }, "tour_description": "widget.tour_description" }',
  bad: '"tour": { "is_tour": false }',
  check(context) {
    const { widget, profile, listing } = context;
    const { get, locales } = widget.manifest;
    const member = createMemberReporter(context);
    // The gallery of the form stands in for slides in the archive.
    const inForm =
      locales.length > 0 && locales.every((locale) => (listing?.gallery(locale).length ?? 0) > 0);
    const severity = inForm ? "warning" : "error";
    if (get("tour") === undefined) {
      if (profile === "marketplace")
        member(["tour"], "There is no tour block.", {
          severity,
          expected: "is_tour, tour_images and tour_description",
        });
      return;
    }
    if (get("tour", "is_tour") !== true)
      member(["tour", "is_tour"], "tour.is_tour is not true.", { severity, expected: "true" });
    if (typeof get("tour", "tour_description") !== "string")
      member(["tour", "tour_description"], "tour.tour_description is missing.", {
        severity,
        expected: '"widget.tour_description"',
      });
    const images = objectOf(get("tour", "tour_images"));
    if (images === null)
      return member(["tour", "tour_images"], "tour.tour_images is no object of languages.", {
        severity,
        expected: '{ "en": […] }',
      });
    for (const locale of locales) {
      if (images[locale] === undefined)
        member(["tour", "tour_images", locale], `The tour has no slides for ${locale}.`, {
          severity,
          found: null,
          expected: "1 to 5 slides",
        });
    }
    for (const [locale, paths] of Object.entries(images)) {
      for (const [index, path] of arrayOf(paths).entries()) {
        if (typeof path === "string" && widget.files.has(path.replace(/^\//, ""))) continue;
        member(["tour", "tour_images", locale, index], "This slide is not in the archive.", {
          severity,
          expected: "the path of a file: /images/tour_1_en.png",
        });
      }
    }
  },
});
