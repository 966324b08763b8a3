import { manifestCodes } from "./manifest-codes";
import {
  createManifestProblem,
  formatPath,
  shorten,
  type ManifestProblem,
  type Path,
} from "./manifest-problem";
import { isObject, type PlainValue } from "./read-plain-data";
import { suggestName } from "./suggest-name";

/** Tells whether data has a certain form, and reports where it has not. */
export type Shape = (value: PlainValue, path: Path, report: Report) => void;
export type Report = (problem: ManifestProblem) => void;

/** The form of a text: a pattern, and in words what it asks for. */
export interface Form {
  readonly pattern: RegExp;
  readonly expected: string;
  readonly code?: string;
}

/** A text of 1 to `max` characters. */
export function text(max: number, form?: Form): Shape {
  return (value, path, report) => {
    if (typeof value !== "string") return report(wrongType(path, value, "a text"));
    if (value.trim() === "") return report(wrongSize(path, "is empty", "a text"));
    if (value.length > max) {
      return report(wrongSize(path, `has ${value.length} characters`, `at most ${max} characters`));
    }
    if (form && !form.pattern.test(value)) report(wrongForm(path, value, form));
  };
}

export const flag: Shape = (value, path, report) => {
  if (typeof value !== "boolean") report(wrongType(path, value, "true or false"));
};

/** A switch that is either `true` or not there. */
export const yes: Shape = (value, path, report) => {
  if (value !== true) report(wrongType(path, value, "true, or no such key"));
};

export function oneOf(names: readonly string[]): Shape {
  return (value, path, report) => {
    if (typeof value !== "string") return report(wrongType(path, value, "a text"));
    if (names.includes(value)) return;
    const meant = suggestName(value, names);
    report(
      createManifestProblem(path, {
        code: manifestCodes.wrongValue,
        message: `${quote(path)} has a value that is not known.`,
        found: show(value),
        expected: listNames(names),
        fix: meant === undefined ? null : `Write "${meant}".`,
      }),
    );
  };
}

/** A list of at most `max` items, each once. */
export function list(item: Shape, { min = 0, max }: { min?: number; max: number }): Shape {
  return (value, path, report) => {
    if (!Array.isArray(value)) return report(wrongType(path, value as PlainValue, "a list"));
    if (value.length > max || value.length < min) {
      const expected = value.length > max ? `at most ${max} items` : `at least ${min}`;
      return report(wrongSize(path, value.length === 0 ? "is empty" : `has ${value.length} items`, expected));
    }
    const seen = new Set<unknown>();
    for (const [index, entry] of (value as readonly PlainValue[]).entries()) {
      const place = [...path, index];
      if (seen.has(entry)) {
        report(
          createManifestProblem(place, {
            code: manifestCodes.repeated,
            message: `${quote(path)} holds ${show(entry)} twice.`,
            expected: "each item once",
            fix: "Drop one of the two.",
          }),
        );
      }
      seen.add(entry);
      item(entry, place, report);
    }
  };
}

/** An object whose keys the author chooses: codes of fields, handlers, menu items. */
export function table(entry: Shape, { form, max }: { form: Form; max: number }): Shape {
  return (value, path, report) => {
    if (!isObject(value)) return report(wrongType(path, value, "an object"));
    const keys = Object.keys(value);
    if (keys.length > max) return report(wrongSize(path, `has ${keys.length} entries`, `at most ${max}`));
    for (const key of keys) {
      const place = [...path, key];
      // A code that every object inherits ("constructor") would be found where nobody declared it.
      if (!form.pattern.test(key) || key in Object.prototype) report(wrongForm(place, key, form));
      entry(value[key] as PlainValue, place, report);
    }
  };
}

/** An object with these keys, of which the required ones must be there. */
export function object(
  fields: Readonly<Record<string, Shape>>,
  { required = [], unknown = unknownKey }: { required?: readonly string[]; unknown?: UnknownKey } = {},
): Shape {
  return (value, path, report) => {
    if (!isObject(value)) return report(wrongType(path, value, "an object"));
    for (const key of required) {
      if (!(key in value)) report(missingKey(path, key));
    }
    for (const key of Object.keys(value)) {
      const shape = Object.hasOwn(fields, key) ? fields[key] : undefined;
      if (shape) shape(value[key] as PlainValue, [...path, key], report);
      else report(unknown([...path, key], key, Object.keys(fields)));
    }
  };
}

type UnknownKey = (path: Path, key: string, known: readonly string[]) => ManifestProblem;

const unknownKey: UnknownKey = (path, key, known) => {
  const meant = suggestName(key, known);
  return createManifestProblem(path, {
    code: manifestCodes.unknownKey,
    message: `${quote(path)} is not a key of the manifest.`,
    expected: meant === undefined ? `one of ${listNames(known)}` : null,
    fix: meant === undefined ? "Remove it." : `Write "${meant}".`,
  });
};

function missingKey(path: Path, key: string): ManifestProblem {
  return createManifestProblem(path, {
    code: manifestCodes.missingKey,
    message: `${path.length === 0 ? "The manifest" : quote(path)} has no "${key}".`,
    fix: `Add the key "${key}".`,
  });
}

export function wrongType(path: Path, value: PlainValue, expected: string): ManifestProblem {
  return createManifestProblem(path, {
    code: manifestCodes.wrongType,
    message: `${path.length === 0 ? "The manifest" : quote(path)} is of the wrong type.`,
    found: show(value),
    expected,
  });
}

function wrongSize(path: Path, what: string, expected: string): ManifestProblem {
  return createManifestProblem(path, {
    code: manifestCodes.wrongSize,
    message: `${quote(path)} ${what}.`,
    expected,
  });
}

function wrongForm(path: Path, value: string, { expected, code }: Form): ManifestProblem {
  return createManifestProblem(path, {
    code: code ?? manifestCodes.wrongForm,
    message: `${quote(path)} is not of the right form.`,
    found: show(value),
    expected,
  });
}

export function quote(path: Path): string {
  return `"${formatPath(path)}"`;
}

/** A value as a message may quote it. */
export function show(value: PlainValue): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isObject(value)) return "an object";
  return shorten(JSON.stringify(value));
}

export function listNames(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}
