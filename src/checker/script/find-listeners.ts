import type { AnyNode, CallExpression, Expression } from "../engines/javascript";
import type { Script } from "./create-script";
import { memberOf, methodOf, objectIn, receiverOf, textOf, valueOf } from "./read-call";

/** A handler that a script hangs on the page itself, not on an element of its own. */
export interface PageListener {
  readonly node: AnyNode;
  readonly target: PageTarget;
  /** With their namespaces: "click.acme"; parts that only a running page knows are `hole`. */
  readonly events: readonly string[];
  readonly handler: AnyNode | null;
  /** It goes by itself: after the first event, or with a signal. */
  readonly ends: boolean;
  readonly isJQuery: boolean;
}

export type PageTarget = "document" | "window" | "body" | "html";

/** The handlers on document, window and body that a script adds, or takes away. */
export function findPageListeners(script: Script, does: "adds" | "removes"): readonly PageListener[] {
  const found = script.nodesOf("CallExpression").flatMap((call) => readCall(script, call, does));
  const assigned =
    does === "removes"
      ? []
      : script.nodesOf("AssignmentExpression").flatMap((node): PageListener[] => {
          const [, target, event] =
            /^(?:(document|document\.body)\.)?on([a-z]+)$/.exec(script.pathOf(node.left) ?? "") ?? [];
          if (event === undefined || (node.right.type === "Literal" && node.right.value === null)) return [];
          return [
            {
              node,
              target: target === undefined ? "window" : target === "document" ? "document" : "body",
              events: [event],
              handler: node.right,
              ends: false,
              isJQuery: false,
            },
          ];
        });
  return [...found, ...assigned];
}

const names = {
  adds: { jQuery: /^(?:on|one|bind|delegate)$/, native: "addEventListener" },
  removes: { jQuery: /^(?:off|unbind|undelegate)$/, native: "removeEventListener" },
} as const;

function readCall(script: Script, call: CallExpression, does: "adds" | "removes"): PageListener[] {
  const method = methodOf(call, script) ?? (call.callee.type === "Identifier" ? call.callee.name : "");
  const isJQuery = names[does].jQuery.test(method);
  if (!isJQuery && method !== names[does].native) return [];
  const target = isJQuery ? jQueryTarget(script, receiverOf(call), 0) : nativeTarget(script, call);
  if (target === null) return [];
  const [first, ...rest] = call.arguments;
  const map = objectIn(script, first);
  const text = textOf(script, first) ?? "";
  const events =
    map === null ? text.split(/\s+/).filter((event) => event !== "") : map.properties.flatMap(nameOfEvent);
  const handler =
    (isJQuery ? rest.findLast((argument) => argument.type !== "ObjectExpression") : rest[0]) ?? null;
  const options = isJQuery ? null : objectIn(script, rest[1]);
  return [
    {
      node: call,
      target,
      events,
      handler: handler as AnyNode | null,
      ends:
        method === "one" ||
        memberOf(options, "once") !== null ||
        memberOf(options, "signal") !== null ||
        isUnknownOption(script, isJQuery ? undefined : rest[1]),
      isJQuery,
    },
  ];
}

/** A third argument that is made elsewhere may carry a signal. */
function isUnknownOption(script: Script, option: CallExpression["arguments"][number] | undefined): boolean {
  return (
    option !== undefined &&
    /^(?:Identifier|MemberExpression|CallExpression)$/.test(valueOf(script, option).type)
  );
}

function nameOfEvent(property: AnyNode): string[] {
  if (property.type !== "Property") return [];
  if (property.key.type === "Identifier") return [property.key.name];
  return property.key.type === "Literal" ? [String(property.key.value)] : [];
}

function jQueryTarget(script: Script, node: Expression | null, depth: number): PageTarget | null {
  if (node === null || depth > 10) return null;
  if (node.type === "Identifier") {
    const value = valueOf(script, node);
    return value === node ? null : jQueryTarget(script, value as Expression, depth + 1);
  }
  if (node.type !== "CallExpression") return null;
  if (script.pathOf(node.callee as AnyNode) === "jQuery") {
    const [first] = node.arguments;
    if (first === undefined) return null;
    const path = script.pathOf(first);
    if (path === "document" || path === "window") return path;
    if (path === "document.body") return "body";
    if (path === "document.documentElement") return "html";
    const text = script.stringOf(first);
    return text === "body" || text === "html" ? text : null;
  }
  // Chained: $(document).off(…).on(…)
  return /^(?:on|off|one|bind|unbind)$/.test(methodOf(node, script) ?? "")
    ? jQueryTarget(script, receiverOf(node), depth + 1)
    : null;
}

function nativeTarget(script: Script, call: CallExpression): PageTarget | null {
  switch (script.pathOf(call.callee as AnyNode)) {
    case "addEventListener":
    case "removeEventListener":
      return "window";
    case "document.addEventListener":
    case "document.removeEventListener":
      return "document";
    case "document.body.addEventListener":
    case "document.body.removeEventListener":
      return "body";
    case "document.documentElement.addEventListener":
    case "document.documentElement.removeEventListener":
      return "html";
    default:
      return null;
  }
}
