import { logos } from "../../lists/branding-images";
import { defineRule, everyBrand } from "../../rule";
import { formatSize, listSlides } from "./branded-images";

export const km406 = defineRule({
  id: "KM406",
  clause: "Kommo: Public integration checklist, Publish an integration; amoCRM: Requirements",
  title: "Slides are PNG files of 1188×616 pixels.",
  severity: "error",
  kind: "exact",
  profiles: ["marketplace"],
  brands: everyBrand,
  why: "The installation window draws them in this size; others are cut.",
  good: "1188×616",
  bad: "1280×720; logo_main.png as a slide",
  check(context) {
    const seen = new Set<string>();
    for (const { file, name, header, wanted } of listSlides(context)) {
      if (seen.has(name)) continue;
      seen.add(name);
      const isLogo = logos.some(({ path }) => path === file);
      if (header.width !== wanted.width || header.height !== wanted.height)
        context.report({
          file,
          message: isLogo
            ? `A logo stands in for a slide: ${name}.`
            : `The slide ${name} has the wrong size.`,
          found: formatSize(header),
          expected: formatSize(wanted),
          fix: "take the picture in this size.",
        });
      else if (header.format !== "png")
        context.report({
          file,
          severity: "warning",
          message: `The slide ${name} is no PNG.`,
          found: header.format,
          expected: "PNG",
        });
    }
  },
});
