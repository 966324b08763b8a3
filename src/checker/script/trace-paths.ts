import type {
  AnyNode,
  CallExpression,
  Expression,
  MemberExpression,
  Pattern,
  ThisExpression,
} from "../engines/javascript";
import { isConstant, variableOf, type ScopeAnalysis, type Variable } from "./analyze-scope";
import { foldString, hole } from "./fold-string";

const windows = new Set(["window", "self", "globalThis", "top", "parent", "frames"]);
const jQueryNames = new Set(["$", "jQuery", "jquery"]);
const loaders = new Set(["define", "require", "requirejs"]);
/** A chain that is longer names nothing that any rule knows. */
const longestPath = 300;

/**
 * What expressions reach from the page's globals or from a module, through aliases, destructuring, string keys and
 * minified names. A call adds `()`, and jQuery has one name however it came in. An expression that the script's own
 * values decide has no path.
 *
 * The paths are followed from where they begin, so that a bundle's own values, most of it, cost nothing.
 *
 * @example
 * // const d = document; d["create" + "Element"]  →  "document.createElement"
 * // define(["jquery"], (q) => q.ajax)            →  "jQuery.ajax"
 * // const { log } = window.console; log           →  "console.log"
 * // define(["moment"], (m) => m().format)         →  "module:moment().format"
 */
export function tracePaths(
  scope: ScopeAnalysis,
  thisExpressions: readonly ThisExpression[],
): ReadonlyMap<AnyNode, string> {
  const paths = new Map<AnyNode, string>();
  const pending: (readonly [node: AnyNode, path: string])[] = [
    ...scope.free.map(({ node }) => [node, join("window", node.name)] as const),
    ...thisExpressions.map((node) => [node, "this"] as const),
  ];

  const bindVariable = (variable: Variable | null, path: string) => {
    if (variable === null || !isConstant(variable)) return;
    for (const { node, writes } of variable.references) if (!writes) pending.push([node, path]);
  };
  const bindPattern = (pattern: Pattern, path: string) => {
    if (pattern.type === "Identifier") return bindVariable(variableOf(pattern), path);
    if (pattern.type === "AssignmentPattern") return bindPattern(pattern.left, path);
    if (pattern.type !== "ObjectPattern") return;
    for (const property of pattern.properties) {
      if (property.type === "RestElement" || property.computed || property.key.type !== "Identifier")
        continue;
      bindPattern(property.value, join(path, property.key.name));
    }
  };
  const bindModules = (call: CallExpression) => {
    const list = call.arguments.find((argument) => argument.type === "ArrayExpression");
    const factory = call.arguments.find(isFunctionNode);
    if (list?.type !== "ArrayExpression" || factory === undefined) return;
    for (const [index, dependency] of list.elements.entries()) {
      const parameter = factory.params[index];
      if (parameter === undefined || dependency?.type !== "Literal") continue;
      if (typeof dependency.value !== "string") continue;
      bindPattern(parameter, dependency.value === "jquery" ? "jQuery" : `module:${dependency.value}`);
    }
  };

  const step = (node: AnyNode, path: string): readonly [AnyNode, string] | null => {
    const parent = node.parent;
    switch (parent?.type) {
      case "MemberExpression": {
        if (parent.object !== node) return null;
        const name = nameOfMember(parent, scope);
        return name === null ? null : [parent, join(path, name)];
      }
      case "CallExpression":
        if (parent.callee === node) {
          if (loaders.has(path)) bindModules(parent);
          // `document.createElement.bind(document)` is document.createElement.
          return path.endsWith(".bind") ? [parent, path.slice(0, -5)] : [parent, `${path}()`];
        }
        if (isFunctionNode(parent.callee)) {
          const parameter = parent.callee.params[parent.arguments.indexOf(node as Expression)];
          if (parameter !== undefined) bindPattern(parameter, path);
        }
        return null;
      case "ChainExpression":
      case "ParenthesizedExpression":
        return [parent, path];
      case "SequenceExpression":
        return parent.expressions.at(-1) === node ? [parent, path] : null;
      case "VariableDeclarator":
        if (parent.init === node) bindPattern(parent.id, path);
        return null;
      case "AssignmentExpression":
        if (parent.right !== node || parent.operator !== "=") return null;
        bindPattern(parent.left, path);
        return [parent, path];
      default:
        return null;
    }
  };

  for (let start = pending.pop(); start !== undefined; start = pending.pop()) {
    let at: readonly [AnyNode, string] | null = start;
    while (at !== null && at[1].length < longestPath && !paths.has(at[0])) {
      paths.set(at[0], at[1]);
      at = step(at[0], at[1]);
    }
  }
  return paths;
}

/** Members of the window are globals, whichever way the window is written. */
function join(path: string, name: string): string {
  if (!windows.has(path)) return `${path}.${name}`;
  return jQueryNames.has(name) ? "jQuery" : name;
}

function isFunctionNode(
  node: AnyNode | Expression | { readonly type: "SpreadElement" | "Super" },
): node is Extract<Expression, { type: "FunctionExpression" | "ArrowFunctionExpression" }> {
  return node.type === "FunctionExpression" || node.type === "ArrowFunctionExpression";
}

function nameOfMember(node: MemberExpression, scope: ScopeAnalysis): string | null {
  if (!node.computed) return node.property.type === "Identifier" ? node.property.name : null;
  const name = foldString(node.property, scope);
  return name === null || name.includes(hole) ? null : name;
}
