import { manifestCodes } from "./manifest-codes";
import { createManifestProblem, formatPath, type ManifestProblem, type Path } from "./manifest-problem";

/** Data without behaviour: what JSON can hold, its objects without a prototype. */
export type PlainValue = string | number | boolean | null | readonly PlainValue[] | PlainObject;
export type PlainObject = { readonly [key: string]: PlainValue };

/** More than any manifest needs, and less than what makes a build slow. */
export const limits = { depth: 10, values: 20_000, textLength: 10_000, keyLength: 200 } as const;

/** What cannot be copied is left out and told in `problems`. */
export interface PlainData {
  readonly value: PlainValue | undefined;
  readonly problems: readonly ManifestProblem[];
}

/**
 * Copies data that may come from anywhere into plain data of bounded size. Nothing of the input runs: accessors,
 * functions, symbols, class instances and cycles are problems (KB101), a key whose value is `undefined` is no key.
 */
export function readPlainData(input: unknown): PlainData {
  const problems: ManifestProblem[] = [];
  const open = new Set<object>();
  let left: number = limits.values;

  function refuse(path: Path, what: string): undefined {
    // One message is enough for a value that has too much in it: the rest would say the same.
    if (problems.length >= 20) return undefined;
    problems.push(
      createManifestProblem(path, {
        code: manifestCodes.notPlainData,
        message: `${capitalize(formatPath(path))} ${what}.`,
        expected: "plain data: objects, arrays, texts, numbers, true and false",
        fix: "Write the value itself.",
      }),
    );
    return undefined;
  }

  function copy(value: unknown, path: Path): PlainValue | undefined {
    if (left-- <= 0)
      return left === -1 ? refuse(path, `is one value too many of ${limits.values}`) : undefined;
    if (value === null || typeof value === "boolean") return value;
    if (typeof value === "string") return copyText(value, path);
    if (typeof value === "number") {
      return Number.isFinite(value) ? value : refuse(path, `is ${value}, which JSON cannot hold`);
    }
    if (typeof value !== "object") return refuse(path, `is ${describeKind(value)}`);
    if (open.has(value)) return refuse(path, "leads back into itself");
    if (path.length >= limits.depth) return refuse(path, `lies deeper than ${limits.depth} levels`);
    open.add(value);
    try {
      return Array.isArray(value) ? copyArray(value, path) : copyObject(value, path);
    } catch {
      return refuse(path, "cannot be read");
    } finally {
      open.delete(value);
    }
  }

  function copyText(value: string, path: Path): string | undefined {
    if (value.length <= limits.textLength) return value;
    return refuse(path, `is a text of ${value.length} characters, more than ${limits.textLength}`);
  }

  function copyArray(value: readonly unknown[], path: Path): PlainValue[] {
    const length = Math.min(value.length, Math.max(left, 0) + 1);
    const result: PlainValue[] = [];
    for (let index = 0; index < length; index++) {
      const item = copyProperty(value, String(index), [...path, index]);
      if (item !== undefined) result.push(item);
    }
    return result;
  }

  function copyObject(value: object, path: Path): PlainObject | undefined {
    if (!isPlain(value)) return refuse(path, "is an instance of a class");
    const result: Record<string, PlainValue> = Object.create(null);
    for (const key of Object.keys(value)) {
      if (key.length > limits.keyLength) refuse(path, `has a key of ${key.length} characters`);
      else {
        const item = copyProperty(value, key, [...path, key]);
        if (item !== undefined) result[key] = item;
      }
    }
    return result;
  }

  function copyProperty(owner: object, key: string, path: Path): PlainValue | undefined {
    const property = Object.getOwnPropertyDescriptor(owner, key);
    if (property === undefined || property.get || property.set) return refuse(path, "is not a value");
    const missing = property.value === undefined && !Array.isArray(owner);
    return missing ? undefined : copy(property.value, path);
  }

  const value = copy(input, []);
  if (value === undefined && problems.length === 0) refuse([], "is undefined");
  return { value, problems };
}

export function isObject(value: PlainValue | undefined): value is PlainObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// Another realm (a frame, Node's vm) has an Object.prototype of its own, so identity is no test.
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || (typeof prototype === "object" && Object.getPrototypeOf(prototype) === null);
}

function describeKind(value: unknown): string {
  return value === undefined ? "undefined" : `a ${typeof value}`;
}

function capitalize(text: string): string {
  return text.startsWith("the ") ? `The ${text.slice(4)}` : text;
}
