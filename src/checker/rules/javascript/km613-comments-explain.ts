import { defineRule, everyBrand } from "../../rule";
import { holdsCode, joinComments } from "../../script/holds-code";

export const km613 = defineRule({
  id: "KM613",
  clause: "Kommo: Public integration checklist, Publish an integration; amoCRM: Requirements",
  title: "Comments in the scripts explain; they hold no disabled code.",
  severity: "warning",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  shownIn: ["script"],
  why: "Whoever reads the code cannot tell what is meant to come back.",
  good: "// the account's id, for the address",
  bad: '// var id = APP.constant("account").id;',
  check({ widget, report }) {
    for (const { file, comments, source } of widget.scripts) {
      if (widget.originOf(file) === "library") continue;
      for (const { text, start, end } of joinComments(comments, source)) {
        if (!holdsCode(text)) continue;
        report({
          file,
          at: start,
          message: "This comment holds disabled code.",
          found: source.slice(start, Math.min(end, start + 120)),
          fix: "delete it; version control remembers it.",
        });
      }
    }
  },
});
