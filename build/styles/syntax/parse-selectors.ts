import { ident } from "../../../src/checker/engines/css";
import { CssStop } from "./css-fault";
import { isBlank } from "./parse-items";
import { shorten, type CssValue } from "./read-values";

/** A selector between two commas: compounds, each with the combinator before it. */
export interface Selector {
  readonly start: number;
  readonly end: number;
  readonly compounds: readonly Compound[];
}

export interface Compound {
  /** What stands before it; "" where a selector begins without one. */
  readonly combinator: Combinator;
  readonly start: number;
  readonly end: number;
  readonly parts: readonly SelectorPart[];
}

export type Combinator = "" | " " | ">" | "+" | "~";

/** A simple selector. */
export interface SelectorPart {
  readonly type: "tag" | "class" | "id" | "attribute" | "pseudo-class" | "pseudo-element" | "nesting";
  /** Without its sign and without escapes; of a tag and a pseudo-class in lower case. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** What stands in the brackets of a function; null where there are none. */
  readonly args: readonly CssValue[] | null;
  /** Set on a class or id of a CSS module that keeps its name, because it stands in `:global()` or on the page. */
  readonly isGlobal?: true;
}

/**
 * Reads the selectors of a rule, or of a function such as `:is()`.
 *
 * @throws CssStop KB405 what no browser reads as a selector
 */
export function parseSelectors(text: string, values: readonly CssValue[]): Selector[] {
  return splitByComma(values).map((part) => parseSelector(text, part, values));
}

/** The parts of a list between its commas; empty parts too. */
export function splitByComma(values: readonly CssValue[]): CssValue[][] {
  const parts: CssValue[][] = [[]];
  for (const value of values) {
    if (value.type === "comma") parts.push([]);
    else parts.at(-1)?.push(value);
  }
  return parts;
}

function parseSelector(text: string, values: readonly CssValue[], all: readonly CssValue[]): Selector {
  const compounds: Compound[] = [];
  let combinator: Combinator = "";
  let parts: SelectorPart[] = [];
  let at = 0;
  while (at < values.length) {
    const value = values[at] as CssValue;
    const sign = text.slice(value.start, value.end);
    if (isBlank(value)) {
      // A comment alone does not end a compound: `.a/**/.b` is one element.
      if (value.type === "whitespace") endCompound(" ");
      at++;
    } else if (value.type === "delim" && (sign === ">" || sign === "+" || sign === "~")) {
      endCompound(sign);
      at++;
    } else {
      const { part, next } = readPart(text, values, at);
      if (part.type === "tag" && parts.length > 0) throw unreadable(text, values, part.start);
      parts.push(part);
      at = next;
    }
  }
  endCompound(" ");
  const first = compounds[0];
  const last = compounds.at(-1);
  if (first === undefined || last === undefined || combinator.trim() !== "")
    throw unreadable(text, values, null, all);
  return { start: first.start, end: last.end, compounds };

  function endCompound(next: Combinator): void {
    const [first] = parts;
    if (first !== undefined) {
      compounds.push({ combinator, start: first.start, end: (parts.at(-1) as SelectorPart).end, parts });
      parts = [];
      combinator = next;
    } else if (next !== " ") {
      if (combinator.trim() !== "") throw unreadable(text, values);
      combinator = next;
    }
  }
}

function readPart(
  text: string,
  values: readonly CssValue[],
  at: number,
): { part: SelectorPart; next: number } {
  const value = values[at] as CssValue;
  const sign = text[value.start];
  const following = values[at + 1];
  if (value.type === "delim" && sign === "&")
    return { part: makePart("nesting", "&", value, value), next: at + 1 };
  if (value.type === "hash")
    return { part: makePart("id", nameOf(text, value, 1), value, value), next: at + 1 };
  if (value.type === "[") return { part: { ...makePart("attribute", "", value, value) }, next: at + 1 };
  if (value.type === "delim" && sign === "." && following?.type === "ident") {
    return { part: makePart("class", nameOf(text, following), value, following), next: at + 2 };
  }
  if (value.type === "colon") return readPseudo(text, values, at);
  if (value.type === "ident" || (value.type === "delim" && (sign === "*" || sign === "|"))) {
    return readTag(text, values, at);
  }
  throw unreadable(text, values, value.start);
}

function readPseudo(
  text: string,
  values: readonly CssValue[],
  at: number,
): { part: SelectorPart; next: number } {
  const colon = values[at] as CssValue;
  const isDouble = values[at + 1]?.type === "colon";
  const name = values[isDouble ? at + 2 : at + 1];
  if (name?.type !== "ident" && name?.type !== "function") throw unreadable(text, values, colon.start);
  const end = name.type === "function" ? text.indexOf("(", name.start) : name.end;
  const word = ident.decode(text.slice(name.start, end)).toLowerCase();
  const type = isDouble || oldPseudoElements.has(word) ? "pseudo-element" : "pseudo-class";
  return { part: makePart(type, word, colon, name), next: at + (isDouble ? 3 : 2) };
}

// `a`, `*`, `ns|a`, `*|*`, `|a`. A prefix of a namespace says nothing about where the element stands.
function readTag(
  text: string,
  values: readonly CssValue[],
  at: number,
): { part: SelectorPart; next: number } {
  const first = values[at] as CssValue;
  let last = at;
  if (text[first.start] !== "|" && isBar(text, values[at + 1])) last = at + 2;
  else if (text[first.start] === "|") last = at + 1;
  const name = values[last];
  if (name === undefined || (name.type !== "ident" && text[name.start] !== "*")) {
    throw unreadable(text, values, first.start);
  }
  return { part: makePart("tag", nameOf(text, name).toLowerCase(), first, name), next: last + 1 };
}

function isBar(text: string, value: CssValue | undefined): boolean {
  return value?.type === "delim" && text[value.start] === "|";
}

// CSS 2 wrote these with one colon, and browsers still read them so.
const oldPseudoElements: ReadonlySet<string> = new Set(["before", "after", "first-line", "first-letter"]);

function makePart(type: SelectorPart["type"], name: string, first: CssValue, last: CssValue): SelectorPart {
  return {
    type,
    name,
    start: first.start,
    end: last.end,
    args: last.type === "function" ? last.values : null,
  };
}

function nameOf(text: string, { start, end }: CssValue, skip = 0): string {
  return ident.decode(text.slice(start + skip, end));
}

function unreadable(
  text: string,
  values: readonly CssValue[],
  offset: number | null = null,
  around: readonly CssValue[] = values,
): CssStop {
  const first = values.find((value) => !isBlank(value));
  const last = values.findLast((value) => !isBlank(value));
  const whole = around.find((value) => !isBlank(value));
  const found = first === undefined ? "nothing beside a comma" : shorten(text.slice(first.start, last?.end));
  return new CssStop({
    code: "KB405",
    offset: offset ?? first?.start ?? whole?.start ?? 0,
    message: "Browsers cannot read this selector, and drop the whole rule.",
    found,
    expected: "a selector of CSS",
    fix: "correct or remove it.",
  });
}
