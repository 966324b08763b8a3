import type { Atrule, CssNode, Selector } from "../engines/css";
import { isHostClass } from "../lists/host-classes";
import type { StyleRule } from "./create-stylesheet";
import type { OwnNames } from "./own-names";

/**
 * What a selector can match outside the widget's own elements: nothing; any element; elements of the CRM; elements
 * that somebody else gave the same name.
 */
export type Reach = "own" | "global" | "host" | "foreign";

/** Judges one selector of a rule by what it can match. */
export function judgeSelector(selector: Selector, rule: StyleRule, own: OwnNames): Reach {
  if (rule.atrules.some((atrule) => isOwnScope(atrule, own))) return "own";
  const around = rule.parents.at(-1);
  const compounds = splitSelector(selector, around !== undefined);
  if (isWithinOwn(compounds, around, own)) return "own";
  const tokens = [...tokensOf(compounds), ...(around === undefined ? [] : tokensOfParents(around))];
  if (tokens.length === 0) return "global";
  return tokens.some((token) => isHostClass(token) && !own.isOwn(token)) ? "host" : "foreign";
}

/** The first class or id that a selector begins with, `html`, `body` and `:root` aside; null where it has none. */
export function leadingTokenOf(selector: Selector): string | null {
  return tokensOf(splitSelector(selector, false))[0] ?? null;
}

/** The class and id names of a selector, each once, in their order. */
export function namesInSelector(selector: Selector): readonly string[] {
  return tokensOf(splitSelector(selector, false));
}

interface Compound {
  /** What stands before it: " ", ">", "+", "~", or "" for the first. */
  readonly combinator: string;
  readonly parts: readonly CssNode[];
}

export function splitSelector(selector: Selector, isNested: boolean): readonly Compound[] {
  const compounds: { combinator: string; parts: CssNode[] }[] = [{ combinator: "", parts: [] }];
  for (const node of selector.children) {
    if (node.type === "Combinator") compounds.push({ combinator: node.name, parts: [] });
    else compounds.at(-1)?.parts.push(node);
  }
  if (compounds[0]?.parts.length === 0) compounds.shift();
  const namesParent = compounds.some(({ parts }) => parts.some(({ type }) => type === "NestingSelector"));
  if (!isNested || namesParent) return compounds;
  const [first, ...rest] = compounds;
  const parent: Compound = { combinator: "", parts: [{ type: "NestingSelector" }] };
  return first === undefined ? [parent] : [parent, { ...first, combinator: first.combinator || " " }, ...rest];
}

/** True when an own compound is what the selector matches, or holds it: a sibling of an own element is not inside it. */
function isWithinOwn(compounds: readonly Compound[], around: StyleRule | undefined, own: OwnNames): boolean {
  return compounds.some(({ parts }, index) => {
    const next = compounds[index + 1]?.combinator;
    return (next === undefined || next === " " || next === ">") && isOwnCompound(parts, around, own);
  });
}

function isOwnCompound(parts: readonly CssNode[], around: StyleRule | undefined, own: OwnNames): boolean {
  return parts.some((part) => {
    switch (part.type) {
      case "ClassSelector":
      case "IdSelector":
        return own.isOwn(part.name);
      case "AttributeSelector":
        return isOwnAttribute(part, own);
      case "NestingSelector":
        return (
          around !== undefined &&
          around.selectors.every((selector) => judgeSelector(selector, around, own) === "own")
        );
      case "PseudoClassSelector": {
        const alternatives = selectorsIn(part);
        if (alternatives.length === 0 || !/^(?:is|where|has|matches|host|-webkit-any|-moz-any)$/i.test(part.name))
          return false;
        return alternatives.every((inner) => isWithinOwn(splitSelector(inner, false), around, own));
      }
      default:
        return false;
    }
  });
}

/** An attribute shows an owner only where a name is declared: `[data-acme]`, `[data-code="acme"]`. */
function isOwnAttribute(part: Extract<CssNode, { type: "AttributeSelector" }>, own: OwnNames): boolean {
  if (own.names.length === 0) return false;
  const value = part.value?.type === "String" ? part.value.value : (part.value?.name ?? "");
  return own.isOwn(part.name.name.replace(/^data-/, "")) || (value !== "" && own.isOwn(value));
}

function tokensOf(compounds: readonly Compound[]): string[] {
  return compounds.flatMap(({ parts }) => {
    const isPage = parts.some(
      (part) =>
        (part.type === "TypeSelector" && /^(?:html|body)$/i.test(part.name)) ||
        (part.type === "PseudoClassSelector" && /^(?:root|host)$/i.test(part.name)),
    );
    return isPage ? [] : parts.flatMap(tokensOfPart);
  });
}

function tokensOfPart(part: CssNode): string[] {
  if (part.type === "ClassSelector" || part.type === "IdSelector") return [part.name];
  if (part.type !== "PseudoClassSelector" || /^not$/i.test(part.name)) return [];
  const alternatives = selectorsIn(part).map((selector) => tokensOf(splitSelector(selector, false)));
  // One alternative that any element fits makes the others worthless.
  return alternatives.every((tokens) => tokens.length > 0) ? alternatives.flat() : [];
}

function tokensOfParents(rule: StyleRule): string[] {
  const own = rule.selectors.flatMap((selector) => tokensOf(splitSelector(selector, false)));
  const around = rule.parents.at(-1);
  return around === undefined ? own : [...own, ...tokensOfParents(around)];
}

function selectorsIn(part: Extract<CssNode, { type: "PseudoClassSelector" }>): Selector[] {
  return (part.children?.toArray() ?? []).flatMap((child) =>
    child.type === "SelectorList"
      ? child.children.toArray().filter((inner): inner is Selector => inner.type === "Selector")
      : child.type === "Selector"
        ? [child]
        : [],
  );
}

function isOwnScope({ name, prelude }: Atrule, own: OwnNames): boolean {
  if (name.toLowerCase() !== "scope" || prelude?.type !== "AtrulePrelude") return false;
  let found = false;
  const look = (node: CssNode) => {
    if ((node.type === "ClassSelector" || node.type === "IdSelector") && own.isOwn(node.name)) found = true;
    if ("children" in node && node.children) for (const child of node.children) look(child);
    if (node.type === "Scope" && node.root) look(node.root);
  };
  look(prelude);
  return found;
}
