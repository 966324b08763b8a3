import { walkNodes } from "../../src/checker/script/walk-nodes";
import type { AnyNode, Program } from "../parse-javascript";

/** A class of a CSS module that a source names: `styles.title`, `styles["title"]`, `const { title } = styles`. */
export interface ClassUse {
  /** The module as the source imports it. */
  readonly specifier: string;
  readonly name: string;
  /** In the program; line from 1, column from 0. */
  readonly line: number;
  readonly column: number;
}

/** Finds the classes of CSS modules that a module names. Names that are made at run time are not judged. */
export function findClassUses(program: Program): ClassUse[] {
  const modules = listModules(program);
  const uses: ClassUse[] = [];
  if (modules.size === 0) return uses;
  walkNodes(program, (node) => {
    if (node.type === "MemberExpression") {
      add(node.object, node.property, node.computed);
    } else if (node.type === "VariableDeclarator" && node.id.type === "ObjectPattern" && node.init) {
      for (const property of node.id.properties) {
        if (property.type === "Property") add(node.init, property.key, property.computed);
      }
    }
  });
  return uses;

  function add(object: AnyNode, key: AnyNode, isComputed: boolean): void {
    const specifier = object.type === "Identifier" ? modules.get(object.name) : undefined;
    const name = isComputed || key.type !== "Identifier" ? literalOf(key) : key.name;
    if (specifier === undefined || name === null) return;
    const { line, column } = key.loc?.start ?? { line: 1, column: 0 };
    uses.push({ specifier, name, line, column });
  }
}

/** The names under which a program imports CSS modules, each with the import's own word. */
function listModules({ body }: Program): ReadonlyMap<string, string> {
  const modules = new Map<string, string>();
  for (const node of body) {
    if (node.type !== "ImportDeclaration" || !/\.module\.\w+$/.test(String(node.source.value))) continue;
    for (const { type, local } of node.specifiers) {
      if (type === "ImportDefaultSpecifier") modules.set(local.name, String(node.source.value));
    }
  }
  return modules;
}

function literalOf(node: AnyNode): string | null {
  return node.type === "Literal" && typeof node.value === "string" ? node.value : null;
}
