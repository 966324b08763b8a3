import { defineRule, everyBrand } from "../../rule";
import { listLogos, listSlides } from "./branded-images";
import { listMenuIcons } from "./menu-icons";

export const km404 = defineRule({
  id: "KM404",
  clause: "amoCRM: Requirements",
  title: "No picture is animated.",
  severity: "warning",
  kind: "exact",
  profiles: ["marketplace"],
  brands: everyBrand,
  why: "A list of integrations in which one of them moves is hard to read.",
  good: "a PNG of one picture",
  bad: "an APNG as a logo",
  check(context) {
    const { widget, brand, report } = context;
    const branding = new Set([...listLogos(context), ...listSlides(context)].map(({ file }) => file));
    for (const { file } of listMenuIcons(context)) branding.add(file);
    for (const { file, animated } of widget.images) {
      if (!animated) continue;
      const severity = !branding.has(file) ? "note" : brand === "amocrm" ? "error" : "warning";
      report({ file, severity, message: "The picture is animated.", expected: "one picture" });
    }
  },
});
