import { full } from "acorn-walk";
import type { AnyNode, Program } from "../parse-javascript";

/** What one source says about texts. */
export interface TextUses {
  /** Keys that are handed to the function that `useTranslate` gave. */
  readonly keys: readonly string[];
  /** Every other text in quotes: a key may be chosen before it is handed on. */
  readonly mentions: readonly string[];
  /** Beginnings of keys that are put together: `settings.faults.` */
  readonly prefixes: readonly string[];
}

/** Finds the texts that a module uses. It must be JavaScript; the build strips types before. */
export function findTextUses(program: Program): TextUses {
  const translators = findTranslators(program);
  const keys = new Set<string>();
  const mentions = new Set<string>();
  const prefixes = new Set<string>();
  full(program, (node: AnyNode) => {
    if (
      node.type === "CallExpression" &&
      node.callee.type === "Identifier" &&
      translators.has(node.callee.name)
    ) {
      const [key] = node.arguments;
      if (key?.type === "Literal" && typeof key.value === "string") keys.add(key.value);
    }
    if (node.type === "Literal" && typeof node.value === "string") mentions.add(node.value);
    if (node.type === "TemplateLiteral") {
      const start = node.quasis[0]?.value.cooked ?? "";
      if (node.expressions.length === 0) mentions.add(start);
      else if (start !== "") prefixes.add(start);
    }
  });
  return { keys: [...keys], mentions: [...mentions], prefixes: [...prefixes] };
}

/** Names of variables that hold what `useTranslate()` gives; `t` counts always, as a parameter is named so. */
function findTranslators(program: Program): ReadonlySet<string> {
  const names = new Set<string>(["t"]);
  full(program, (node: AnyNode) => {
    if (node.type !== "VariableDeclarator" || node.id.type !== "Identifier") return;
    const { init } = node;
    if (init?.type !== "CallExpression" || init.callee.type !== "Identifier") return;
    if (init.callee.name === "useTranslate") names.add(node.id.name);
  });
  return names;
}
