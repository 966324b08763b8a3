import { readJson, type Call } from "../call";
import { fail, problem, RestError } from "../message";
import { pageLimit } from "../paging";

/** One thing that is wrong with an item of a batch (Kommo: API error codes). */
export interface FieldError {
  readonly code: string;
  /** Place inside the item: `custom_fields_values.0.values.0.value`. */
  readonly path: string;
  readonly detail: string;
}

export type Item = { readonly [key: string]: unknown };

export type Kind = "int" | "string" | "bool" | "number" | "array" | "object" | "ignored";

/** Members of an item. `?`: may be left out; `|null`: may be null. "ignored" is what GET gives and nobody may set. */
export type Members = { readonly [member: string]: `${Kind}${"" | "|null"}${"" | "?"}` };

/**
 * Reads the array of a batch: 250 items at most, each an object. Ends with 400 where the body is something else; a
 * single object is taken as a batch of one, as the platform does for PATCH with an id.
 */
export function readBatch(call: Call): Item[] {
  const body = readJson(call);
  const items = Array.isArray(body) ? (body as unknown[]) : fail(400, "Request body must be an array");
  if (items.length === 0) fail(400, "Request body is empty");
  if (items.length > pageLimit) fail(400, `A request may hold ${pageLimit} items at most`);
  return items.map((item) => (isItem(item) ? item : fail(400, "Every item must be an object")));
}

export function readItem(call: Call): Item {
  const body = readJson(call);
  if (Array.isArray(body) && body.length === 1 && isItem(body[0])) return body[0];
  return isItem(body) ? body : fail(400, "Request body must be an object");
}

/** The name of an item in answers: its own, else its place in the batch. */
export function readRequestId(item: Item, index: number): string {
  const given = item["request_id"];
  return typeof given === "string" || typeof given === "number" ? String(given) : String(index);
}

/** Holds an item against its members. */
export function checkMembers(item: Item, members: Members, place = ""): FieldError[] {
  const errors: FieldError[] = [];
  for (const member of Object.keys(item)) {
    if (!Object.hasOwn(members, member)) {
      errors.push({ code: "FieldNotExpected", path: place + member, detail: "This field was not expected." });
    }
  }
  for (const [member, kind] of Object.entries(members)) {
    const value = item[member];
    if (value === undefined) {
      if (!kind.endsWith("?")) {
        errors.push({ code: "FieldMissing", path: place + member, detail: "This field is missing." });
      }
      continue;
    }
    const [type = ""] = kind.split(/[|?]/, 1);
    if (!fits(value, type, kind.includes("|null"))) {
      errors.push({
        code: "InvalidType",
        path: place + member,
        detail: `This value should be of type ${type}.`,
      });
    }
  }
  return errors;
}

/** Ends with 400 when an item of the batch has errors; nothing of the batch is done then. */
export function refuseErrors(items: readonly Item[], errors: readonly (readonly FieldError[])[]): void {
  const failed = errors.flatMap((list, index) =>
    list.length === 0 ? [] : [{ request_id: readRequestId(items[index] ?? {}, index), errors: list }],
  );
  if (failed.length === 0) return;
  throw new RestError(problem(400, "Request validation failed", { "validation-errors": failed }));
}

export function notSupported(
  path: string,
  detail = "The value you selected is not a valid choice.",
): FieldError {
  return { code: "NotSupportedChoice", path, detail };
}

export function notFound(path: string): FieldError {
  return { code: "EntityNotFound", path, detail: "Entity not found." };
}

export function isItem(value: unknown): value is Item {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fits(value: unknown, type: string, nullable: boolean): boolean {
  if (type === "ignored") return true;
  if (value === null) return nullable;
  if (type === "int") return Number.isSafeInteger(value);
  if (type === "number") return typeof value === "number" && Number.isFinite(value);
  if (type === "bool") return typeof value === "boolean";
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isItem(value) || (Array.isArray(value) && value.length === 0);
  return typeof value === "string";
}
