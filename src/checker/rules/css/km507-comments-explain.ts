import { lexer, parse, walk, type CssNode, type Declaration } from "../../engines/css";
import { defineRule, everyBrand } from "../../rule";

export const km507 = defineRule({
  id: "KM507",
  clause: "Kommo: Public integration checklist, Publish an integration; amoCRM: Requirements",
  title: "Comments in the styles explain; they hold no disabled code.",
  severity: "warning",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  shownIn: ["style"],
  why: "Whoever reads the code cannot tell what is meant to come back. Two slashes begin no comment in CSS: they spoil the line and the next rule.",
  good: "/* our brand colour */\ncolor: #937ae9;",
  bad: "/* width: 505px; */",
  check({ widget, report }) {
    for (const { file, source, comments } of widget.stylesheets) {
      for (const { text, start, end } of comments) {
        if (text.startsWith("!") || text.length > 20_000 || !holdsCode(text)) continue;
        report({
          file,
          at: start,
          message: "This comment holds disabled code.",
          found: source.slice(start, Math.min(end, start + 120)),
          fix: "delete it; version control remembers it.",
        });
      }
      const bare = blank(source, comments);
      for (const match of bare.matchAll(/^[ \t]*(\/\/.*)$/gm)) {
        // The address of a picture may begin a line too.
        if (bare.slice(0, match.index).trimEnd().endsWith("(")) continue;
        report({
          file,
          at: match.index + match[0].indexOf("//"),
          message: "Two slashes begin no comment in CSS.",
          found: match[1]?.slice(0, 120) ?? null,
          fix: "write it between /* and */, or delete it.",
        });
      }
    }
  },
});

function blank(
  source: string,
  comments: readonly { readonly start: number; readonly end: number }[],
): string {
  let text = "";
  let at = 0;
  for (const { start, end } of comments) {
    text += source.slice(at, start) + source.slice(start, end).replaceAll(/[^\n]/g, " ");
    at = end;
  }
  return text + source.slice(at);
}

function holdsCode(text: string): boolean {
  if (!text.includes(":")) return false;
  const bare = text.replaceAll(/^[\s*]+/g, "");
  return text.includes("{") ? holdsRule(bare) : holdsDeclarations(bare);
}

function holdsRule(text: string): boolean {
  const declarations: Declaration[] = [];
  let isClean = true;
  const root = parse(text, { onParseError: () => (isClean = false) });
  walk(root, (node: CssNode) => {
    if (node.type === "Declaration") declarations.push(node);
  });
  return isClean && declarations.some(isReal);
}

function holdsDeclarations(text: string): boolean {
  let isClean = true;
  const list = parse(text, { context: "declarationList", onParseError: () => (isClean = false) });
  if (!isClean || list.type !== "DeclarationList") return false;
  const items = list.children.toArray();
  return items.length > 0 && items.every((item) => item.type === "Declaration" && isReal(item));
}

/** A property that CSS knows, with a value that fits it. */
function isReal({ property, value }: Declaration): boolean {
  const name = property.replace(/^[*_]/, "");
  if (lexer.getProperty(name, true) === null) return false;
  return value.type === "Value" && lexer.matchProperty(name, value).error === null;
}
