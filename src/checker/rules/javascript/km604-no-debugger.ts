import { defineRule, everyBrand, everyProfile } from "../../rule";

export const km604 = defineRule({
  id: "KM604",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: "No debugger statement is left in the code.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script"],
  mends: true,
  why: "It stops the CRM for every user who has the developer tools open.",
  good: "console.debug('synchronised');",
  bad: "debugger;",
  check({ widget, report }) {
    for (const script of widget.scripts) {
      for (const node of script.nodesOf("DebuggerStatement")) {
        report({
          file: script.file,
          at: node.start,
          message: "A debugger statement stops the page for whoever has the developer tools open.",
          found: "debugger",
          fix: "remove it.",
          edits: [{ start: node.start, end: node.end, text: isBody(node.parent?.type) ? "" : ";" }],
        });
      }
    }
  },
});

// `if (x) debugger;` needs a statement in its place.
function isBody(parent: string | undefined): boolean {
  return (
    parent === "Program" || parent === "BlockStatement" || parent === "SwitchCase" || parent === "StaticBlock"
  );
}
