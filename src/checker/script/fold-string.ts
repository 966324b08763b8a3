import type {
  AnyNode,
  CallExpression,
  Expression,
  Function as FunctionNode,
  Pattern,
  PrivateIdentifier,
} from "../engines/javascript";
import type { ScopeAnalysis } from "./analyze-scope";
import { findConstant } from "./find-constant";

/** Stands in a folded string for a part that only a running page knows. */
export const hole = "\ufffc";

type Foldable = AnyNode | Expression | Pattern | PrivateIdentifier;

/**
 * The text that an expression is known to give: literals, `"a" + "b"`, template literals, names that hold one
 * constant, functions that do nothing but return a text. A part that is not known becomes `hole`; null when nothing in it is known to be text.
 *
 * @example
 * foldString(parse('"/api/" + id'), scope) // "/api/\ufffc"
 */
export function foldString(expression: Foldable, scope: ScopeAnalysis): string | null {
  // Most of what is asked for.
  if (expression.type === "Literal") return typeof expression.value === "string" ? expression.value : null;
  const parts: string[] = [];
  let isText = false;
  // Depth first with a stack of its own: a text glued from ten thousand pieces nests as deep.
  const stack: { node: Foldable; depth: number }[] = [{ node: expression, depth: 0 }];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { node, depth } = item;
    if (node.type === "Literal" && typeof node.value === "string") {
      isText = true;
      parts.push(node.value);
    } else if (node.type === "Literal" && typeof node.value === "number") {
      parts.push(String(node.value));
    } else if (node.type === "TemplateLiteral") {
      isText = true;
      for (let index = node.quasis.length - 1; index >= 0; index--) {
        if (index < node.expressions.length)
          stack.push({ node: node.expressions[index] as Expression, depth });
        stack.push({ node: node.quasis[index] as AnyNode, depth });
      }
    } else if (node.type === "TemplateElement") {
      parts.push(node.value.cooked ?? node.value.raw);
    } else if (node.type === "BinaryExpression" && node.operator === "+") {
      stack.push({ node: node.right, depth }, { node: node.left, depth });
    } else if (node.type === "Identifier" && depth < 5) {
      const value = findConstant(node, scope);
      if (value === null) parts.push(hole);
      else stack.push({ node: value, depth: depth + 1 });
    } else if (node.type === "CallExpression" && depth < 5) {
      const value = findReturned(node, scope);
      if (value === null) parts.push(hole);
      else stack.push({ node: value, depth: depth + 1 });
    } else {
      parts.push(hole);
    }
    if (parts.length > 100_000) return null;
  }
  return isText ? parts.join("") : null;
}

/** What a call of a function of the script gives, where returning it is all that the function does. */
function findReturned({ callee }: CallExpression, scope: ScopeAnalysis): Expression | null {
  if (callee.type !== "Identifier") return null;
  const declaration = scope.referenceOf(callee)?.variable?.declarations[0]?.parent;
  const found = declaration?.type === "FunctionDeclaration" ? declaration : findConstant(callee, scope);
  if (found === null || !/^(?:Arrow)?Function/.test(found.type)) return null;
  const { body } = found as FunctionNode;
  if (body.type !== "BlockStatement") return body;
  const [statement] = body.body;
  return body.body.length === 1 && statement?.type === "ReturnStatement"
    ? (statement.argument ?? null)
    : null;
}
