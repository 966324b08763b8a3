import type { AnyNode, Program } from "../parse-javascript";
import { walkNodes } from "../../src/checker/script/walk-nodes";

/**
 * A place of a source that speaks of texts. `key`: `t("card.title")`. `prefix`: `` t(`card.${part}`) ``, which can be
 * any key that begins so. `mention`: a text in quotes that may or may not be a key, or, with a dot at its end, the
 * beginning of one; "" may be every key.
 */
export interface TextUse {
  readonly kind: "key" | "prefix" | "mention";
  readonly text: string;
  /** Line from 1, column from 0, in the program. */
  readonly line: number;
  readonly column: number;
}

/**
 * Finds what a module says of texts: calls of what `useTranslate` or `createTranslate` gave it, and, because keys also
 * travel through variables and properties, every other text in quotes.
 */
export function findTextUses(program: Program): TextUse[] {
  const { factories, nodes } = collect(program);
  const names = findTranslators(nodes, factories);
  const keys = new Map<AnyNode, "key" | "prefix">();
  const uses: TextUse[] = [];
  for (const node of nodes) {
    if (node.type === "CallExpression" && isTranslator(node.callee)) {
      for (const argument of listOutcomes(node.arguments[0])) keys.set(argument, "key");
    }
  }
  for (const node of nodes) addUse(node);
  return uses;

  function isTranslator(callee: AnyNode): boolean {
    if (callee.type === "Identifier") return names.has(callee.name);
    if (callee.type === "CallExpression") return isFactory(callee.callee, factories);
    return (
      callee.type === "MemberExpression" &&
      isThis(callee.object) &&
      names.has(`this.${nameOf(callee.property)}`)
    );
  }

  function addUse(node: AnyNode): void {
    const isKey = keys.has(node);
    if (node.type === "Literal" && typeof node.value === "string" && node.value !== "") {
      add(node, isKey ? "key" : "mention", node.value);
    } else if (node.type === "TemplateLiteral") {
      const head = node.quasis[0]?.value.cooked ?? "";
      const isWhole = node.expressions.length === 0;
      if (isWhole) add(node, isKey ? "key" : "mention", head);
      else if (head !== "") add(node, isKey ? "prefix" : "mention", head);
    } else if (node.type === "BinaryExpression" && isKey) {
      const [first] = listSummands(node);
      if (first?.type === "Literal" && typeof first.value === "string") add(node, "prefix", first.value);
    } else if (node.type === "CallExpression" && isMember(node.callee, "i18n")) {
      // The host gives a whole group of texts by its name.
      const [argument] = node.arguments;
      if (argument?.type === "Literal") add(argument, "mention", `${String(argument.value)}.`);
    } else if (isMember(node, "langs")) {
      add(node, "mention", "");
    }
  }

  function add(node: AnyNode, kind: TextUse["kind"], text: string): void {
    const { line, column } = node.loc?.start ?? { line: 1, column: 0 };
    uses.push({ kind, text, line, column });
  }
}

/** All nodes of a program, and the names under which it imports what makes translators. */
function collect(program: Program): { nodes: readonly AnyNode[]; factories: ReadonlySet<string> } {
  const nodes: AnyNode[] = [];
  const factories = new Set<string>();
  walkNodes(program, (node) => {
    nodes.push(node);
    if (node.type !== "ImportDeclaration" || node.source.value !== "komponent") return;
    for (const specifier of node.specifiers) {
      if (specifier.type === "ImportNamespaceSpecifier") factories.add(`${specifier.local.name}.*`);
      else if (specifier.type === "ImportSpecifier" && makers.has(nameOf(specifier.imported) ?? "")) {
        factories.add(specifier.local.name);
      }
    }
  });
  return { nodes, factories };
}

const makers: ReadonlySet<string> = new Set(["useTranslate", "createTranslate"]);

/** The variables and fields that hold a translator: `t`, `this.t`. */
function findTranslators(nodes: readonly AnyNode[], factories: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set<string>();
  const isMade = (value: AnyNode | null | undefined) =>
    value?.type === "CallExpression" && isFactory(value.callee, factories);
  for (const node of nodes) {
    if (node.type === "VariableDeclarator" && node.id.type === "Identifier" && isMade(node.init)) {
      names.add(node.id.name);
    } else if (node.type === "PropertyDefinition" && isMade(node.value)) {
      names.add(`this.${nameOf(node.key)}`);
    } else if (node.type === "AssignmentExpression" && isMade(node.right)) {
      if (node.left.type === "Identifier") names.add(node.left.name);
      else if (node.left.type === "MemberExpression" && isThis(node.left.object)) {
        names.add(`this.${nameOf(node.left.property)}`);
      }
    }
  }
  return names;
}

function isFactory(callee: AnyNode, factories: ReadonlySet<string>): boolean {
  if (callee.type === "Identifier") return factories.has(callee.name);
  return (
    callee.type === "MemberExpression" &&
    callee.object.type === "Identifier" &&
    factories.has(`${callee.object.name}.*`) &&
    makers.has(nameOf(callee.property) ?? "")
  );
}

/** What an argument can become: both ends of `a ? b : c` and of `a || b`. */
function listOutcomes(node: AnyNode | undefined): AnyNode[] {
  if (node === undefined) return [];
  if (node.type === "ConditionalExpression")
    return [...listOutcomes(node.consequent), ...listOutcomes(node.alternate)];
  if (node.type === "LogicalExpression") return [...listOutcomes(node.left), ...listOutcomes(node.right)];
  return [node];
}

function listSummands(node: AnyNode): AnyNode[] {
  if (node.type !== "BinaryExpression" || node.operator !== "+") return [node];
  return [...listSummands(node.left), ...listSummands(node.right)];
}

function isMember(node: AnyNode, name: string): boolean {
  return node.type === "MemberExpression" && nameOf(node.property) === name;
}

function isThis(node: AnyNode): boolean {
  return node.type === "ThisExpression";
}

function nameOf(node: AnyNode): string | null {
  if (node.type === "Identifier" || node.type === "PrivateIdentifier") return node.name;
  return node.type === "Literal" && typeof node.value === "string" ? node.value : null;
}
