import type { Expression, Identifier } from "../engines/javascript";
import type { ScopeAnalysis } from "./analyze-scope";

/** What a name always holds: the value of its only declaration, when nothing writes to it afterwards. */
export function findConstant(id: Identifier, scope: ScopeAnalysis): Expression | null {
  const variable = scope.referenceOf(id)?.variable;
  if (!variable || variable.declarations.length !== 1) return null;
  const declaration = variable.declarations[0] as Identifier;
  const declarator = declaration.parent;
  if (declarator?.type !== "VariableDeclarator" || declarator.id !== declaration) return null;
  if (variable.references.some((reference) => reference.writes)) return null;
  return declarator.init ?? null;
}
