import { OperationError } from "./operations";

/** What a member must be. `?`: may be left out; `|null`: may be null. */
export type Kind =
  | `${"string" | "number" | "boolean" | "array" | "object" | "json"}${"" | "|null"}${"" | "?"}`
  | Shape;
export interface Shape {
  readonly [member: string]: Kind;
}

/**
 * Holds an input that came over a wire against its shape: members of the wrong type, missing and unknown ones are
 * refused with their place.
 *
 * @throws OperationError
 */
export function checkInput(place: string, input: unknown, shape: Shape): void {
  if (!isObject(input)) throw new OperationError(`${place} must be an object.`);
  for (const member of Object.keys(input)) {
    if (!Object.hasOwn(shape, member)) throw new OperationError(`${place} has no member "${member}".`);
  }
  for (const [member, kind] of Object.entries(shape)) {
    const value = input[member];
    if (typeof kind !== "string") checkInput(`${place}.${member}`, value, kind);
    else if (!isOfKind(value, kind))
      throw new OperationError(`${place}.${member} must be ${describe(kind)}.`);
  }
}

function isOfKind(value: unknown, kind: string): boolean {
  if (value === undefined) return kind.endsWith("?");
  if (value === null) return kind.includes("|null") || kind.startsWith("json");
  const [type] = kind.split(/[|?]/, 1);
  if (type === "json") return true;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isObject(value);
  if (type === "number")
    return Number.isSafeInteger(value) || (typeof value === "number" && Number.isFinite(value));
  return typeof value === type;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function describe(kind: string): string {
  const [type = ""] = kind.split(/[|?]/, 1);
  const noun = type === "array" || type === "object" ? `an ${type}` : `a ${type}`;
  return kind.includes("|null") ? `${noun} or null` : noun;
}
