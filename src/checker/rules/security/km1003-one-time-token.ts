import { defineRule, everyBrand, everyProfile } from "../../rule";
import type { Script } from "../../script/create-script";

export const km1003 = defineRule({
  id: "KM1003",
  clause: "Kommo: One-time tokens; amoCRM: Requirements",
  title: "The author's server is called with the one-time token, not with the user's old hash or key.",
  severity: "warning",
  kind: "heuristic",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script"],
  why: "The hash opens the whole account and never expires. The token that $authorizedAjax sends proves who calls, for one minute.",
  good: 'self.$authorizedAjax({ url: "https://api.acme.com/notes" });',
  bad: "var hash = self.system().amohash;",
  check({ widget, report }) {
    for (const script of widget.scripts) {
      for (const node of script.nodesOf("MemberExpression")) {
        const path = script.pathOf(node);
        if (path === null || !readsHash(path)) continue;
        report({
          file: script.file,
          at: node.start,
          message: "This reads the user's old hash or key.",
          found: path,
          expected: "self.$authorizedAjax(…)",
          fix: "let your server check the one-time token, and call the CRM with OAuth.",
        });
      }
      reportOldNames(script, (at, found) =>
        report({
          file: script.file,
          at,
          message: "This is the name of the old way to log in.",
          found,
          expected: "self.$authorizedAjax(…)",
        }),
      );
    }
  },
});

function readsHash(path: string): boolean {
  return (
    /(?:^|\.)amohash$/.test(path) ||
    /^(?:APP|AMOCRM)\.constant\(\)\.api_key$/.test(path) ||
    /^this\.system\(\)\.(?:amohash|api_key)$/.test(path)
  );
}

function reportOldNames(script: Script, tell: (at: number, found: string) => void): void {
  for (const node of script.nodesOf("Literal")) if (node.value === "USER_HASH") tell(node.start, "USER_HASH");
  for (const node of script.nodesOf("Property"))
    if (node.key.type === "Identifier" && node.key.name === "USER_HASH") tell(node.start, "USER_HASH");
}
