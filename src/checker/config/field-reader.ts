import { createProblem, UserError, type Problem } from "../../manifest/problem";
import { createJsonDocument, type JsonDocument, type JsonPath } from "../json/json-document";
import { createLocator } from "../widget/text-file";

/** Reads a JSON file of the project field by field, and collects everything that is wrong with it before it throws. */
export interface FieldReader {
  readonly document: JsonDocument;
  text(path: JsonPath, pattern?: RegExp, expected?: string): string | null;
  flag(path: JsonPath): boolean;
  choice<T extends string>(path: JsonPath, choices: readonly T[]): T | null;
  whole(path: JsonPath): number | null;
  /** The keys of an object, or the numbers of an array's items; none where there is neither. */
  keys(path: JsonPath): readonly (string | number)[];
  /** Refuses keys that are not named. */
  only(path: JsonPath, keys: readonly string[]): void;
  fail(path: JsonPath, message: string, expected?: string | null): void;
  /** @throws UserError with all that was found */
  finish(): void;
}

export function createFieldReader(file: string, text: string, code: string): FieldReader {
  const document = createJsonDocument(file, text);
  const locate = createLocator(text);
  const problems: Problem[] = [];
  const add = (offset: number, message: string, expected: string | null) =>
    void problems.push(createProblem({ code, message, file, ...locate(offset), expected }));
  const fail: FieldReader["fail"] = (path, message, expected = null) =>
    add(document.nearestOffset(path), message, expected);
  for (const fault of document.faults) add(fault.start, `${fault.message}.`, "strict JSON");

  const valueAt = (path: JsonPath) => {
    const node = document.nodeAt(path);
    return node === null || node.type === "object" || node.type === "array" ? undefined : node.value;
  };
  const isAbsent = (path: JsonPath) => document.nodeAt(path) === null || valueAt(path) === null;
  return {
    document,
    fail,
    text(path, pattern, expected = "a text") {
      const value = valueAt(path);
      if (typeof value === "string" && (pattern?.test(value) ?? true)) return value;
      if (!isAbsent(path)) fail(path, `${name(path)} is not ${expected}.`, expected);
      return null;
    },
    flag(path) {
      const value = valueAt(path);
      if (typeof value === "boolean") return value;
      if (!isAbsent(path)) fail(path, `${name(path)} is not true or false.`, "true or false");
      return false;
    },
    choice(path, choices) {
      const value = valueAt(path);
      const chosen = choices.find((choice) => choice === value);
      if (chosen === undefined && !isAbsent(path))
        fail(path, `${name(path)} is unknown.`, choices.join(" or "));
      return chosen ?? null;
    },
    whole(path) {
      const value = valueAt(path);
      if (typeof value === "number" && Number.isInteger(value) && value > 0) return value;
      if (!isAbsent(path))
        fail(path, `${name(path)} is not a whole number above 0.`, "a whole number above 0");
      return null;
    },
    keys(path) {
      const node = document.nodeAt(path);
      if (node?.type === "object") return node.members.map((member) => member.key);
      return node?.type === "array" ? node.items.map((_, index) => index) : [];
    },
    only(path, keys) {
      const node = document.nodeAt(path);
      if (node === null) return;
      if (node.type !== "object")
        return fail(path, `${path.length ? name(path) : "The file"} is no object.`, "an object");
      for (const { key } of node.members)
        if (!keys.includes(key)) fail([...path, key], `"${key}" is not known here.`, keys.join(", "));
    },
    finish() {
      if (problems.length > 0) throw new UserError(problems);
    },
  };
}

function name(path: JsonPath): string {
  return `"${path.join(".")}"`;
}
