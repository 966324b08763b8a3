import type {
  AnyNode,
  CallExpression,
  Expression,
  Function as FunctionNode,
  NewExpression,
  ObjectExpression,
  SpreadElement,
} from "../engines/javascript";
import { findConstant } from "./find-constant";
import type { Script } from "./create-script";

type Argument = Expression | SpreadElement;

/** The method that a call calls, by name: "append" of `$(x).append(y)`, and of `$(x)["append"](y)`. */
export function methodOf(call: CallExpression | NewExpression, script: Script): string | null {
  const { callee } = call;
  if (callee.type !== "MemberExpression") return null;
  if (callee.computed) return script.stringOf(callee.property);
  return callee.property.type === "Identifier" ? callee.property.name : null;
}

/** What the method is called on. */
export function receiverOf({ callee }: CallExpression | NewExpression): Expression | null {
  return callee.type === "MemberExpression" && callee.object.type !== "Super" ? callee.object : null;
}

/** The text of an argument; null where there is none, or nothing in it is known. */
export function textOf(script: Script, argument: Argument | null | undefined): string | null {
  return argument ? script.stringOf(argument) : null;
}

/** An expression, or what the name always holds that it is. */
export function valueOf(script: Script, node: AnyNode | Argument): AnyNode {
  const value = node.type === "Identifier" ? findConstant(node, script.scope) : null;
  return value ?? (node as AnyNode);
}

/** The object literal that an argument is, or that the name holds which it is. */
export function objectIn(script: Script, argument: AnyNode | Argument | undefined): ObjectExpression | null {
  const value = argument === undefined ? null : valueOf(script, argument);
  return value?.type === "ObjectExpression" ? value : null;
}

/** The value of a member of an object literal, by its key; null where there is none. */
export function memberOf(object: ObjectExpression | null, key: string): Expression | null {
  for (const property of object?.properties ?? []) {
    if (property.type === "Property" && keyOf(property) === key) return property.value;
  }
  return null;
}

/** The name of a member, where it is written out. */
export function keyOf({
  key,
  computed,
}: {
  readonly computed: boolean;
  readonly key: { readonly type: string };
}): string | null {
  const node = key as AnyNode;
  if (!computed && node.type === "Identifier") return node.name;
  return node.type === "Literal" && typeof node.value === "string" ? node.value : null;
}

/** True for `false`, and for the `!1` of minifiers. */
export function isFalse(node: AnyNode | Argument | null | undefined): boolean {
  if (node?.type === "Literal") return node.value === false;
  return node?.type === "UnaryExpression" && node.operator === "!" && isOne(node.argument);
}

/** True for `true`, and for the `!0` of minifiers. */
export function isTrue(node: AnyNode | Argument | null | undefined): boolean {
  if (node?.type === "Literal") return node.value === true;
  return (
    node?.type === "UnaryExpression" &&
    node.operator === "!" &&
    node.argument.type === "Literal" &&
    node.argument.value === 0
  );
}

function isOne(node: Expression): boolean {
  return node.type === "Literal" && node.value === 1;
}

export function isFunction(node: { readonly type: string } | null | undefined): node is FunctionNode {
  return (
    node?.type === "FunctionExpression" ||
    node?.type === "ArrowFunctionExpression" ||
    node?.type === "FunctionDeclaration"
  );
}

/** The function that an expression is, names, or binds: `fn`, `function () {}`, `own.fn`, `fn.bind(self)`, `$.proxy(fn, self)`. */
export function functionIn(
  script: Script,
  node: AnyNode | Argument | null | undefined,
  depth = 0,
): FunctionNode | null {
  if (!node || depth > 4) return null;
  if (isFunction(node)) return node;
  if (node.type === "Identifier") {
    const declaration = script.scope.referenceOf(node)?.variable?.declarations[0]?.parent;
    if (declaration?.type === "FunctionDeclaration") return declaration;
    return functionIn(script, findConstant(node, script.scope), depth + 1);
  }
  if (node.type === "MemberExpression" && !node.computed && node.property.type === "Identifier")
    return functionIn(script, memberOf(objectIn(script, node.object), node.property.name), depth + 1);
  if (node.type !== "CallExpression") return null;
  if (methodOf(node, script) === "bind" && node.arguments[0]?.type !== "FunctionExpression")
    return functionIn(script, receiverOf(node), depth + 1);
  return /(?:^|\.)(?:bind|proxy)$/.test(script.pathOf(node.callee as AnyNode) ?? methodOf(node, script) ?? "")
    ? functionIn(script, node.arguments[0], depth + 1)
    : null;
}

/** The function around a node; null at the top of the file. */
export function functionAround(node: AnyNode): FunctionNode | null {
  for (let at = node.parent; at !== null; at = at.parent) if (isFunction(at)) return at;
  return null;
}

/** True when a node lies inside another, or is it. */
export function isWithin(node: AnyNode, around: AnyNode): boolean {
  return node.start >= around.start && node.end <= around.end;
}

/** The first line of a node's source, short enough for a report. */
export function quote(script: Script, node: { readonly start: number; readonly end: number }): string {
  const text = script.source.slice(node.start, Math.min(node.end, node.start + 500));
  const line = text.split("\n")[0]?.trimEnd() ?? "";
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
