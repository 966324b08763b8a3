import { defineRule, everyBrand, everyProfile } from "../../rule";
import { formatSize, listLogos } from "./branded-images";

/** The sizes of the first generation of widgets. */
const old = new Set(["120×42", "42×42", "230×42", "74×57", "65×50"]);

export const km401 = defineRule({
  id: "KM401",
  clause: "Kommo: Images, Public integration checklist; amoCRM: Structure",
  title: "The logos have exactly the sizes that the CRM draws.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  firm: true,
  why: "The CRM draws them as they are: another size is cut or blurred, and the upload may refuse it.",
  good: "logo_main.png of 400×272",
  bad: "logo_main.png of 399×272",
  check(context) {
    for (const { file, name, header, wanted } of listLogos(context)) {
      if (header.format === "unknown" || (header.width === wanted.width && header.height === wanted.height))
        continue;
      const found = formatSize(header);
      context.report({
        file,
        message: `The picture ${name} has the wrong size${old.has(found) ? ": it is one of an old set" : ""}.`,
        found,
        expected: formatSize(wanted),
        fix: "draw it in this size.",
      });
    }
  },
});
