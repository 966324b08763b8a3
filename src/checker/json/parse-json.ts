/** A JSON value that knows where it stands. Offsets count UTF-16 units from the start of the text. */
export type JsonNode = JsonObject | JsonArray | JsonLiteral;

export interface JsonObject {
  readonly type: "object";
  readonly start: number;
  readonly end: number;
  readonly members: readonly JsonMember[];
  /** Of a key that stands twice the last, as in the CRM. */
  readonly byKey: ReadonlyMap<string, JsonMember>;
}

export interface JsonArray {
  readonly type: "array";
  readonly start: number;
  readonly end: number;
  readonly items: readonly JsonNode[];
}

export interface JsonLiteral {
  readonly type: "string" | "number" | "boolean" | "null";
  readonly start: number;
  readonly end: number;
  readonly value: string | number | boolean | null;
}

export interface JsonMember {
  readonly key: string;
  readonly start: number;
  readonly value: JsonNode;
}

export interface JsonFault {
  readonly kind: "comment" | "trailing comma" | "duplicate key" | "syntax";
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface ParsedJson {
  /** Null when nothing could be made of the text. */
  readonly root: JsonNode | null;
  readonly faults: readonly JsonFault[];
}

const deepest = 200;

/**
 * Reads strict JSON, and notes every comment, trailing comma and repeated key on the way instead of stopping at it,
 * so that one run names them all. Any other fault ends the reading.
 */
export function parseJson(text: string): ParsedJson {
  const faults: JsonFault[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  const fail = (message: string, start = at): never => {
    throw new JsonStop(message, start);
  };
  const skipBlank = () => {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) at++;
      else if (code === 0x2f && /[/*]/.test(text[at + 1] ?? "")) skipComment();
      else return;
    }
  };
  const skipComment = () => {
    const start = at;
    const line = text[at + 1] === "/";
    const close = text.indexOf(line ? "\n" : "*/", at + 2);
    at = close < 0 ? text.length : line ? close : close + 2;
    faults.push({ kind: "comment", message: "JSON has no comments", start, end: at });
  };
  const readValue = (depth: number): JsonNode => {
    skipBlank();
    if (depth > deepest) fail(`The value nests deeper than ${deepest} levels`);
    const char = text[at];
    if (char === "{") return readObject(depth);
    if (char === "[") return readArray(depth);
    if (char === '"') return readString();
    return readLiteral();
  };
  const readObject = (depth: number): JsonNode => {
    const start = at++;
    const members: JsonMember[] = [];
    const byKey = new Map<string, JsonMember>();
    readItems("}", () => {
      if (text[at] !== '"') fail(`Expected a key in double quotes, found ${nameOf(text, at)}`);
      const key = readString();
      const name = String(key.value);
      if (byKey.has(name))
        faults.push({
          kind: "duplicate key",
          message: `The key "${name}" stands here twice`,
          start: key.start,
          end: key.end,
        });
      skipBlank();
      if (text[at] !== ":") fail(`Expected ":" after the key "${name}", found ${nameOf(text, at)}`);
      at++;
      const member = { key: name, start: key.start, value: readValue(depth + 1) };
      members.push(member);
      byKey.set(name, member);
    });
    return { type: "object", start, end: at, members, byKey };
  };
  const readArray = (depth: number): JsonNode => {
    const start = at++;
    const items: JsonNode[] = [];
    readItems("]", () => items.push(readValue(depth + 1)));
    return { type: "array", start, end: at, items };
  };
  const readItems = (close: string, readItem: () => void) => {
    skipBlank();
    if (text[at] === close) return void at++;
    for (;;) {
      readItem();
      skipBlank();
      if (text[at] === close) return void at++;
      if (text[at] !== ",") fail(`Expected "," or "${close}", found ${nameOf(text, at)}`);
      const comma = at++;
      skipBlank();
      if (text[at] !== close) continue;
      faults.push({
        kind: "trailing comma",
        message: `A comma before "${close}"`,
        start: comma,
        end: comma + 1,
      });
      return void at++;
    }
  };
  const readString = () => {
    const start = at;
    const value = decodeString(text.slice(at, endOfString(text, at)));
    if (value === null) return fail("The text is not closed, or holds a line break or a wrong escape", start);
    at = endOfString(text, at);
    return { type: "string", start, end: at, value } as const;
  };
  const readLiteral = (): JsonNode => {
    const found = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.$])/.exec(
      text.slice(at, at + 400),
    );
    if (found === null) return fail(`Expected a value, found ${nameOf(text, at)}`);
    const start = at;
    at += found[0].length;
    const value = JSON.parse(found[0]) as number | boolean | null;
    return { type: value === null ? "null" : (typeof value as "number" | "boolean"), start, end: at, value };
  };

  try {
    const root = readValue(0);
    skipBlank();
    if (at < text.length)
      faults.push({
        kind: "syntax",
        message: `Expected the end of the file, found ${nameOf(text, at)}`,
        start: at,
        end: at + 1,
      });
    return { root, faults };
  } catch (error) {
    if (!(error instanceof JsonStop)) throw error;
    faults.push({
      kind: "syntax",
      message: error.message,
      start: error.start,
      end: Math.min(error.start + 1, text.length),
    });
    return { root: null, faults };
  }
}

class JsonStop extends Error {
  constructor(
    message: string,
    readonly start: number,
  ) {
    super(message);
  }
}

function decodeString(raw: string): string | null {
  try {
    return JSON.parse(raw) as string;
  } catch {
    return null;
  }
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at++;
    else if (code === 0x22 || code === 0x0a) return at + 1;
  }
  return text.length;
}

function nameOf(text: string, at: number): string {
  if (at >= text.length) return "the end of the file";
  const word = /^[\w$-]{1,30}/.exec(text.slice(at, at + 30))?.[0];
  return word ?? (text[at] === "'" ? "a single quote" : `"${text[at]}"`);
}
