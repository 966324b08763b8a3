import { defineRule, everyBrand, everyProfile } from "../../rule";
import { objectOf } from "../../widget/manifest-view";
import { createMemberReporter } from "./report-member";

export const km204 = defineRule({
  id: "KM204",
  clause: "Kommo: manifest.json, Public integration checklist; amoCRM: Structure",
  title: "widget.installation is true or false, and agrees with the rest.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  firm: true,
  needsManifest: true,
  why: "true gives the widget a settings window and an install button; false only lists it, so that a required field could never be filled in.",
  good: '"installation": true',
  bad: '"installation": "true"; false beside a required settings field',
  check(context) {
    const report = createMemberReporter(context);
    const { get } = context.widget.manifest;
    const path = ["widget", "installation"];
    const value = get(...path);
    if (typeof value !== "boolean") {
      const message = `widget.installation ${value === undefined ? "is missing" : "is no boolean"}.`;
      return report(path, message, { expected: "true or false, without quotes" });
    }
    const required = Object.entries(objectOf(get("settings")) ?? {}).find(
      ([, field]) => objectOf(field)?.["required"] === true,
    );
    if (!value && required)
      report(
        path,
        `The field "${required[0]}" is required, and nobody can fill it in without an installation.`,
        {
          expected: "true",
          fix: "set installation to true, or drop the field.",
        },
      );
    if (value && get("widget", "is_showcase") === true)
      report(["widget", "is_showcase"], "A showcase has no installation.", {
        expected: '"installation": false',
      });
  },
});
