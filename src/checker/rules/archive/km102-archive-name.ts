import { defineRule, everyBrand, everyProfile } from "../../rule";

export const km102 = defineRule({
  id: "KM102",
  clause: "amoCRM: Uploading a widget; Kommo: Structure of a widget",
  title: "The archive is called widget.zip.",
  severity: "warning",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  why: "amoCRM takes an archive of this name only; Kommo's pages speak of no other.",
  good: "widget.zip",
  bad: "my-widget-1.2.zip",
  check({ widget, brand, report, skip }) {
    if (widget.kind === "folder") return skip("a folder has no name of an archive");
    if (widget.name === "widget.zip") return;
    report({
      file: null,
      severity: brand === "amocrm" ? "error" : "warning",
      message: "The archive has another name than widget.zip.",
      found: widget.name,
      expected: "widget.zip",
      fix: "rename it.",
    });
  },
});
