import { tokenize, tokenNames } from "../../../src/checker/engines/css";
import { CssStop } from "./css-fault";

/**
 * A component value of CSS: one token, or a pair of brackets (a function too) with what stands between them. Offsets
 * count from the start of the text; `end` is behind the last character. (CSS Syntax Level 3.)
 */
export interface CssValue {
  /** The token's name, such as `ident` or `comma`; of a pair its opening, `(`, `[`, `{` or `function`. */
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** What a pair encloses; null for a single token. */
  readonly values: readonly CssValue[] | null;
}

/** No sheet that a person wrote nests deeper; a deeper one would exhaust the stack. */
const deepest = 100;

/**
 * Reads a text as a list of component values. It is stricter than a browser, which closes by itself what the end of
 * the file leaves open: in one style.css with others, such a sheet would swallow the next.
 *
 * @throws CssStop KB401 brackets that do not match, text that is not closed
 */
export function readValues(text: string): CssValue[] {
  const root: CssValue[] = [];
  const open: { type: string; start: number; values: CssValue[] }[] = [];
  let values = root;
  let commentEnd = 0;

  tokenize(text, (kind, start, end) => {
    const type = (tokenNames[kind] as string).replace(/-token$/, "");
    const closing = closerOf[type];
    if (closing !== undefined) {
      if (open.length === deepest) throw new CssStop(tooDeep(start));
      open.push({ type, start, values });
      values = [];
    } else if (type === ")" || type === "]" || type === "}") {
      const pair = open.pop();
      if (pair === undefined || closerOf[pair.type] !== type)
        throw new CssStop(strayCloser(text, type, start, pair));
      pair.values.push({ type: pair.type, start: pair.start, end, values });
      values = pair.values;
    } else {
      if (type === "comment") commentEnd = end;
      checkToken(text, type, start, end);
      values.push({ type, start, end, values: null });
    }
  });

  const unclosed = open.at(-1);
  if (unclosed !== undefined) throw new CssStop(neverClosed(text, unclosed));
  if (commentEnd === text.length) checkComment(text, root);
  return root;
}

const closerOf: Readonly<Record<string, string>> = { "{": "}", "[": "]", "(": ")", function: ")" };

function checkToken(text: string, type: string, start: number, end: number): void {
  const isOpenString =
    type === "string" && (end - start < 2 || text[end - 1] !== text[start] || isEscaped(text, end - 1));
  if (type === "bad-string" || isOpenString) {
    throw new CssStop({
      code: "KB401",
      offset: start,
      message: "A text is not closed on its line.",
      found: shorten(text.slice(start, end)),
      expected: `a second ${text[start]}`,
      fix: `close it with ${text[start]}.`,
    });
  }
  const isOpenUrl = type === "url" && (text[end - 1] !== ")" || isEscaped(text, end - 1));
  if (type === "bad-url" || isOpenUrl) {
    throw new CssStop({
      code: "KB401",
      offset: start,
      message: "An address in url() cannot be read.",
      found: shorten(text.slice(start, end)),
      expected: "an address without spaces, quotes and brackets, or one in quotes",
      fix: 'write url("…").',
    });
  }
}

function checkComment(text: string, values: readonly CssValue[]): void {
  const last = values.at(-1);
  if (last?.type !== "comment" || (text.endsWith("*/") && last.end - last.start >= 4)) return;
  throw new CssStop({
    code: "KB401",
    offset: last.start,
    message: "A comment is not closed.",
    expected: "*/ at its end",
    fix: "close it with */.",
  });
}

// True when an odd number of backslashes stands before the character.
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === "\\") first--;
  return (at - first) % 2 === 1;
}

function strayCloser(text: string, type: string, offset: number, pair?: { type: string; start: number }) {
  if (pair === undefined) {
    return {
      code: "KB401",
      offset,
      message: `A "${type}" closes nothing.`,
      fix: "remove it, or write the opening bracket that it belongs to.",
    } as const;
  }
  const opening = pair.type === "function" ? "(" : pair.type;
  return {
    code: "KB401",
    offset: pair.start,
    message: `A "${opening}" is closed by "${type}".`,
    found: shorten(text.slice(pair.start, offset + 1)),
    expected: `"${closerOf[pair.type]}"`,
    fix: `write "${closerOf[pair.type]}" before it.`,
  } as const;
}

function neverClosed(text: string, pair: { type: string; start: number }) {
  const end = text.indexOf("\n", pair.start);
  return {
    code: "KB401",
    offset: pair.start,
    message: `A "${pair.type === "function" ? "(" : pair.type}" is never closed.`,
    found: shorten(text.slice(text.lastIndexOf("\n", pair.start) + 1, end === -1 ? text.length : end)),
    expected: `"${closerOf[pair.type]}"`,
    fix: `close it with "${closerOf[pair.type]}".`,
  } as const;
}

function tooDeep(offset: number) {
  return {
    code: "KB401",
    offset,
    message: `Brackets nest deeper than ${deepest} levels.`,
    fix: "take the sheet apart.",
  } as const;
}

/** One line of at most 60 characters. */
export function shorten(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
