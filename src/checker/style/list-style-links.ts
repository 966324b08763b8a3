import type { AnyNode, CallExpression, Expression } from "../engines/javascript";
import type { Script } from "../script/create-script";
import { readTags } from "../texts/read-markup";
import type { Widget } from "../widget/create-widget";

/** A place where a script attaches a style sheet. */
export interface StyleLink {
  readonly file: string;
  readonly at: number;
  /** What is attached; parts that only a running page knows are `hole`, null where all of it is. */
  readonly url: string | null;
  readonly script: Script;
  readonly node: AnyNode;
}

/** The style sheets that scripts attach: by markup, by a created `<link>`, by jQuery. */
export function listStyleLinks(widget: Widget): readonly StyleLink[] {
  const links = widget.scripts.flatMap((script) => [
    ...fromMarkup(widget, script),
    ...fromElements(script),
    ...fromAttributes(script),
  ]);
  // Markup may be read twice: as a text, and as what builds an element.
  return [...new Map(links.map((link) => [`${link.file} ${link.at} ${link.url}`, link])).values()];
}

function fromMarkup(widget: Widget, script: Script): StyleLink[] {
  const texts = widget.referencesOf(script.file).filter(({ text }) => /<link\b/i.test(text));
  if (texts.length === 0) return [];
  const nodes: readonly AnyNode[] = [
    ...script.nodesOf("Literal"),
    ...script.nodesOf("TemplateLiteral"),
    ...script.nodesOf("BinaryExpression"),
  ];
  return texts.flatMap(({ text, at }) => {
    const node = nodes.findLast((candidate) => candidate.start === at);
    if (node === undefined) return [];
    return readTags(text)
      .filter(({ name, attributes }) => name === "link" && attributes.has("href"))
      .filter(({ attributes }) => !/icon|preload|preconnect|manifest/.test(attributes.get("rel") ?? ""))
      .map(({ attributes }) => ({
        file: script.file,
        at,
        url: attributes.get("href") ?? null,
        script,
        node,
      }));
  });
}

/** `link.href = …` and `link.setAttribute("href", …)` of what `document.createElement("link")` made. */
function fromElements(script: Script): StyleLink[] {
  const makesLinks = script.calls.some(
    ({ path, args }) => path === "document.createElement" && isLink(script, args[0]),
  );
  if (!makesLinks) return [];
  const assigned = script
    .nodesOf("AssignmentExpression")
    .filter(({ left }) => script.pathOf(left) === "document.createElement().href")
    .map((node) => ({ node, value: node.right }));
  const set = script.calls
    .filter(
      ({ path, args }) =>
        path === "document.createElement().setAttribute" && textOf(script, args[0]) === "href",
    )
    .flatMap(({ node, args }) => (args[1] === undefined ? [] : [{ node, value: args[1] }]));
  return [...assigned, ...set]
    .map(({ node, value }) => ({
      file: script.file,
      at: node.start,
      url: textOf(script, value),
      script,
      node,
    }))
    .filter(({ url }) => url === null || /\.css\b|^https?:|^\/\//.test(url));
}

/** `$("<link>", { href })` and `$("<link>").attr({ href })`. */
function fromAttributes(script: Script): StyleLink[] {
  return script.calls
    .filter(({ path, args }) => path === "jQuery" && /^<link\b[^>]*>$/i.test(textOf(script, args[0]) ?? ""))
    .flatMap(({ node }) => {
      const chained = node.parent?.type === "MemberExpression" ? node.parent.parent : null;
      const options = [...node.arguments, ...(chained?.type === "CallExpression" ? chained.arguments : [])];
      const href = options.flatMap((option) => findHref(script, option, chained)).at(0);
      return href === undefined
        ? []
        : [{ file: script.file, at: node.start, url: textOf(script, href), script, node }];
    });
}

function findHref(
  script: Script,
  option: CallExpression["arguments"][number],
  chained: AnyNode | null | undefined,
): Expression[] {
  if (option.type === "ObjectExpression")
    return option.properties.flatMap((property) =>
      property.type === "Property" && property.key.type === "Identifier" && property.key.name === "href"
        ? [property.value]
        : [],
    );
  if (
    chained?.type !== "CallExpression" ||
    chained.arguments[0] !== option ||
    textOf(script, option) !== "href"
  )
    return [];
  const value = chained.arguments[1];
  return value === undefined || value.type === "SpreadElement" ? [] : [value];
}

function isLink(script: Script, node: CallExpression["arguments"][number] | undefined): boolean {
  return textOf(script, node)?.toLowerCase() === "link";
}

function textOf(script: Script, node: CallExpression["arguments"][number] | undefined): string | null {
  return node === undefined ? null : script.stringOf(node);
}
