import type { AnyNode, Comment, Program } from "../engines/javascript";

/** A node of any parser that follows ESTree; of TypeScript's syntax only what `eraseTypes` names is known here. */
export interface ForeignNode {
  readonly type: string;
  readonly range?: readonly [number, number];
  readonly start?: number;
  readonly end?: number;
  readonly [key: string]: unknown;
}

/**
 * Makes a tree of one's own of the tree of another parser: places kept, types left out, so that what is left is the
 * JavaScript that runs. Syntax that is neither, such as JSX, stays as it is, and so does everything inside.
 * A namespace of TypeScript's is named, but not looked into. The given tree is not touched.
 */
export function eraseTypes(program: ForeignNode): Program {
  const root = createNode(program);
  const stack = [{ source: program, target: root }];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { source, target } = item;
    const adopt = (child: ForeignNode) => {
      const runs = findRunning(child);
      if (runs === null) return null;
      const node = createNode(runs);
      stack.push({ source: runs, target: node });
      return node;
    };
    for (const key in source) {
      if (skipped.has(key)) continue;
      const value = source[key];
      if (Array.isArray(value)) target[key] = value.flatMap((child) => adoptItem(child, adopt));
      else target[key] = isNode(value) ? adopt(value) : value;
    }
  }
  return root as unknown as Program;
}

/** Comments as this checker's own parser gives them. */
export function adoptComments(comments: readonly ForeignNode[]): readonly Comment[] {
  return comments.map((comment) => ({
    type: comment.type === "Block" ? "Block" : "Line",
    value: String(comment["value"]),
    ...placeOf(comment),
  }));
}

type OwnNode = { type: string; start: number; end: number; [key: string]: unknown };

/** What belongs to the other tree alone: links back, places in other units, and a second list of what is in the text. */
const skipped = new Set(["parent", "loc", "range", "start", "end", "tokens", "comments", "type"]);

/** Types around a value, and brackets, which some parsers keep. */
const wrappers = new Set([
  "ParenthesizedExpression",
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSNonNullExpression",
  "TSTypeAssertion",
  "TSInstantiationExpression",
]);

function createNode(source: ForeignNode): OwnNode {
  return { type: source.type, ...placeOf(source) };
}

function placeOf({ range, start, end }: ForeignNode): { start: number; end: number } {
  return { start: range?.[0] ?? start ?? 0, end: range?.[1] ?? end ?? 0 };
}

function adoptItem(child: unknown, adopt: (child: ForeignNode) => OwnNode | null): unknown[] {
  // A hole of an array stays where it is: what stands behind it keeps its number.
  if (!isNode(child)) return [child];
  const node = adopt(child);
  return node === null ? [] : [node];
}

/** The node that runs in the place of another; null where nothing of it does. */
function findRunning(node: ForeignNode): ForeignNode | null {
  let at = node;
  while (wrappers.has(at.type) && isNode(at["expression"])) at = at["expression"];
  if (at.type === "TSParameterProperty") return at["parameter"] as ForeignNode;
  if (at.type === "TSEnumDeclaration" || at.type === "TSModuleDeclaration") return nameOnly(at);
  if (at.type.startsWith("TS") || at["declare"] === true) return null;
  if (at["importKind"] === "type" || at["exportKind"] === "type") return null;
  return runs(at) ? at : null;
}

const holders = new Map([
  ["MethodDefinition", "value"],
  ["ExportNamedDeclaration", "declaration"],
  ["ExportDefaultDeclaration", "declaration"],
]);

/** False for what is only there for a type: an overload, `this` among parameters, the export of an interface. */
function runs(node: ForeignNode): boolean {
  if (node.type === "Identifier") return node["name"] !== "this";
  const held = node[holders.get(node.type) ?? ""];
  return !isNode(held) || findRunning(held) !== null;
}

/** An enumeration or a namespace comes to a variable with something in it that nobody looks at. */
function nameOnly(node: ForeignNode): ForeignNode | null {
  const id = node["id"];
  if (node["declare"] === true || !isNode(id) || id.type !== "Identifier") return null;
  const declarator = { type: "VariableDeclarator", ...placeOf(node), id, init: null };
  return { type: "VariableDeclaration", ...placeOf(node), kind: "var", declarations: [declarator] };
}

function isNode(value: unknown): value is ForeignNode {
  return typeof value === "object" && value !== null && typeof (value as AnyNode).type === "string";
}
