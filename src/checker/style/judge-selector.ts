import type { Atrule, CssNode, Selector } from "../engines/css";
import { isHostClass } from "../lists/host-classes";
import type { StyleRule } from "./create-stylesheet";
import { isNobodys, type OwnNames } from "./own-names";

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
  const host = tokens.findIndex((token) => isHostClass(token) && !own.isOwn(token));
  // What stands to the left of the CRM's class and is nobody else's keeps the rule off the CRM's own elements.
  return host < 0 || tokens.slice(0, host).some((token) => !isNobodys(token)) ? "foreign" : "host";
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
  readonly parts: readonly CssNode[];
}

function splitSelector(selector: Selector, isNested: boolean): readonly Compound[] {
  const compounds: { parts: CssNode[] }[] = [{ parts: [] }];
  for (const node of selector.children) {
    if (node.type === "Combinator") compounds.push({ parts: [] });
    else compounds.at(-1)?.parts.push(node);
  }
  const namesParent = compounds.some(({ parts }) => parts.some(({ type }) => type === "NestingSelector"));
  return isNested && !namesParent ? [{ parts: [{ type: "NestingSelector" }] }, ...compounds] : compounds;
}

/** True when the selector matches only own elements, what is in them, or what stands beside them. */
function isWithinOwn(compounds: readonly Compound[], around: StyleRule | undefined, own: OwnNames): boolean {
  return compounds.some(({ parts }) => isOwnCompound(parts, around, own));
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
        if (alternatives.length === 0 || !/^(?:is|where|matches|-webkit-any|-moz-any)$/i.test(part.name))
          return false;
        return alternatives.every((inner) => isWithinOwn(splitSelector(inner, false), around, own));
      }
      default:
        return false;
    }
  });
}

/** `[data-acme]`, `[data-code="acme"]`, Vue's `[data-v-1a2b3c4d]`, and what the CRM makes of a code: `[class*="card-widgets__widget-acme"]`. */
function isOwnAttribute(part: Extract<CssNode, { type: "AttributeSelector" }>, own: OwnNames): boolean {
  const value = part.value?.type === "String" ? part.value.value : (part.value?.name ?? "");
  if (/^(?:card-widgets__widget-|work-area-)[a-z0-9\ufffc]/i.test(value)) return true;
  if (/^data-v-[0-9a-f]{6,}$/.test(part.name.name)) return true;
  // `[id^="acme"]`: the beginning of a name is judged as the name.
  if (/^(?:id|class)$/i.test(part.name.name) && value !== "" && own.isOwn(value)) return true;
  if (own.names.length === 0) return false;
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
