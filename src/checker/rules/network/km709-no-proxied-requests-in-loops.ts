import { defineRule, everyBrand } from "../../rule";
import { findLoop } from "../../script/find-loop";
import { judgePace } from "../../script/judge-pace";
import { findRequests } from "../../script/find-requests";
import { quote } from "../../script/read-call";

export const km709 = defineRule({
  id: "KM709",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: "crm_post and $authorizedAjax are not called in loops.",
  severity: "error",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  shownIn: ["script"],
  why: "The CRM sends them one a second and queues the others: a hundred of them keep the user waiting for two minutes.",
  good: 'self.crm_post("https://api.acme.com/rows", { rows: rows }, show);',
  bad: "rows.forEach(function (row) { self.crm_post(url, row, show); });",
  check({ widget, report }) {
    for (const script of widget.scripts) {
      for (const request of script.once(findRequests)) {
        if (request.kind !== "crm_post" && request.kind !== "authorized") continue;
        const loop = findLoop(script, request.call);
        if (loop === null || judgePace(script, loop, request) === "paced") continue;
        report({
          file: script.file,
          at: loop.step.start,
          message: `${request.kind === "crm_post" ? "crm_post" : "$authorizedAjax"} is called again and again in a loop.`,
          found: quote(script, loop.step),
          expected: "one call with a list",
        });
      }
    }
  },
});
