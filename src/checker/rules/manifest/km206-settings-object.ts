import { defineRule, everyBrand, everyProfile } from "../../rule";
import { objectOf } from "../../widget/manifest-view";
import { createMemberReporter } from "./report-member";

export const km206 = defineRule({
  id: "KM206",
  clause: "Kommo: Public integration checklist, manifest.json; amoCRM: Requirements",
  title: "settings is an object.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  needsManifest: true,
  why: "Its keys are the fields of the settings window. The checklist asks for it in every public widget; a private one needs it once it has an installation.",
  good: '"settings": { "notes": { "name": "settings.notes", "type": "custom", "required": false } }',
  bad: '"settings": []; no settings at all',
  check(context) {
    const { get } = context.widget.manifest;
    const value = get("settings");
    if (objectOf(value) !== null) return;
    if (context.profile === "private" && value === undefined && get("widget", "installation") !== true)
      return;
    const message = value === undefined ? "settings is missing." : "settings is no object.";
    createMemberReporter(context)(["settings"], message, { expected: "an object of fields" });
  },
});
