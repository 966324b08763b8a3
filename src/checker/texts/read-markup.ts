import { blankSections } from "./blank-sections";

/** A tag of a text that holds HTML. Offsets count in the text. */
export interface Tag {
  /** Small letters; "/a" for a closing tag. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the tags of a text. A "<" that begins no tag is a sign like any other. Read by hand in one pass: a regular
 * expression for it takes minutes over thousands of tags that never end.
 */
export function readTags(text: string): readonly Tag[] {
  const tags: Tag[] = [];
  const findQuote = createQuoteFinder(text);
  for (let start = text.indexOf("<"); start >= 0; start = text.indexOf("<", start + 1)) {
    const name = readName(text, start + 1);
    if (name === "") continue;
    const end = findEndOfTag(text, start + 1 + name.length, findQuote);
    if (end === null) continue;
    const attributes = readAttributes(text.slice(start + 1 + name.length, end - 1));
    tags.push({ name: name.toLowerCase(), attributes, start, end });
    start = end - 1;
  }
  return tags;
}

function readName(text: string, from: number): string {
  return /^\/?[a-zA-Z][\w:-]*/.exec(text.slice(from, from + 60))?.[0] ?? "";
}

/** Behind the ">" that ends the tag; null where another tag begins first, a quote stays open or the text ends. */
function findEndOfTag(
  text: string,
  from: number,
  findQuote: (quote: string, from: number) => number,
): number | null {
  for (let at = from; at < text.length; at++) {
    const char = text[at] as string;
    if (char === ">") return at + 1;
    if (char === "<") return null;
    if (char !== '"' && char !== "'") continue;
    at = findQuote(char, at + 1);
    if (at < 0) return null;
  }
  return null;
}

/** Finds the next quote, and remembers that there is none behind a place where there was none. */
function createQuoteFinder(text: string): (quote: string, from: number) => number {
  const closed = new Set<string>();
  return (quote, from) => {
    const at = closed.has(quote) ? -1 : text.indexOf(quote, from);
    if (at < 0) closed.add(quote);
    return at;
  };
}

const attributePattern = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

function readAttributes(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single, bare] of text.matchAll(attributePattern))
    attributes.set((name as string).toLowerCase(), decodeEntities(double ?? single ?? bare ?? ""));
  return attributes;
}

/** What a reader sees: without tags, comments, styles and scripts, entities as characters, runs of blanks as one. */
export function toPlainText(markup: string): string {
  const text = blankSections(markup, [["<!--", "-->"]]);
  const parts: string[] = [];
  let at = 0;
  let unseen: string | null = null;
  for (const { start, end, name } of readTags(text)) {
    if (unseen === null)
      parts.push(text.slice(at, start), /^\/?(?:p|br|div|li|ul|ol|h\d|tr|td)$/.test(name) ? " " : "");
    if (name === unseen) unseen = null;
    else if (unseen === null && (name === "style" || name === "script")) unseen = `/${name}`;
    at = end;
  }
  return decodeEntities([...parts, unseen === null ? text.slice(at) : ""].join(""))
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .trim();
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  laquo: "«",
  raquo: "»",
  mdash: "—",
  ndash: "–",
  hellip: "…",
  copy: "©",
  reg: "®",
  trade: "™",
  euro: "€",
};

export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Signs that join others to one: accents set by themselves, flags, families of emoji, Korean letters. */
const joining = /[\p{M}\p{Cf}\u{10000}-\u{10ffff}\u1100-\u11ff\r]/u;

/** No limit on a text is near; beyond it code points are counted, because the segmenter copies the text for each sign. */
const longestSegmented = 2000;

/** How many characters a reader counts: graphemes, so that a flag or a letter with an accent is one. */
export function countCharacters(text: string): number {
  const composed = text.normalize("NFC").trim();
  // The segmenter takes milliseconds to start, and most texts do not need it.
  if (!joining.test(composed)) return composed.length;
  if (composed.length > longestSegmented) return [...composed].length;
  return [...new Intl.Segmenter().segment(composed)].length;
}
