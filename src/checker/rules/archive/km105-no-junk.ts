import { defineRule, everyBrand, everyProfile } from "../../rule";
import { listStrays } from "./list-strays";

export const km105 = defineRule({
  id: "KM105",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements (no unused files)",
  title: "No files of the operating system, the editor or version control are packed.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  why: "They are the clearest sign of an archive that was packed by hand, and they tell strangers about the author's machine.",
  good: "manifest.json\nscript.js",
  bad: "__MACOSX/._script.js\nimages/.DS_Store",
  check({ widget, report }) {
    for (const { path } of listStrays(widget, ["junk"])) {
      report({
        file: path,
        message: "This belongs to the operating system, an editor or version control, not to the widget.",
        found: path,
        fix: "leave it out when you pack.",
      });
    }
  },
});
