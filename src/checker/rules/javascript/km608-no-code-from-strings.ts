import type { AnyNode } from "../../engines/javascript";
import { defineRule, everyBrand, everyProfile, type RuleContext } from "../../rule";
import type { Script } from "../../script/create-script";
import { quote } from "../../script/read-call";
import { readTags } from "../../texts/read-markup";

const evaluating = new Set(["eval", "execScript", "jQuery.globalEval"]);
const timers = new Set(["setTimeout", "setInterval", "setImmediate"]);

export const km608 = defineRule({
  id: "KM608",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: "No text becomes code.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script"],
  firm: true,
  why: "Whoever gets a text into it runs code in the CRM with the rights of the user who looks at the page.",
  good: "var data = JSON.parse(text);\nsetTimeout(go, 100);",
  bad: 'eval(text);\nsetTimeout("go()", 100);',
  check(context) {
    const { widget, report } = context;
    for (const script of widget.scripts) {
      const tell = (node: AnyNode, message: string) =>
        report({ file: script.file, at: node.start, message, found: quote(script, node) });
      for (const { node, path, args } of script.calls) {
        const [first] = args;
        if (evaluating.has(path)) tell(node, `${path}() turns a text into code.`);
        else if (path === "Function") reportConstructor(context, script, node);
        else if (timers.has(path) && first !== undefined && script.stringOf(first) !== null)
          tell(node, `${path}() gets a text, which it turns into code.`);
      }
      for (const { at, text } of widget.referencesOf(script.file)) {
        const found = findAddress(text);
        if (found !== null) reportAddress(context, script.file, at, found);
      }
    }
    for (const { file, text } of widget.templates)
      for (const { attributes, start } of readTags(text))
        for (const value of attributes.values()) {
          const found = /^\s*javascript:.*/is.exec(value)?.[0];
          if (found !== undefined) reportAddress(context, file, start, found);
        }
  },
});

function reportConstructor(
  { report }: RuleContext,
  script: Script,
  node: Extract<AnyNode, { arguments: unknown }>,
): void {
  const last = "arguments" in node ? node.arguments.at(-1) : undefined;
  const body = last === undefined ? null : script.stringOf(last as AnyNode);
  const isBundlers = body !== null && /^\s*return this;?\s*$/.test(body);
  report({
    file: script.file,
    at: (node as AnyNode).start,
    ...(isBundlers && { severity: "warning" }),
    message: isBundlers
      ? "A bundler asks for the window by code from a text."
      : "Function() turns a text into code.",
    found: quote(script, node as AnyNode),
    fix: isBundlers
      ? "tell the bundler that globalThis exists (webpack: output.globalObject, or a newer target)."
      : "write a function.",
  });
}

/** `javascript:` as the address of a link, in a text that is one or holds one. */
function findAddress(text: string): string | null {
  // Alone it is the name of a protocol, which libraries look out for.
  if (/^\s*javascript:\s*$/i.test(text)) return null;
  return /(?:^|["'=])\s*(javascript:[^"'<>]*)/i.exec(text)?.[1] ?? null;
}

function reportAddress({ report }: RuleContext, file: string, at: number, found: string): void {
  const isIdle = /^\s*javascript:\s*(?:void\s*\(?\s*0\s*\)?|;|\/\/)?\s*;?\s*$/i.test(found);
  report({
    file,
    at,
    ...(isIdle && { severity: "note" }),
    message: isIdle
      ? "An address made of code, which does nothing, stands for a button."
      : "An address runs code.",
    found: found.slice(0, 120),
    expected: "a button with a handler",
  });
}
