import type { AnyNode } from "../../engines/javascript";
import { defineRule, everyBrand, everyProfile, type RuleContext } from "../../rule";
import type { Script } from "../../script/create-script";
import { hole } from "../../script/fold-string";

const delicate =
  /(?:^|[^a-z])(?:(?:access|refresh|auth|api|user|client)?[_-]?(?:token|secret|passw(?:or)?d|passwd|pwd|jwt|bearer)|api[_-]?key|phones?|e-?mails?|hash)(?:[^a-z]|$)/i;
const secretInAddress = new RegExp(
  `[?&]((?:access_|auth_|api_?)?(?:token|key|secret|password|pass))=${hole}`,
  "i",
);
const stores =
  /^(?:localStorage|sessionStorage)\.setItem$|^(?:jQuery\.cookie|Cookies\.set)$|^module:store\.set$/;

export const km1004 = defineRule({
  id: "KM1004",
  clause: "Kommo: Public integration checklist (proper handling of data); amoCRM: Requirements",
  title: "No secrets and no personal data lie in the browser's stores or in addresses.",
  severity: "warning",
  kind: "heuristic",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script"],
  why: "Every script of the page reads these stores, other widgets' too. Addresses end up in logs.",
  good: 'localStorage.setItem("acme_tab", "2");',
  bad: "localStorage.token = token;",
  check(context) {
    for (const script of context.widget.scripts) {
      for (const call of script.nodesOf("CallExpression")) {
        const [key] = call.arguments;
        const name = key === undefined ? null : script.stringOf(key);
        if (stores.test(script.pathOf(call.callee) ?? "") && name !== null && isDelicate(name))
          tell(context, script, call, name);
      }
      for (const { left, right, start } of script.nodesOf("AssignmentExpression")) {
        const path = left.type === "MemberExpression" ? script.pathOf(left) : null;
        const [, key] = /^(?:localStorage|sessionStorage)\.(.+)$/.exec(path ?? "") ?? [];
        const cookie =
          path === "document.cookie" ? /^\s*([^=;]+)=/.exec(script.stringOf(right) ?? "")?.[1] : undefined;
        const name = key ?? cookie;
        if (name !== undefined && isDelicate(name)) tell(context, script, { start }, name);
      }
      checkAddresses(context, script);
    }
  },
});

function isDelicate(name: string): boolean {
  return delicate.test(name.replaceAll(/([a-z])([A-Z])/g, "$1_$2"));
}

function checkAddresses(context: RuleContext, script: Script): void {
  for (const { text, at } of context.widget.referencesOf(script.file)) {
    const found = secretInAddress.exec(text)?.[1];
    if (found === undefined || !/^(?:https?:)?\/|^\ufffc|^[?&]/.test(text)) continue;
    context.report({
      file: script.file,
      at,
      message: `The address carries ${found}.`,
      found: text.replaceAll(hole, "…").slice(0, 120),
      expected: "a header, or the body of a POST",
    });
  }
}

function tell({ report }: RuleContext, script: Script, node: Pick<AnyNode, "start">, name: string): void {
  report({
    file: script.file,
    at: node.start,
    message: `"${name.replaceAll(hole, "…")}" is kept in the browser.`,
    found: name.replaceAll(hole, "…"),
    fix: "keep it on your server; ask for it when it is needed.",
  });
}
