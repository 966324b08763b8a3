/**
 * The nested form encoding of PHP, `leads[status][0][id]=7`, in which Kommo sends its hooks and takes filters in query
 * strings. All scalars are strings on the wire.
 */

export type FormValue = string | { readonly [key: string]: FormValue };
export type FormInput =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly FormInput[]
  | { readonly [key: string]: FormInput };

export interface DecodeLimits {
  /** Brackets of one key; what goes deeper is left out. */
  readonly depth?: number;
  /** Pairs of the whole text; the rest is left out. */
  readonly pairs?: number;
}

/**
 * Reads a form or a query string. Lists come as objects with the keys "0", "1", …; `a[]=1&a[]=2` counts from 0. Keys
 * such as `__proto__` are keys like any other: the objects have no prototype.
 *
 * @example
 * decodeForm("filter[id][]=3&filter[id][]=5") // { filter: { id: { 0: "3", 1: "5" } } }
 */
export function decodeForm(text: string, limits: DecodeLimits = {}): { readonly [key: string]: FormValue } {
  const { depth = 12, pairs = 5000 } = limits;
  const root = createPart();
  const sizes = new Map<MutablePart, number>();
  for (const pair of text.split("&", pairs)) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const name = decodeText(equals === -1 ? pair : pair.slice(0, equals));
    const path = splitKey(name);
    if (path.length > depth) continue;
    place(root, path, equals === -1 ? "" : decodeText(pair.slice(equals + 1)), sizes);
  }
  return root;
}

/**
 * Writes a value as PHP would send it. Null is an empty text; what is undefined is left out.
 *
 * @example
 * encodeForm({ event: { type: 14 } }) // "event%5Btype%5D=14"
 */
export function encodeForm(value: { readonly [key: string]: FormInput }): string {
  const pairs: string[] = [];
  for (const [key, part] of Object.entries(value)) writePairs(key, part, pairs);
  return pairs.join("&");
}

/**
 * The members of a decoded list in the order of their numbers; a single text is a list of one.
 *
 * @example
 * listForm(decodeForm("id[]=3&id[]=5").id) // ["3", "5"]
 */
export function listForm(value: FormValue | undefined): FormValue[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : Object.values(value);
}

interface MutablePart {
  [key: string]: string | MutablePart;
}

function createPart(): MutablePart {
  return Object.create(null) as MutablePart;
}

function place(
  root: MutablePart,
  path: readonly string[],
  value: string,
  sizes: Map<MutablePart, number>,
): void {
  let part = root;
  for (const [index, segment] of path.entries()) {
    const key = segment === "" && index > 0 ? String(sizes.get(part) ?? 0) : segment;
    if (/^\d{1,9}$/.test(key)) sizes.set(part, Math.max(sizes.get(part) ?? 0, Number(key) + 1));
    if (index === path.length - 1) {
      part[key] = value;
      return;
    }
    const next = part[key];
    if (typeof next === "object") part = next;
    else part = part[key] = createPart();
  }
}

function splitKey(name: string): string[] {
  const open = name.indexOf("[");
  if (open <= 0) return [name];
  const rest = name.slice(open);
  const parts = [...rest.matchAll(/\[([^\]]*)\]/g)];
  if (parts.map(([whole]) => whole).join("") !== rest) return [name];
  return [name.slice(0, open), ...parts.map(([, inner]) => inner ?? "")];
}

function decodeText(text: string): string {
  const spaced = text.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

function writePairs(name: string, value: FormInput, pairs: string[]): void {
  if (value === undefined) return;
  if (typeof value === "object" && value !== null) {
    for (const [key, part] of Object.entries(value)) writePairs(`${name}[${key}]`, part as FormInput, pairs);
    return;
  }
  pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(writeScalar(value))}`);
}

function writeScalar(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "1" : "0";
  return String(value);
}
