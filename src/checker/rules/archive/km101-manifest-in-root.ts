import { defineRule, everyBrand, everyProfile } from "../../rule";

export const km101 = defineRule({
  id: "KM101",
  clause: "Kommo: Structure of a widget; amoCRM: Structure",
  title: "manifest.json lies in the root of the archive.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  firm: true,
  unsuppressable: true,
  why: "The CRM looks for manifest.json at the top of the archive and nowhere else. Packing the folder instead of what is in it is the most frequent mistake.",
  good: "manifest.json\nscript.js\ni18n/en.json",
  bad: "widget/manifest.json\nwidget/script.js",
  check({ widget, report }) {
    if (widget.files.has("manifest.json")) return;
    const deeper = [...widget.files.keys()].find((path) => /^[^/]+\/manifest\.json$/.test(path));
    const folder = deeper?.split("/")[0];
    report({
      file: null,
      message: folder
        ? `The widget lies in the folder "${folder}" of the archive, not in its root.`
        : "There is no manifest.json in the root.",
      found: deeper ?? null,
      expected: "manifest.json",
      fix: folder ? `pack what is in "${folder}", not the folder itself.` : "add manifest.json.",
    });
  },
});
