import type { AnyNode } from "../../engines/javascript";
import { defineRule, everyBrand } from "../../rule";
import type { Script } from "../../script/create-script";
import { isFunction, methodOf, quote } from "../../script/read-call";

export const km606 = defineRule({
  id: "KM606",
  clause: "Kommo: Public integration checklist, Publish an integration; amoCRM: Requirements",
  title: "console.trace stands only where an error was caught.",
  severity: "error",
  kind: "exact",
  profiles: ["marketplace"],
  brands: everyBrand,
  shownIn: ["script"],
  why: "It prints the whole stack. That helps where something failed, and buries the console anywhere else.",
  good: "save().catch((error) => console.trace(error));",
  bad: "init: function () { console.trace(); return true; }",
  check({ widget, report }) {
    for (const script of widget.scripts) {
      for (const { node, path } of script.calls) {
        if (path !== "console.trace" || isInFailure(script, node)) continue;
        report({
          file: script.file,
          at: node.start,
          message: "console.trace stands outside a catch block and outside a handler of failures.",
          found: quote(script, node),
          expected: "a catch block, .catch(), or the second function of .then()",
        });
      }
    }
  },
});

function isInFailure(script: Script, node: AnyNode): boolean {
  for (let at: AnyNode | null = node; at !== null; at = at.parent) {
    if (at.type === "CatchClause") return true;
    if (isFunction(at) && handlesFailure(script, at)) return true;
  }
  return false;
}

function handlesFailure(script: Script, handler: AnyNode): boolean {
  const holder = handler.parent;
  if (holder?.type === "CallExpression") {
    const method = methodOf(holder, script);
    if (method === "catch" || method === "fail") return true;
    return method === "then" && holder.arguments[1] === handler;
  }
  if (holder?.type === "Property") return holder.key.type === "Identifier" && holder.key.name === "error";
  // A named function that is handed over: `.catch(report)`.
  const name =
    handler.type === "FunctionDeclaration"
      ? handler.id
      : holder?.type === "VariableDeclarator"
        ? holder.id
        : null;
  if (name?.type !== "Identifier") return false;
  return script.scope.references.some(
    ({ node, variable }) => variable?.declarations.includes(name) && handlesFailure(script, node),
  );
}
