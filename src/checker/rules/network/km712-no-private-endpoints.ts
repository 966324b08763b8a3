import { defineRule, everyBrand, everyProfile } from "../../rule";
import { hole } from "../../script/fold-string";

/** From the page's own host, or from one of the vendor's. */
const direct = /^(?:(?:https?:)?\/\/[^/]*\.(?:kommo|amocrm)\.(?:com|ru))?\/(private|ajax)\/[\w{\ufffc]/i;
/** Behind a part that only the page knows, the CRM's own names show whose it is. */
const behind =
  /^(?:https?:\/\/)?\ufffc\/(private)\/(?:api|widget|notes|deals|settings)\b|^(?:https?:\/\/)?\ufffc\/(ajax)\/(?:v[1-4]|leads|contacts|companies|customers|settings|widgets|merge|unsorted|todo|tasks|notes|companies)\b/i;

export const km712 = defineRule({
  id: "KM712",
  clause: "amoCRM: Requirements (private methods may be limited)",
  title: "No private addresses of the CRM are called.",
  severity: "warning",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script"],
  why: "They are made for the CRM's own pages and change with them, without notice.",
  good: '$.get("/api/v4/leads");',
  bad: '$.get("/ajax/leads/list");',
  check({ widget, report }) {
    for (const { file } of widget.scripts) {
      for (const { at, text } of widget.referencesOf(file)) {
        if (!direct.test(text) && !behind.test(text)) continue;
        report({
          file,
          at,
          message: "This address is the CRM's own, and documented nowhere.",
          found: text.replaceAll(hole, "…").slice(0, 200),
          expected: "/api/v4/…",
        });
      }
    }
  },
});
