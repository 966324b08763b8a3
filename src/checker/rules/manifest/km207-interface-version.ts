import { defineRule, everyBrand, everyProfile } from "../../rule";
import { createMemberReporter } from "./report-member";

export const km207 = defineRule({
  id: "KM207",
  clause: "Kommo: manifest.json; amoCRM: Structure",
  title: "widget.interface_version is the number 2.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  firm: true,
  needsManifest: true,
  why: "1 stands for an interface that does not exist any more; other numbers mean nothing.",
  good: '"interface_version": 2',
  bad: '"interface_version": "2"',
  check(context) {
    const path = ["widget", "interface_version"];
    const value = context.widget.manifest.get(...path);
    if (value === 2) return;
    const message = `widget.interface_version ${value === undefined ? "is missing" : "is not 2"}.`;
    createMemberReporter(context)(path, message, { expected: "2", fix: 'write "interface_version": 2.' });
  },
});
