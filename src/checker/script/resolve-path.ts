import type {
  AnyNode,
  Expression,
  Identifier,
  Pattern,
  PrivateIdentifier,
  Super,
} from "../engines/javascript";
import type { ScopeAnalysis, Variable } from "./analyze-scope";
import { foldString, hole } from "./fold-string";

type Resolvable = AnyNode | Expression | Pattern | PrivateIdentifier | Super;

const windows = new Set(["window", "self", "globalThis", "top", "parent", "frames"]);
const jQueryNames = new Set(["$", "jQuery", "jquery"]);

/**
 * What an expression reaches from the page's globals or from a module, through aliases, destructuring, string keys
 * and minified names; null when the script's own values decide it. A call adds `()`, and jQuery has one name however
 * it came in.
 *
 * @example
 * // const d = document; d["create" + "Element"]  →  "document.createElement"
 * // define(["jquery"], (q) => q.ajax)            →  "jQuery.ajax"
 * // const { log } = window.console; log           →  "console.log"
 * // define(["moment"], (m) => m().format)         →  "module:moment().format"
 */
export function resolvePath(expression: Resolvable, scope: ScopeAnalysis): string | null {
  const parts = trace(expression, scope, 0);
  if (parts === null) return null;
  // Members of the window are globals, whichever way the window is written.
  while (parts.length > 1 && windows.has(parts[0] as string) && parts[1] !== "()") parts.shift();
  if (jQueryNames.has(parts[0] as string)) parts[0] = "jQuery";
  return parts.join(".").replaceAll(".()", "()");
}

function trace(expression: Resolvable, scope: ScopeAnalysis, depth: number): string[] | null {
  if (depth > 20) return null;
  // Read from the outside in, so that a long chain costs a loop and not the stack.
  const tail: string[] = [];
  let node: Resolvable = expression;
  for (;;) {
    if (node.type === "MemberExpression") {
      const name = nameOfMember(node, scope);
      if (name === null) return null;
      tail.push(name);
      node = node.object;
    } else if (node.type === "CallExpression") {
      const bound = boundTarget(node);
      if (bound === null) tail.push("()");
      node = bound ?? node.callee;
    } else if (node.type === "ChainExpression" || node.type === "ParenthesizedExpression") {
      node = node.expression;
    } else if (node.type === "SequenceExpression") {
      node = node.expressions.at(-1) as Expression;
    } else break;
  }
  const head = traceHead(node, scope, depth);
  return head === null ? null : [...head, ...tail.toReversed()];
}

// `document.createElement.bind(document)` is document.createElement.
function boundTarget(call: Extract<AnyNode, { type: "CallExpression" }>): Expression | null {
  const callee = call.callee;
  if (callee.type !== "MemberExpression" || callee.computed) return null;
  if (callee.property.type !== "Identifier" || callee.property.name !== "bind") return null;
  return callee.object.type === "Super" ? null : callee.object;
}

function traceHead(node: Resolvable, scope: ScopeAnalysis, depth: number): string[] | null {
  if (node.type === "ThisExpression") return ["this"];
  if (node.type !== "Identifier") return null;
  const reference = scope.referenceOf(node);
  if (reference === undefined) return null;
  if (reference.variable === null) return [node.name];
  return traceVariable(reference.variable, scope, depth + 1);
}

function traceVariable(variable: Variable, scope: ScopeAnalysis, depth: number): string[] | null {
  if (variable.declarations.length !== 1 || variable.references.some((reference) => reference.writes))
    return null;
  const declaration = variable.declarations[0] as Identifier;
  if (variable.kind === "parameter") return traceParameter(declaration, scope, depth);
  const steps: string[] = [];
  let at: AnyNode = declaration;
  while (at.parent !== null && at.parent.type !== "VariableDeclarator") {
    const parent: AnyNode = at.parent;
    if (parent.type === "Property") {
      if (parent.computed || parent.key.type !== "Identifier") return null;
      steps.unshift(parent.key.name);
    } else if (parent.type !== "ObjectPattern" && parent.type !== "AssignmentPattern") return null;
    at = parent;
  }
  const declarator = at.parent;
  if (declarator?.type !== "VariableDeclarator" || !declarator.init) return null;
  const base = trace(declarator.init, scope, depth);
  return base === null ? null : [...base, ...steps];
}

/** A parameter of the function that `define([...], fn)` gets, or of one that is called where it stands. */
function traceParameter(parameter: Identifier, scope: ScopeAnalysis, depth: number): string[] | null {
  const owner = parameter.parent;
  if (owner?.type !== "FunctionExpression" && owner?.type !== "ArrowFunctionExpression") return null;
  const index = owner.params.indexOf(parameter);
  const call = owner.parent;
  if (call?.type !== "CallExpression") return null;
  if (call.callee === owner) {
    const argument = call.arguments[index];
    return argument === undefined || argument.type === "SpreadElement" ? null : trace(argument, scope, depth);
  }
  if (call.callee.type !== "Identifier" || !/^(define|require|requirejs)$/.test(call.callee.name))
    return null;
  const list = call.arguments.find((argument) => argument.type === "ArrayExpression");
  const dependency = list?.type === "ArrayExpression" ? list.elements[index] : undefined;
  if (dependency?.type !== "Literal" || typeof dependency.value !== "string") return null;
  return [dependency.value === "jquery" ? "jQuery" : `module:${dependency.value}`];
}

function nameOfMember(
  node: Extract<AnyNode, { type: "MemberExpression" }>,
  scope: ScopeAnalysis,
): string | null {
  if (!node.computed) return node.property.type === "Identifier" ? node.property.name : null;
  const name = foldString(node.property, scope);
  return name === null || name.includes(hole) ? null : name;
}
