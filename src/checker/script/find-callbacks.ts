import type { AnyNode, Expression, Function as FunctionNode, ObjectExpression } from "../engines/javascript";
import { findConstant } from "./find-constant";
import type { Script } from "./create-script";

/** A callback that a script gives to the host. */
export interface Callback {
  readonly script: Script;
  /** "render", or "leads.selected" where they nest. */
  readonly name: string;
  readonly at: number;
  /** Its function; null where the script decides it at run time, so that nobody can say what it does. */
  readonly body: FunctionNode | null;
}

/**
 * Finds the members of the object that becomes `callbacks`, wherever it is written: assigned, a class field, a member
 * of a returned object, merged with `extend` or `assign`, or set one by one.
 */
export function findCallbacks(scripts: readonly Script[]): readonly Callback[] {
  return scripts.flatMap((script) => [
    ...script.nodesOf("AssignmentExpression").flatMap((node) => {
      if (node.left.type !== "MemberExpression") return [];
      const path = membersAfterCallbacks(node.left, script);
      return path === null ? [] : readMembers(script, node.right, path);
    }),
    ...script
      .nodesOf("Property")
      .filter((node) => node.parent?.type === "ObjectExpression" && keyOf(node) === "callbacks")
      .flatMap((node) => readMembers(script, node.value as Expression, [])),
    ...script
      .nodesOf("PropertyDefinition")
      .filter((node) => keyOf(node) === "callbacks" && node.value)
      .flatMap((node) => readMembers(script, node.value as Expression, [])),
  ]);
}

/** The names behind `callbacks` in `self.callbacks.leads.selected`; null where the chain has no such member. */
function membersAfterCallbacks(member: AnyNode, script: Script): string[] | null {
  const names: string[] = [];
  let at: AnyNode = member;
  while (at.type === "MemberExpression") {
    const name = at.computed ? script.stringOf(at.property) : keyName(at.property);
    if (name === null) return null;
    if (name === "callbacks") return names.toReversed();
    names.push(name);
    at = at.object;
  }
  return null;
}

function readMembers(script: Script, value: Expression, path: readonly string[]): Callback[] {
  const node = value.type === "Identifier" ? (findConstant(value, script.scope) ?? value) : value;
  if (node.type === "ObjectExpression" && path.length < 3)
    return node.properties.flatMap((property) => readProperty(script, property, path));
  if (node.type === "CallExpression" && isMerge(node.callee)) {
    return node.arguments.flatMap((argument) =>
      argument.type === "SpreadElement" ? [] : readMembers(script, argument, path),
    );
  }
  if (path.length === 0) return [];
  return [{ script, name: path.join("."), at: value.start, body: findFunction(script, value, 0) }];
}

function readProperty(
  script: Script,
  property: ObjectExpression["properties"][number],
  path: readonly string[],
): Callback[] {
  if (property.type === "SpreadElement") return readMembers(script, property.argument, path);
  const name = keyOf(property);
  if (name === null) return [];
  return readMembers(script, property.value, [...path, name]).map((callback) => ({
    ...callback,
    at: property.start,
  }));
}

function isMerge(callee: AnyNode | Expression): boolean {
  return (
    callee.type === "MemberExpression" &&
    /^(?:extend|assign|merge|defaults)$/.test(keyName(callee.property) ?? "")
  );
}

/** The function that an expression is, or binds, or names. */
function findFunction(script: Script, value: AnyNode, depth: number): FunctionNode | null {
  if (depth > 4) return null;
  switch (value.type) {
    case "FunctionExpression":
    case "ArrowFunctionExpression":
    case "FunctionDeclaration":
      return value;
    case "CallExpression": {
      const bound = value.callee.type === "MemberExpression" && keyName(value.callee.property) === "bind";
      if (!bound || value.callee.type !== "MemberExpression") return null;
      const first = value.arguments[0];
      const own = findFunction(script, value.callee.object, depth + 1);
      return own ?? (first === undefined ? null : findFunction(script, first, depth + 1));
    }
    case "Identifier": {
      const declaration = script.scope.referenceOf(value)?.variable?.declarations[0]?.parent;
      if (declaration?.type === "FunctionDeclaration") return declaration;
      const constant = findConstant(value, script.scope);
      return constant === null ? null : findFunction(script, constant, depth + 1);
    }
    default:
      return null;
  }
}

function keyOf(node: {
  readonly computed: boolean;
  readonly key: AnyNode | Expression | { type: "PrivateIdentifier" };
}) {
  return node.computed ? null : keyName(node.key as AnyNode);
}

function keyName(node: AnyNode | Expression): string | null {
  if (node.type === "Identifier") return node.name;
  return node.type === "Literal" && typeof node.value === "string" ? node.value : null;
}

/** True when a function does nothing but return a constant, or tell the console. Unknown functions do something. */
export function isTrivial({ body, script }: Callback): boolean {
  if (body === null) return false;
  if (body.body.type !== "BlockStatement")
    return body.body.type === "Literal" || body.body.type === "Identifier";
  return body.body.body.every((statement) => {
    if (statement.type === "EmptyStatement") return true;
    if (statement.type === "ReturnStatement")
      return (
        !statement.argument || statement.argument.type === "Literal" || isNegatedLiteral(statement.argument)
      );
    if (statement.type !== "ExpressionStatement") return false;
    const { expression } = statement;
    if (expression.type === "Literal") return true;
    return (
      expression.type === "CallExpression" &&
      (script.pathOf(expression.callee)?.startsWith("console.") ?? false)
    );
  });
}

// Minifiers write true as !0.
function isNegatedLiteral(node: Expression): boolean {
  return node.type === "UnaryExpression" && node.operator === "!" && node.argument.type === "Literal";
}
