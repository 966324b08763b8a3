import type { AnyNode, CallExpression, Expression } from "../engines/javascript";
import type { Script } from "./create-script";
import { findConstant } from "./find-constant";

const narrowing = new Set([
  "find",
  "children",
  "closest",
  "parents",
  "filter",
  "siblings",
  "next",
  "prev",
  "querySelector",
  "querySelectorAll",
]);
const keeping = new Set([
  "eq",
  "first",
  "last",
  "not",
  "addBack",
  "end",
  "parent",
  "get",
  "item",
  "prop",
  "css",
  "show",
]);

/**
 * The selector of the elements that an expression stands for, as far as the code says it; null where it does not.
 * Steps that narrow are joined with a blank, parts that only a running page knows are `hole`.
 *
 * @example
 * // $(".modal").find(".js-widget-save").first()  →  ".modal .js-widget-save"
 * // document.getElementById("save_acme")         →  "#save_acme"
 */
export function selectorOf(script: Script, node: AnyNode | Expression, depth = 0): string | null {
  if (depth > 10) return null;
  if (node.type === "Identifier") {
    const value = findConstant(node, script.scope);
    return value === null ? null : selectorOf(script, value, depth + 1);
  }
  if (node.type === "MemberExpression" && node.computed) return selectorOf(script, node.object, depth + 1);
  if (node.type === "ChainExpression") return selectorOf(script, node.expression, depth + 1);
  return node.type === "CallExpression" ? selectorOfCall(script, node, depth) : null;
}

function selectorOfCall(script: Script, call: CallExpression, depth: number): string | null {
  const path = script.pathOf(call.callee);
  const argument = call.arguments[0];
  const text = argument === undefined ? null : script.stringOf(argument);
  if (path === "jQuery") {
    // $(".a", container), $(element)
    if (text !== null) return text;
    return argument === undefined ? null : selectorOf(script, argument, depth + 1);
  }
  if (path === "document.querySelector" || path === "document.querySelectorAll") return text;
  if (path === "document.getElementById") return text === null ? null : `#${text}`;
  if (path === "document.getElementsByClassName") return text === null ? null : `.${text}`;
  const { callee } = call;
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return null;
  const own = selectorOf(script, callee.object, depth + 1);
  if (keeping.has(callee.property.name)) return own;
  if (!narrowing.has(callee.property.name)) return null;
  return text === null ? own : [own, text].filter((part) => part !== null).join(" ");
}
