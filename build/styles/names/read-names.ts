import { ident, string } from "../../../src/checker/engines/css";
import { isBlank } from "../syntax/parse-items";
import { splitByComma } from "../syntax/parse-selectors";
import type { CssValue } from "../syntax/read-values";

/** A name in a value: where a prefix would go, and what it is called. */
export interface FoundName {
  readonly name: string;
  readonly offset: number;
}

/** Reads the names of one kind out of the value of a declaration; `text` is the whole sheet. */
export type NameReader = (text: string, values: readonly CssValue[]) => FoundName[];

/** Every word and every text in quotes, those in the brackets of `var()` too. */
export const readWords: NameReader = (text, values) =>
  values.flatMap((value) => {
    if (value.type === "function") return isVar(text, value) ? readWords(text, readFallback(value)) : [];
    const found = readWord(text, value);
    return found === null ? [] : [found];
  });

/** Words that are not one of these, in any case. */
export function readWordsBut(keywords: string): NameReader {
  const known = new Set(keywords.split(" "));
  return (text, values) => readWords(text, values).filter(({ name }) => !known.has(name.toLowerCase()));
}

/** Families of fonts, which may have several words without quotes. */
export const readFamilies: NameReader = (text, values) =>
  splitByComma(values).flatMap((part) => {
    const [first, ...others] = part.filter((value) => !isBlank(value));
    if (first === undefined) return [];
    if (first.type === "function") return isVar(text, first) ? readFamilies(text, readFallback(first)) : [];
    const words = [first, ...others].map((value) => readWord(text, value));
    if (words.includes(null)) return [];
    const name = words.map((word) => word?.name.toLowerCase()).join(" ");
    const isGeneric = first.type === "ident" && genericFamilies.has(name);
    return isGeneric ? [] : [{ name, offset: words[0]?.offset ?? first.start }];
  });

/** The families of the `font` shorthand: what follows its size. */
export const readFontShorthand: NameReader = (text, values) => {
  const size = values.findLastIndex(
    (value) => !isBlank(value) && value.type !== "comma" && !isFamilyPart(text, value),
  );
  return readFamilies(text, values.slice(size + 1));
};

/** The style of `counter(name, style)` and `counters(name, "text", style)`, wherever they stand. */
export const readCounterStyles: NameReader = (text, values) =>
  values.flatMap((value) => {
    if (value.type !== "function" || value.values === null) return [];
    const function_ = functionName(text, value);
    const parts = splitByComma(value.values);
    if (function_ === "counter") return readWords(text, parts[1] ?? []);
    if (function_ === "counters") return readWords(text, parts[2] ?? []);
    return readCounterStyles(text, value.values);
  });

/** Names that begin with two dashes, wherever they stand; without the dashes. */
export const readDashedNames: NameReader = (text, values) =>
  values.flatMap((value) => {
    const inner = readDashedNames(text, value.values ?? []);
    const isName =
      (value.type === "ident" || value.type === "function") && text.startsWith("--", value.start);
    if (!isName) return inner;
    const end = value.type === "function" ? text.indexOf("(", value.start) : value.end;
    return [{ name: ident.decode(text.slice(value.start + 2, end)), offset: value.start + 2 }, ...inner];
  });

/** The custom properties that a value takes by `var()`, each with its dashes. */
export function readVariables(text: string, values: readonly CssValue[]): `--${string}`[] {
  return values.flatMap((value) => {
    const inner = readVariables(text, value.values ?? []);
    const first = value.values?.find((inside) => !isBlank(inside));
    if (!isVar(text, value) || first === undefined) return inner;
    const name = ident.decode(text.slice(first.start, first.end));
    return [name as `--${string}`, ...inner];
  });
}

function readWord(text: string, { type, start, end }: CssValue): FoundName | null {
  const raw = text.slice(start, end);
  if (type === "ident") return { name: ident.decode(raw), offset: start };
  if (type === "string") return { name: string.decode(raw), offset: start + 1 };
  return null;
}

function isFamilyPart(text: string, value: CssValue): boolean {
  if (value.type === "string" || isVar(text, value)) return true;
  return value.type === "ident" && !sizes.has(text.slice(value.start, value.end).toLowerCase());
}

function isVar(text: string, value: CssValue): boolean {
  return value.type === "function" && functionName(text, value) === "var";
}

function functionName(text: string, { start }: CssValue): string {
  return text.slice(start, text.indexOf("(", start)).toLowerCase();
}

function readFallback({ values }: CssValue): readonly CssValue[] {
  const comma = values?.findIndex(({ type }) => type === "comma") ?? -1;
  return comma === -1 ? [] : (values?.slice(comma + 1) ?? []);
}

const sizes: ReadonlySet<string> = new Set(
  "xx-small x-small small medium large x-large xx-large xxx-large smaller larger".split(" "),
);
const genericFamilies: ReadonlySet<string> = new Set(
  "serif sans-serif monospace cursive fantasy system-ui math emoji inherit initial unset revert revert-layer".split(
    " ",
  ),
);
