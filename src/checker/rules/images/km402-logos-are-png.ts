import { defineRule, everyBrand, everyProfile } from "../../rule";
import { listLogos } from "./branded-images";

export const km402 = defineRule({
  id: "KM402",
  clause: "Kommo: Publish an integration, Images; amoCRM: Structure",
  title: "The logos are PNG files, and not only by their names.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  why: "Kommo takes PNG only; amoCRM takes JPEG and GIF too, under their own names.",
  good: "89 50 4E 47 at the beginning",
  bad: "a JPEG that is named logo.png",
  check(context) {
    for (const { file, name, header } of listLogos(context)) {
      if (header.format === "png" || file === null) continue;
      context.report({
        file,
        severity: context.brand === "amocrm" ? "warning" : "error",
        message: `The picture ${name} is no PNG.`,
        found: header.format,
        expected: "PNG",
        fix: "save it as PNG; a new name alone does not make it one.",
      });
    }
  },
});
