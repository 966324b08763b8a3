import type { AnyNode } from "../engines/javascript";
import type { Script } from "./create-script";

const longestTest = 500;
const deepest = 60;

/**
 * True where the code asks first whether there is something: in `typeof`, in a test, behind one that names the same
 * member, or in an optional chain.
 */
export function isTypeofOrTest(script: Script, node: AnyNode, member: string): boolean {
  const names = (test: AnyNode) =>
    script.source.slice(test.start, Math.min(test.end, test.start + longestTest)).includes(member);
  let at = node;
  let depth = 0;
  for (let { parent } = at; parent !== null && depth < deepest; at = parent, parent = at.parent, depth++) {
    switch (parent.type) {
      case "UnaryExpression":
        if (parent.operator === "typeof" || parent.operator === "!") return true;
        break;
      case "ChainExpression":
        return true;
      case "LogicalExpression":
        if (parent.left === at || names(parent.left)) return true;
        break;
      case "IfStatement":
      case "ConditionalExpression":
        if (parent.test === at || names(parent.test)) return true;
        break;
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        return false;
    }
  }
  return false;
}
