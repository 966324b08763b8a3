import type { CustomField, CustomFieldValues, EntityType, FieldValue, Json } from "../../model/entities";
import type { Model } from "../../model/model";
import { isItem, notSupported, type FieldError, type Item } from "./validate";

/** Whose custom fields: a kind of card, or a list. */
export type FieldOwner = EntityType | { readonly catalog: number };

export interface ReadFields {
  readonly values: CustomFieldValues[];
  readonly errors: FieldError[];
}

/**
 * Reads `custom_fields_values` of a request: fields by `field_id` or `field_code`, options by `enum_id`, `enum_code`
 * or text, times as numbers or ISO texts. `null` or an empty list of values empties a field.
 */
export function readFields(model: Model, owner: FieldOwner, sent: unknown): ReadFields {
  const read: ReadFields = { values: [], errors: [] };
  if (sent === undefined || sent === null) return read;
  for (const [index, entry] of (sent as readonly unknown[]).entries()) {
    const place = `custom_fields_values.${index}`;
    if (!isItem(entry)) {
      read.errors.push({ code: "InvalidType", path: place, detail: "This value should be of type object." });
      continue;
    }
    const field = findField(model, owner, entry);
    if (field === undefined) {
      read.errors.push(notSupported(`${place}.${"field_id" in entry ? "field_id" : "field_code"}`));
      continue;
    }
    const values = entry["values"] ?? [];
    if (!Array.isArray(values)) {
      read.errors.push({
        code: "InvalidType",
        path: `${place}.values`,
        detail: "This value should be of type array.",
      });
      continue;
    }
    const stored = values.map((value: unknown, at) => readValue(field, value, `${place}.values.${at}`));
    read.errors.push(...stored.flatMap((value) => ("path" in value ? [value] : [])));
    read.values.push({
      field_id: field.id,
      values: stored.flatMap((value) => ("path" in value ? [] : [value])),
    });
  }
  return read;
}

function findField(model: Model, owner: FieldOwner, entry: Item): CustomField | undefined {
  const belongs = (field: CustomField) =>
    typeof owner === "string"
      ? field.entity_type === owner
      : field.entity_type === "catalogs" && field.catalog_id === owner.catalog;
  const { field_id: id, field_code: code } = entry;
  if (typeof id === "number") {
    const field = model.tables.custom_fields.get(id);
    return field !== undefined && belongs(field) ? field : undefined;
  }
  if (typeof code !== "string") return undefined;
  return model.tables.custom_fields.filter((field) => field.code === code && belongs(field))[0];
}

const members = new Set([
  "value",
  "enum_id",
  "enum_code",
  "enum",
  "subtype",
  "catalog_id",
  "catalog_element_id",
]);

function readValue(field: CustomField, sent: unknown, place: string): FieldValue | FieldError {
  const item: Item = isItem(sent) ? sent : { value: sent };
  const unknown = Object.keys(item).find((member) => !members.has(member) || isEmptyKey(item, member));
  if (unknown !== undefined) {
    return { code: "FieldNotExpected", path: `${place}.${unknown}`, detail: "This field was not expected." };
  }
  if (field.enums !== null) return readOption(field, item, place);
  return readPlain(field, item["value"], `${place}.value`);
}

/** The API gives `enum_code: null` and does not take it back. */
function isEmptyKey(item: Item, member: string): boolean {
  return (member === "enum_code" || member === "enum_id") && item[member] === null;
}

function readOption(field: CustomField, item: Item, place: string): FieldValue | FieldError {
  const { value, enum_id: id, enum_code: code = item["enum"] } = item;
  const options = field.enums ?? [];
  if (field.type === "multitext") {
    if (typeof value !== "string" && typeof value !== "number") return wrongType(`${place}.value`, "string");
    const option =
      id === undefined && code === undefined
        ? options[0]
        : options.find((entry) => entry.id === id || entry.code === code);
    if (option === undefined) return notSupported(`${place}.${id === undefined ? "enum_code" : "enum_id"}`);
    return {
      value: String(value),
      enum_id: option.id,
      ...(option.code === null ? {} : { enum_code: option.code }),
    };
  }
  const option = options.find((entry) =>
    id !== undefined ? entry.id === id : code !== undefined ? entry.code === code : entry.value === value,
  );
  if (option === undefined) return notSupported(`${place}.${id === undefined ? "value" : "enum_id"}`);
  return { value: option.value, enum_id: option.id };
}

function readPlain(field: CustomField, value: unknown, path: string): FieldValue | FieldError {
  switch (field.type) {
    case "checkbox":
      return typeof value === "boolean" ? { value } : wrongType(path, "bool");
    case "date":
    case "date_time":
    case "birthday": {
      const time = typeof value === "string" ? Math.floor(Date.parse(value) / 1000) : value;
      return Number.isSafeInteger(time) ? { value: time as number } : wrongType(path, "int");
    }
    case "numeric":
    case "price":
    case "monetary": {
      const number = typeof value === "string" ? value.trim() : value;
      if (number === "" || (typeof number !== "string" && typeof number !== "number"))
        return wrongType(path, "numeric");
      return Number.isFinite(Number(number)) ? { value: String(number) } : wrongType(path, "numeric");
    }
    case "legal_entity":
    case "items":
    case "linked_entity":
    case "chained_list":
    case "file":
    case "payer":
    case "supplier":
      return value === undefined ? wrongType(path, "object") : { value: value as Json };
    default:
      return typeof value === "string" || typeof value === "number"
        ? { value: String(value) }
        : wrongType(path, "string");
  }
}

function wrongType(path: string, type: string): FieldError {
  return { code: "InvalidType", path, detail: `This value should be of type ${type}.` };
}
