import type { AnyNode, Expression, Identifier } from "../engines/javascript";
import { isConstant, type ScopeAnalysis, type Variable } from "./analyze-scope";

/**
 * What a name always holds: the value that it is given once, or the argument, where it is a parameter of a function
 * that is called where it stands.
 */
export function findConstant(id: Identifier, scope: ScopeAnalysis): Expression | null {
  const variable = scope.referenceOf(id)?.variable;
  return variable && isConstant(variable) ? findValue(variable) : null;
}

function findValue({ declarations, writes }: Variable): Expression | null {
  const declaration = declarations[0] as Identifier;
  const holder = declaration.parent;
  if (holder?.type === "VariableDeclarator" && holder.id === declaration)
    return holder.init ?? findAssigned(writes[0]?.node);
  if (holder?.type !== "FunctionExpression" && holder?.type !== "ArrowFunctionExpression") return null;
  const call = holder.parent;
  if (call?.type !== "CallExpression" || call.callee !== holder) return null;
  const argument = call.arguments[holder.params.indexOf(declaration)];
  return argument === undefined || argument.type === "SpreadElement" ? null : argument;
}

function findAssigned(target: AnyNode | undefined): Expression | null {
  return target?.parent?.type === "AssignmentExpression" ? target.parent.right : null;
}
