import type { AnyNode } from "../../engines/javascript";
import { defineRule, everyBrand, type RuleContext } from "../../rule";
import type { Script } from "../../script/create-script";
import { findLoop } from "../../script/find-loop";
import { judgePace } from "../../script/judge-pace";
import { findRequests, type Request } from "../../script/find-requests";
import { functionIn, isWithin, quote } from "../../script/read-call";

const crm =
  /^(?:\ufffc?\/api\/v\d|\/?(?:ajax|private)\/|(?:https?:)?\/\/[^/]*\.?(?:kommo|amocrm)\.(?:com|ru)\/|https?:\/\/\ufffc(?:\.(?:kommo|amocrm)\.(?:com|ru))?\/(?:api\/v\d|ajax|private)\/)/i;

export const km708 = defineRule({
  id: "KM708",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: "No requests to the CRM's API are sent in loops.",
  severity: "error",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  shownIn: ["script"],
  why: "The account may send seven requests a second, for all its integrations together. A loop over a hundred leads locks it out.",
  good: '$.ajax({ url: "/api/v4/leads", method: "PATCH", data: JSON.stringify(leads) });',
  bad: 'ids.forEach((id) => $.ajax({ url: "/api/v4/leads/" + id, method: "PATCH" }));',
  check(context) {
    const { widget } = context;
    for (const script of widget.scripts) {
      if (widget.originOf(script.file) === "library") continue;
      for (const request of script.once(findRequests)) {
        if (request.url === null || !crm.test(request.url)) continue;
        checkLoop(context, script, request);
        checkPolling(context, script, request);
      }
    }
  },
});

function checkLoop({ report }: RuleContext, script: Script, request: Request): void {
  const loop = findLoop(script, request.call);
  if (loop === null) return;
  const pace = judgePace(script, loop, request);
  if (pace === "paced") return;
  report({
    file: script.file,
    at: loop.step.start,
    ...(pace === "pages" && { severity: "warning" }),
    message:
      pace === "pages"
        ? "Page after page is asked for without a pause."
        : "A request to the CRM is sent again and again in a loop.",
    found: quote(script, loop.step),
    expected:
      pace === "pages" ? "no more than seven requests a second" : "one request with a list of up to 250",
    fix: pace === "pages" ? "wait between the pages." : "collect the items, and send them in one request.",
  });
}

/** `setInterval` with less than ten seconds. */
function checkPolling({ report }: RuleContext, script: Script, request: Request): void {
  for (const { node, path, args } of script.calls) {
    const [handler, delay] = args;
    if (path !== "setInterval" || delay?.type !== "Literal" || Number(delay.value) >= 10_000) continue;
    const body = functionIn(script, handler);
    if (body === null || !isWithin(request.call, body as AnyNode)) continue;
    report({
      file: script.file,
      at: node.start,
      severity: "warning",
      message: `The CRM is asked every ${Number(delay.value) / 1000} s.`,
      found: quote(script, node),
      expected: "ten seconds or more, or an event of the page",
    });
  }
}
