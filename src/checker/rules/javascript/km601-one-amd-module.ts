import type { AnyNode } from "../../engines/javascript";
import { defineRule, everyBrand, everyProfile, type RuleContext } from "../../rule";
import type { Script } from "../../script/create-script";
import { findDefines, returnsOf, type Define } from "../../script/find-defines";
import { isNodeScript } from "../../script/is-node-script";
import { keyOf, quote } from "../../script/read-call";

export const km601 = defineRule({
  id: "KM601",
  clause: "Kommo: script.js, Public integration checklist (correct syntax); amoCRM: script.js",
  title: "script.js is one nameless AMD module in a classic script, and every script can be parsed.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script"],
  needsArchive: true,
  firm: true,
  why: "The CRM loads script.js with RequireJS and calls what the module returns with new. Anything else never starts.",
  good: 'define(["jquery"], function ($) {\n  return function CustomWidget() { … };\n});',
  bad: 'import $ from "jquery";\nexport default class Widget {}',
  check(context) {
    const { widget, report } = context;
    for (const { file, offset, message } of widget.brokenScripts)
      report({
        file,
        at: offset,
        message: `This script cannot be parsed: ${message}.`,
        fix: "mend the syntax.",
      });
    for (const script of widget.scripts) {
      // KM106 and KM107 tell of a part of a server that nothing in the widget names.
      const isStray =
        script.file !== "script.js" && script.once(isNodeScript) && !widget.usedFiles.has(script.file);
      if (isStray) continue;
      if (script.isModule && widget.originOf(script.file) !== "library") reportModule(context, script);
      else if (script.file === "script.js") checkEntry(context, script);
    }
  },
});

function reportModule({ report }: RuleContext, script: Script): void {
  const types = [
    "ImportDeclaration",
    "ExportDefaultDeclaration",
    "ExportNamedDeclaration",
    "ExportAllDeclaration",
  ] as const;
  const [first] = types
    .flatMap((type): AnyNode[] => [...script.nodesOf(type)])
    .sort((a, b) => a.start - b.start);
  report({
    file: script.file,
    at: first?.start ?? 0,
    message: "This script is an ES module, which RequireJS cannot load.",
    found: first === undefined ? null : quote(script, first),
    expected: "define([…], function (…) { … })",
    fix: "build it into one AMD module.",
  });
}

function checkEntry({ report }: RuleContext, script: Script): void {
  const defines = findDefines(script);
  const tell = (node: AnyNode | null, message: string, fix?: string) =>
    report({
      file: script.file,
      at: node?.start ?? 0,
      message,
      found: node === null ? null : quote(script, node),
      expected: "define([…], function (…) { return function () { … }; })",
      ...(fix !== undefined && { fix }),
    });
  const [first, second] = defines;
  if (first === undefined) {
    // A loader of its own, such as `require([…])`, may come to the same in the end, but the CRM waits for a define.
    return tell(findNearMiss(script), "script.js defines no module.", "wrap it into define().");
  }
  if (first.name !== null)
    tell(first.call, "The module has a name: the CRM asks for it by its address.", "leave the name out.");
  if (second !== undefined && !isEither(defines))
    tell(second.call, "script.js defines more than one module.", "put the others into files of their own.");
  const fault = judgeFactory(script, first);
  if (fault !== null) tell(fault.node, fault.message);
}

/** `ldefine(`, `defin(`: the misprint that explains why there is none. */
function findNearMiss(script: Script): AnyNode | null {
  return (
    script.scope.free.find(
      ({ node }) =>
        node.parent?.type === "CallExpression" &&
        node.parent.callee === node &&
        /^.?defin.?e?.?$/.test(node.name),
    )?.node ?? null
  );
}

/** Two calls in the branches of one test are one module. */
function isEither(defines: readonly Define[]): boolean {
  return defines.every(({ call }) => {
    for (let at: AnyNode | null = call.parent; at !== null; at = at.parent)
      if (/^(?:ConditionalExpression|IfStatement|LogicalExpression)$/.test(at.type)) return true;
    return false;
  });
}

function judgeFactory(
  script: Script,
  { call, factory, givesValue, dependencies }: Define,
): { node: AnyNode; message: string } | null {
  if (factory === null)
    return givesValue
      ? { node: call, message: "The module is a value, not a function that gives the widget." }
      : null;
  const returned = returnsOf(script, factory);
  if (returned.length === 0) {
    const names =
      dependencies?.elements.map((element) => (element?.type === "Literal" ? element.value : null)) ?? null;
    const exportsItself =
      names === null ? factory.params.length > 1 : names.includes("exports") || names.includes("module");
    return exportsItself
      ? null
      : {
          node: call,
          message: "The module returns nothing, where the CRM expects the widget's constructor.",
        };
  }
  const wrong = returned.find(
    (node) =>
      node.type === "Literal" ||
      node.type === "ArrayExpression" ||
      // `{ default: Widget }` is what an ES module becomes when it is compiled without interop.
      (node.type === "ObjectExpression" &&
        !node.properties.some((property) => property.type === "Property" && keyOf(property) === "prototype")),
  );
  return wrong === undefined
    ? null
    : { node: wrong, message: "The module returns a value, where the CRM expects the widget's constructor." };
}
