import { CssStop } from "./css-fault";
import { shorten, type CssValue } from "./read-values";

export type CssItem = AtRule | StyleRule | Declaration | Junk;

export interface AtRule {
  readonly type: "at-rule";
  /** Lower case, without `@`. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly prelude: readonly CssValue[];
  /** Null where a semicolon ends the rule. */
  readonly body: Body | null;
}

export interface StyleRule {
  readonly type: "rule";
  readonly start: number;
  readonly end: number;
  readonly prelude: readonly CssValue[];
  readonly body: Body;
}

export interface Declaration {
  readonly type: "declaration";
  /** As written; the names of custom properties tell case apart. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly value: readonly CssValue[];
}

/** What a browser skips: neither rule nor declaration. */
export interface Junk {
  readonly type: "junk";
  readonly start: number;
  readonly end: number;
}

/** What stands between `{` and `}`; `start` is the offset of `{`. */
export interface Body {
  readonly start: number;
  readonly end: number;
  readonly items: readonly CssItem[];
}

/**
 * Takes component values apart into rules and declarations, as CSS Syntax Level 3 tells browsers to do it. Where
 * browsers disagree with what an author must have meant, it stops instead of guessing.
 *
 * @throws CssStop KB401
 */
export function parseItems(text: string, values: readonly CssValue[], depth = 0): CssItem[] {
  const items: CssItem[] = [];
  let at = 0;
  while (at < values.length) {
    const value = values[at] as CssValue;
    if (isBlank(value) || (depth > 0 && value.type === "semicolon") || (depth === 0 && isHtmlComment(value)))
      at++;
    else if (value.type === "at-keyword") at = takeAtRule(at);
    else at = takeDeclaration(at) ?? takeRule(at);
  }
  return items;

  function takeAtRule(first: number): number {
    const keyword = values[first] as CssValue;
    const last = findEnd(first + 1);
    const end = values[last];
    const body = end?.type === "{" ? parseBody(text, end, depth) : null;
    items.push({
      type: "at-rule",
      name: text.slice(keyword.start + 1, keyword.end).toLowerCase(),
      start: keyword.start,
      end: end?.end ?? (values.at(-1) as CssValue).end,
      prelude: trim(values.slice(first + 1, last)),
      body,
    });
    return last + 1;
  }

  // A name, a colon, and no block beside other values: `a:hover {}` is a rule although it begins like a declaration.
  function takeDeclaration(first: number): number | null {
    const name = values[first] as CssValue;
    if (depth === 0 || name.type !== "ident") return null;
    let colon = first + 1;
    while (isBlank(values[colon])) colon++;
    if (values[colon]?.type !== "colon") return null;
    const property = text.slice(name.start, name.end);
    const last = property.startsWith("--") ? findSemicolon(colon + 1) : findEnd(colon + 1);
    if (!property.startsWith("--") && values[last]?.type === "{") return null;
    const value = trim(values.slice(colon + 1, last));
    items.push({
      type: "declaration",
      name: property,
      start: name.start,
      end: (value.at(-1) ?? (values[colon] as CssValue)).end,
      value,
    });
    return last + 1;
  }

  function takeRule(first: number): number {
    const start = (values[first] as CssValue).start;
    const last = depth === 0 ? findBlock(first) : findEnd(first);
    const block = values[last];
    if (block?.type === "{") {
      const prelude = trim(values.slice(first, last));
      checkPrelude(text, prelude, block);
      items.push({ type: "rule", start, end: block.end, prelude, body: parseBody(text, block, depth) });
    } else {
      const end = (values[last - 1] as CssValue).end;
      if (depth === 0) throw new CssStop(notARule(text, start, end));
      items.push({ type: "junk", start, end });
    }
    return last + 1;
  }

  function findEnd(first: number): number {
    return findFirst(first, ({ type }) => type === "semicolon" || type === "{");
  }

  function findSemicolon(first: number): number {
    return findFirst(first, ({ type }) => type === "semicolon");
  }

  function findBlock(first: number): number {
    return findFirst(first, ({ type }) => type === "{");
  }

  function findFirst(first: number, matches: (value: CssValue) => boolean): number {
    let index = first;
    while (index < values.length && !matches(values[index] as CssValue)) index++;
    return index;
  }
}

function parseBody(text: string, block: CssValue, depth: number): Body {
  return { start: block.start, end: block.end, items: parseItems(text, block.values ?? [], depth + 1) };
}

/** White space and comments, which separate and mean nothing else. */
export function isBlank(value: CssValue | undefined): boolean {
  return value?.type === "whitespace" || value?.type === "comment";
}

function isHtmlComment({ type }: CssValue): boolean {
  return type === "CDO" || type === "CDC";
}

function trim(values: readonly CssValue[]): CssValue[] {
  const first = values.findIndex((value) => !isBlank(value));
  const last = values.findLastIndex((value) => !isBlank(value));
  return first === -1 ? [] : values.slice(first, last + 1);
}

function checkPrelude(text: string, prelude: readonly CssValue[], block: CssValue): void {
  if (prelude.length === 0) {
    throw new CssStop({
      code: "KB401",
      offset: block.start,
      message: "A block has no selector.",
      found: shorten(text.slice(block.start, block.end)),
      expected: "a selector before {",
      fix: "name the elements that it is for.",
    });
  }
  const semicolon = prelude.find(({ type }) => type === "semicolon");
  if (semicolon === undefined) return;
  throw new CssStop({
    code: "KB401",
    offset: semicolon.start,
    message: "A semicolon stands before a rule, and browsers drop that rule.",
    found: shorten(text.slice((prelude[0] as CssValue).start, block.start)),
    expected: "nothing between two rules",
    fix: "remove the semicolon.",
  });
}

function notARule(text: string, start: number, end: number) {
  return {
    code: "KB401",
    offset: start,
    message: "This is neither a rule nor an at-rule.",
    found: shorten(text.slice(start, end)),
    expected: "selector { property: value }",
    fix: "put it into a rule, or remove it.",
  } as const;
}
