import { mostImageBytes } from "../../lists/branding-images";
import { defineRule, everyBrand, everyProfile } from "../../rule";

export const km403 = defineRule({
  id: "KM403",
  clause: "Kommo: Images, Structure of a widget; amoCRM: Structure",
  title: "No picture is over 300 KB.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  firm: true,
  holdsInLibraries: true,
  why: "It is the CRM's own limit for each file.",
  good: "a slide of 243 KB",
  bad: "a slide of 446 KB",
  check({ widget, report }) {
    for (const { file, size, format } of widget.images) {
      if (size <= mostImageBytes) continue;
      report({
        file,
        severity: format === "svg" ? "note" : "error",
        message: "The picture is too heavy.",
        found: `${Math.round(size / 1024)} KB`,
        expected: "at most 300 KB",
        fix: "compress it.",
      });
    }
  },
});
