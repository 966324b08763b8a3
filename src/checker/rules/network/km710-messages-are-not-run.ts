import type { AnyNode, CallExpression, Function as FunctionNode, Identifier } from "../../engines/javascript";
import { namesOf, type Variable } from "../../script/analyze-scope";
import { defineRule, everyBrand, everyProfile, type RuleContext } from "../../rule";
import type { Script } from "../../script/create-script";
import { findPageListeners } from "../../script/find-listeners";
import { functionIn, isWithin, methodOf, quote, receiverOf, textOf } from "../../script/read-call";

const sinks = /^(?:html|append|prepend|after|before|replaceWith|insertAdjacentHTML|write|writeln)$/;

export const km710 = defineRule({
  id: "KM710",
  clause: "Kommo: Public integration checklist, Publish an integration; amoCRM: Requirements",
  title:
    "What comes from a frame or a message is neither run nor put into the page, and its sender is known.",
  severity: "error",
  kind: "heuristic",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script"],
  why: "Every page that can open the CRM in a frame or a window can send it messages.",
  good: "window.addEventListener('message', (event) => {\n  if (event.origin !== host) return;\n  $name.text(event.data.name);\n});",
  bad: "window.addEventListener('message', (event) => $('#acme').html(event.data));",
  check(context) {
    for (const script of context.widget.scripts) {
      checkListeners(context, script);
      checkSending(context, script);
    }
    checkFrames(context);
  },
});

function checkListeners({ report }: RuleContext, script: Script): void {
  for (const { events, target, handler, node } of findPageListeners(script, "adds")) {
    if (target !== "window" || !events.some((event) => /^message(?:\.|$)/.test(event))) continue;
    const body = functionIn(script, handler);
    if (body === null) continue;
    const source = script.source.slice(body.start, Math.min(body.end, body.start + 20_000));
    const sink = findSink(script, body);
    if (sink !== null)
      report({
        file: script.file,
        at: sink.start,
        message: "What a message brings becomes code or markup.",
        found: quote(script, sink),
        fix: "take single values out of it, and show them as text.",
      });
    // `{ origin }` and `event.source === frame.contentWindow` tell the sender as well.
    if (!/\borigin\b|\bsource\b/.test(source))
      report({
        file: script.file,
        at: node.start,
        severity: "warning",
        message: "Who sent the message is not asked.",
        found: quote(script, node),
        expected: "if (event.origin !== host) return;",
      });
  }
}

/** The first use of the message, or of what was made of it, as code or markup. */
function findSink(script: Script, handler: FunctionNode): AnyNode | null {
  const tainted = new Set<Variable>();
  const taint = (names: readonly Identifier[]) => {
    for (const { name, scope } of names) {
      const variable = scope.variables.get(name);
      if (variable !== undefined) tainted.add(variable);
    }
  };
  taint(handler.params.flatMap((parameter) => namesOf(parameter)));
  for (const declarator of script.nodesOf("VariableDeclarator"))
    if (
      declarator.init &&
      isWithin(declarator, handler as AnyNode) &&
      brings(script, declarator.init, tainted)
    )
      taint(namesOf(declarator.id));
  for (const call of script.nodesOf("CallExpression")) {
    if (!isWithin(call, handler as AnyNode) || !isSink(script, call)) continue;
    if (call.arguments.some((argument) => brings(script, argument as AnyNode, tainted))) return call;
  }
  return (
    script
      .nodesOf("AssignmentExpression")
      .find(
        (node) =>
          isWithin(node, handler as AnyNode) &&
          node.left.type === "MemberExpression" &&
          node.left.property.type === "Identifier" &&
          /^(?:inner|outer)HTML$/.test(node.left.property.name) &&
          brings(script, node.right, tainted),
      ) ?? null
  );
}

/** True when an expression holds the message, or a part of it that is not the sender. */
function brings(script: Script, node: AnyNode, tainted: ReadonlySet<Variable>): boolean {
  return script.once(listReferences).some(({ node: name, variable }) => {
    if (variable === null || !tainted.has(variable) || !isWithin(name, node)) return false;
    const member =
      name.parent?.type === "MemberExpression" && name.parent.object === name ? name.parent.property : null;
    return (
      member?.type !== "Identifier" ||
      !/^(?:origin|source|type|preventDefault|stopPropagation)$/.test(member.name)
    );
  });
}

function listReferences(script: Script) {
  return script.scope.references.filter(({ reads, variable }) => reads && variable !== null);
}

function isSink(script: Script, call: CallExpression): boolean {
  const path = script.pathOf(call.callee as AnyNode);
  if (path === "eval" || path === "Function" || path === "jQuery.globalEval") return true;
  return (
    sinks.test(methodOf(call, script) ?? "") && !/^(?:FormData|URLSearchParams|Headers)\b/.test(path ?? "")
  );
}

function checkSending({ report }: RuleContext, script: Script): void {
  for (const call of script.nodesOf("CallExpression")) {
    const path = script.pathOf(call.callee as AnyNode);
    if (methodOf(call, script) !== "postMessage" && path !== "postMessage") continue;
    // A worker's port and one's own window have no other side.
    if (textOf(script, call.arguments[1]) !== "*" || path === "postMessage" || listensItself(script, call))
      continue;
    report({
      file: script.file,
      at: call.start,
      severity: "warning",
      message: "The message goes to whatever page stands in the frame.",
      found: quote(script, call),
      expected: "the origin that it is for",
    });
  }
}

/** Schedulers send themselves messages: what they post to, they listen on. */
function listensItself(script: Script, call: CallExpression): boolean {
  const receiver = receiverOf(call);
  if (receiver === null || receiver.end - receiver.start > 60) return false;
  const name = script.source.slice(receiver.start, receiver.end);
  return [`"`, `'`].some((mark) => script.source.includes(`${name}.addEventListener(${mark}message${mark}`));
}

function checkFrames({ widget, report }: RuleContext): void {
  const tell = (file: string, at: number, found: string) =>
    report({
      file,
      at,
      severity: "warning",
      message: "The frame's page comes without https.",
      found,
      expected: "https://…",
    });
  const pattern = /<iframe\b[^>]{0,500}\bsrc\s*=\s*["']?(http:\/\/[^"'\s>]*)/gi;
  for (const { file } of widget.scripts)
    for (const { at, text } of widget.referencesOf(file))
      if (/<iframe/i.test(text))
        for (const match of text.matchAll(pattern)) tell(file, at, match[1] as string);
  for (const { file, text } of widget.templates)
    for (const match of text.matchAll(pattern)) tell(file, match.index, match[1] as string);
}
