import { locationsWithoutScript } from "../../lists/locations-without-script";
import { findStray } from "../../lists/stray-files";
import { loadsFromOutside } from "../../widget/loads-from-outside";
import { defineRule, everyBrand, everyProfile } from "../../rule";

export const km107 = defineRule({
  id: "KM107",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: "Every file of the archive is used.",
  severity: "warning",
  kind: "heuristic",
  profiles: everyProfile,
  brands: everyBrand,
  needsManifest: true,
  why: "Whoever reads the archive reads these files too, and looks in vain for the place that loads them.",
  good: 'self.render({ href: "/templates/" + name + ".twig" })  // uses every template',
  bad: "images/old_banner.png, named nowhere",
  check({ widget, report, skip }) {
    if (loadsFromOutside(widget)) return skip("code of another host is loaded, which may use any file");
    // KM104 tells of it; without it nothing can name a file.
    if (
      !widget.files.has("script.js") &&
      widget.manifest.locations.some(({ code }) => !locationsWithoutScript.has(code))
    )
      return skip("script.js is missing, which names the files");
    for (const path of [...widget.files.keys()].sort()) {
      if (widget.usedFiles.has(path) || findStray(path) !== null || /^i18n\/[^/]+\.json$/.test(path))
        continue;
      report({
        file: path,
        message: "Nothing in the widget names this file.",
        found: path,
        expected: "a file that the manifest, the script, a style or a template names",
        fix: "remove it, or name it where it is used.",
      });
    }
  },
});
