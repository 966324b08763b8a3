import { parse, type Program } from "../src/checker/engines/javascript";

export type { AnyNode, Expression, ObjectExpression, Program } from "../src/checker/engines/javascript";

/** Parses an ES module; throws a SyntaxError. Places count lines from 1 and columns from 0. */
export function parseModule(text: string): Program {
  return parse(text, { ecmaVersion: "latest", sourceType: "module", locations: true });
}
