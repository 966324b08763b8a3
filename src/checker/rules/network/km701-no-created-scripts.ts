import type { AnyNode } from "../../engines/javascript";
import { defineRule, everyBrand, everyProfile, type RuleContext } from "../../rule";
import type { Script } from "../../script/create-script";
import { findLibrary } from "../../script/find-library";
import { methodOf, quote, receiverOf, textOf } from "../../script/read-call";
import { selectorOf } from "../../script/selector-of";

export const km701 = defineRule({
  id: "KM701",
  clause: "Kommo: Public integration checklist, Publish an integration; amoCRM: Requirements",
  title: 'No script is added with document.createElement("script").',
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script"],
  firm: true,
  holdsInLibraries: true,
  why: "Code that is loaded this way was seen by no moderator, and can be another one tomorrow.",
  good: 'define(["./lib/table.js"], function (table) { … });',
  bad: 'const s = document.createElement("script");\ns.src = url;\ndocument.head.append(s);',
  check(context) {
    for (const script of context.widget.scripts)
      for (const call of script.nodesOf("CallExpression"))
        if (makesScript(script, call)) tell(context, script, call);
  },
});

function makesScript(script: Script, call: Extract<AnyNode, { type: "CallExpression" }>): boolean {
  const path = script.pathOf(call.callee as AnyNode);
  const method = methodOf(call, script);
  const [first, second] = call.arguments;
  const isNamed = (argument: typeof first) => textOf(script, argument)?.toLowerCase() === "script";
  // Minifiers hide the document in a parameter; nothing else makes elements by that name.
  if (path === "document.createElement" || (path === null && method === "createElement"))
    return isNamed(first);
  if (path === "document.createElementNS" || (path === null && method === "createElementNS"))
    return isNamed(second);
  if (path === "document.createElement.call" || path === "document.createElement.apply")
    return isNamed(second);
  if (method === "cloneNode" || method === "clone") {
    const receiver = receiverOf(call);
    return receiver !== null && /(?:^|[\s>])script(?:$|[[:.#])/i.test(selectorOf(script, receiver) ?? "");
  }
  return false;
}

function tell({ widget, report }: RuleContext, script: Script, call: AnyNode): void {
  const isLibrarys = findLibrary(widget, script.file, call.start) !== null;
  const loadsChunks = /\b(?:webpackChunk|webpackJsonp|__webpack_require__)/.test(script.source);
  report({
    file: script.file,
    at: call.start,
    // What a library could do is not what the widget does; a moderator will ask all the same.
    ...(isLibrarys && { severity: "warning" }),
    message: isLibrarys ? "The library can add scripts to the page." : "This adds a script to the page.",
    found: quote(script, call),
    fix: loadsChunks
      ? "let the bundler write one file (webpack: LimitChunkCountPlugin with maxChunks 1)."
      : "put the code into the archive, and name it in define().",
  });
}
