import { stripTypes } from "../bundler";
import {
  parseModule,
  type Expression,
  type AnyNode,
  type ObjectExpression,
  type Program,
} from "../parse-javascript";
import { traceToSource, type SourcePlace } from "../source-map";

type Path = readonly (string | number)[];

/**
 * Finds the place of a manifest's source that a path of its data comes from: the key, or the deepest parent that is
 * written there. Follows constants of the same file and spread objects; null where the source leads elsewhere.
 *
 * @example
 * await findInSource('export default defineManifest({ version: "x" })', "widget/manifest.ts", ["version"])
 * // { file: "widget/manifest.ts", line: 1, column: 33 }
 */
export async function findInSource(source: string, file: string, path: Path): Promise<SourcePlace | null> {
  const { code, map } = await stripTypes(source, file);
  const program = parseModule(code);
  const exported = program.body.find((statement) => statement.type === "ExportDefaultDeclaration");
  if (exported === undefined) return null;
  const start = findNode(program, exported.declaration as Expression, path).loc?.start;
  return start === undefined ? null : traceToSource(map, start.line, start.column + 1);
}

function findNode(program: Program, root: Expression, path: Path): AnyNode {
  let place: AnyNode = root;
  let value = resolveValue(program, root);
  if (value !== root) place = value;
  for (const key of path) {
    const next = findChild(program, value, key);
    if (next === null) return place;
    place = next.place;
    value = resolveValue(program, next.value);
  }
  return place;
}

interface Child {
  readonly place: AnyNode;
  readonly value: Expression;
}

function findChild(program: Program, value: Expression, key: string | number): Child | null {
  if (value.type === "ObjectExpression") return findProperty(program, value, String(key));
  if (value.type !== "ArrayExpression") return null;
  const item = value.elements[Number(key)];
  return item && item.type !== "SpreadElement" ? { place: item, value: item } : null;
}

// The last one wins, as in the language.
function findProperty(program: Program, object: ObjectExpression, key: string): Child | null {
  for (const property of object.properties.toReversed()) {
    if (property.type === "SpreadElement") {
      const child = findChild(program, resolveValue(program, property.argument), key);
      if (child !== null) return child;
    } else if (!property.computed && nameOf(property.key) === key) {
      return { place: property, value: property.value };
    }
  }
  return null;
}

function nameOf(key: Expression | AnyNode): string | null {
  if (key.type === "Identifier" && "name" in key) return String(key.name);
  return key.type === "Literal" && "value" in key ? String(key.value) : null;
}

/** The expression behind `defineManifest(…)` and behind the name of a constant. */
function resolveValue(program: Program, expression: Expression): Expression {
  if (expression.type === "CallExpression") {
    const [argument] = expression.arguments;
    return argument && argument.type !== "SpreadElement" ? resolveValue(program, argument) : expression;
  }
  if (expression.type !== "Identifier") return expression;
  const declared = program.body
    .flatMap((statement) =>
      statement.type === "ExportNamedDeclaration" ? (statement.declaration ?? []) : statement,
    )
    .flatMap((statement) => (statement.type === "VariableDeclaration" ? statement.declarations : []))
    .find(({ id }) => id.type === "Identifier" && id.name === expression.name);
  // A constant cannot hold itself, so this ends.
  return declared?.init ? resolveValue(program, declared.init) : expression;
}
