import { parse, walk, type Block, type CssNode, type Raw, type StyleSheet } from "../engines/css";

/**
 * Reads nested rules that begin with anything but "&" or "@": the parser leaves them as raw text, together with the
 * declarations behind them. The raw text is replaced by what it holds, at its own place.
 *
 * @returns the ranges that were replaced: what the parser complained about there is no fault
 */
export function expandNesting(root: StyleSheet): readonly { readonly start: number; readonly end: number }[] {
  const replaced: { start: number; end: number }[] = [];
  const blocks: Block[] = [];
  const collect = (node: CssNode) =>
    walk(node, (inner) => void (inner.type === "Block" && blocks.push(inner)));
  collect(root);
  for (let block = blocks.pop(); block !== undefined; block = blocks.pop()) {
    block.children.forEach((node, item, list) => {
      if (node.type !== "Raw" || !node.value.includes("{")) return;
      const parsed = parsePieces(node);
      for (const piece of parsed) {
        list.insertData(piece, item);
        collect(piece);
      }
      list.remove(item);
      if (node.loc) replaced.push({ start: node.loc.start.offset, end: node.loc.end.offset });
    });
  }
  return replaced;
}

function parsePieces({ value, loc }: Raw): CssNode[] {
  const start = loc?.start.offset ?? 0;
  const nodes: CssNode[] = [];
  for (let at = 0; at < value.length;) {
    const piece = takePiece(value, at);
    const context = piece.isRule ? "stylesheet" : "declarationList";
    const parsed = parse(value.slice(at, piece.end), {
      context,
      positions: true,
      offset: start + at,
      parseCustomProperty: false,
    });
    if ("children" in parsed && parsed.children)
      nodes.push(...(parsed.children as Block["children"]).toArray());
    at = piece.end;
  }
  return nodes;
}

/** The next rule, up to the brace that closes it, or the next declaration, up to its semicolon. */
function takePiece(text: string, from: number): { readonly end: number; readonly isRule: boolean } {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '"' || char === "'") at = endOfString(text, at, char);
    else if (char === "/" && text[at + 1] === "*") at = endOfComment(text, at);
    else if (char === "{") depth++;
    else if (char === "}" && --depth <= 0) return { end: at + 1, isRule: true };
    else if (char === ";" && depth === 0) return { end: at + 1, isRule: false };
  }
  return { end: text.length, isRule: depth > 0 };
}

function endOfString(text: string, from: number, quote: string): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === quote || text[at] === "\n") return at;
  }
  return text.length;
}

function endOfComment(text: string, from: number): number {
  const end = text.indexOf("*/", from + 2);
  return end < 0 ? text.length : end + 1;
}
