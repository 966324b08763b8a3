/** A tag of a text that holds HTML. Offsets count in the text. */
export interface Tag {
  /** Small letters; "/a" for a closing tag. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly start: number;
  readonly end: number;
}

// The limits keep a hostile text, thousands of tags that never end, from taking minutes.
const tagPattern = /<(\/?[a-zA-Z][\w:-]{0,40})((?:[^<>"']|"[^"]{0,4000}"|'[^']{0,4000}'){0,4000})>/g;
const attributePattern = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** Finds the tags of a text. A "<" that begins no tag is a sign like any other. */
export function readTags(text: string): readonly Tag[] {
  return [...text.matchAll(tagPattern)].map((match) => ({
    name: (match[1] as string).toLowerCase(),
    attributes: readAttributes(match[2] as string),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single, bare] of text.matchAll(attributePattern))
    attributes.set((name as string).toLowerCase(), decodeEntities(double ?? single ?? bare ?? ""));
  return attributes;
}

/** What a reader sees: without tags, entities as characters, runs of blanks as one. */
export function toPlainText(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, name } of readTags(text)) {
    parts.push(text.slice(at, start), /^\/?(?:p|br|div|li|ul|ol|h\d|tr|td)$/.test(name) ? " " : "");
    at = end;
  }
  return decodeEntities([...parts, text.slice(at)].join(""))
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

/** How many characters a reader counts: graphemes, so that a flag or a letter with an accent is one. */
export function countCharacters(text: string): number {
  const composed = text.normalize("NFC").trim();
  // The segmenter takes milliseconds to start, and most texts do not need it.
  return joining.test(composed) ? [...new Intl.Segmenter().segment(composed)].length : composed.length;
}
