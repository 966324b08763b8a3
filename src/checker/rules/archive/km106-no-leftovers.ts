import { defineRule, everyBrand, everyProfile } from "../../rule";
import { listStrays } from "./list-strays";

export const km106 = defineRule({
  id: "KM106",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements (no unused files)",
  title: "No sources, tests or leftovers of the build are packed.",
  severity: "warning",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  why: "The page never loads them; every user's browser could. Source maps and server code show what should stay at home.",
  good: "script.js\nlib/calls.js",
  bad: "script.js.map\nwidget.php\npackage.json",
  check({ widget, report }) {
    for (const { path, kind } of listStrays(widget, ["harmful", "leftover", "legal"])) {
      report({
        file: path,
        severity: kind === "harmful" ? "error" : kind === "legal" ? "note" : "warning",
        message:
          kind === "legal"
            ? "A licence text is packed; it stays where a bundled library demands it."
            : "The page does not use this file: it is a source or a leftover.",
        found: path,
        fix: kind === "legal" ? null : "leave it out when you pack.",
      });
    }
  },
});
