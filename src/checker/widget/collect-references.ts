import type { JsonDocument } from "../json/json-document";
import type { JsonNode } from "../json/parse-json";
import { walk, type CssNode, type WalkContext } from "../engines/css";
import { hole } from "../script/fold-string";
import type { Script } from "../script/create-script";
import type { Stylesheet } from "../style/create-stylesheet";
import type { AnyNode } from "../engines/javascript";
import type { TextFile } from "./text-file";

/** A text of the widget that may name a file: parts that only a running page knows are `hole`. */
export interface Reference {
  readonly file: string;
  readonly at: number;
  readonly text: string;
}

const longest = 20_000;

/** Every string of a script that may be a path or hold one. */
export function findScriptReferences(script: Script): Reference[] {
  const nodes: readonly AnyNode[] = [
    ...script.nodesOf("Literal"),
    ...script.nodesOf("TemplateLiteral"),
    ...script.nodesOf("BinaryExpression"),
  ];
  return nodes.flatMap((node) => {
    // A sum is read as a whole, from its top.
    if (node.parent?.type === "BinaryExpression" && node.parent.operator === "+") return [];
    if (isMappedSource(node)) return [];
    const text = script.stringOf(node);
    return text === null || text.length > longest ? [] : [{ file: script.file, at: node.start, text }];
  });
}

/** Bundlers leave the sources of a style sheet beside what they made of it. */
function isMappedSource({ parent }: AnyNode): boolean {
  const list = parent?.type === "ArrayExpression" ? parent.parent : null;
  return list?.type === "Property" && list.key.type === "Identifier" && list.key.name === "sourcesContent";
}

export function findStyleReferences(sheet: Stylesheet): Reference[] {
  const found: Reference[] = [];
  walk(sheet.root, {
    enter(this: WalkContext, node: CssNode) {
      if (node.type !== "Url" && !(node.type === "String" && this.atrule?.name === "import")) return;
      if (node.value.length <= longest)
        found.push({ file: sheet.file, at: node.loc?.start.offset ?? 0, text: node.value });
    },
  });
  return found;
}

/** What stands in quotes in a template; a part in braces is a hole. */
export function findTemplateReferences({ file, text }: TextFile): Reference[] {
  return [...text.matchAll(/["']([^"'\n]{1,500})["']/g)].map((match) => ({
    file,
    at: match.index + 1,
    text: (match[1] as string).replace(/\{[{%].*?[%}]\}/g, hole),
  }));
}

/** Every text of a JSON file. */
export function findJsonReferences({ file, root }: JsonDocument): Reference[] {
  const found: Reference[] = [];
  const visit = (node: JsonNode) => {
    if (node.type === "array") for (const item of node.items) visit(item);
    if (node.type === "object") for (const { value } of node.members) visit(value);
    if (node.type === "string")
      found.push({ file, at: node.start, text: String(node.value).slice(0, longest) });
  };
  if (root !== null) visit(root);
  return found;
}
