import type { CustomField, CustomFieldValues, EntityType, FieldValue } from "../../model/entities";
import type { Model } from "../../model/model";
import { fieldTypes } from "../../sdk/app/lookup-tables";
import { fail } from "../message";
import { readFields, type FieldOwner } from "../v4/read-fields";
import { isItem, type Item } from "../v4/validate";

/** Custom fields as the API v2 and the older calls give them: `{ id, name, code, values: [{ value, enum }] }`. */
export function presentOldFields(model: Model, values: readonly CustomFieldValues[]): object[] {
  return values.map((entry) => {
    const field = model.tables.custom_fields.get(entry.field_id);
    return {
      id: entry.field_id,
      name: field?.name ?? "",
      ...(field?.code === null || field === undefined ? {} : { code: field.code }),
      values: entry.values.map((value) => presentOldValue(field, value)),
      is_system: field?.is_predefined ?? false,
    };
  });
}

function presentOldValue(field: CustomField | undefined, value: FieldValue): object {
  const isOption = field !== undefined && field.enums !== null;
  return { value: writeOldValue(field, value), ...(isOption ? { enum: value.enum_id } : {}) };
}

/** Flags are "1" and "0", times texts: the older calls know no other types than text. */
function writeOldValue(field: CustomField | undefined, { value }: FieldValue): unknown {
  if (typeof value === "boolean") return value ? "1" : "0";
  const isTime = field?.type === "date" || field?.type === "date_time" || field?.type === "birthday";
  if (isTime && typeof value === "number") {
    return new Date(value * 1000).toISOString().slice(0, 19).replace("T", " ");
  }
  return value;
}

/** Reads `custom_fields: [{ id, values: [{ value, enum }] }]`; ends with 400 where it does not fit. */
export function readOldFields(model: Model, owner: FieldOwner, sent: unknown): CustomFieldValues[] {
  if (!Array.isArray(sent)) return [];
  const items = sent.filter(isItem).map((entry) => toNewField(model, entry));
  const { values, errors } = readFields(model, owner, items);
  const [error] = errors;
  return error === undefined ? values : fail(400, `Invalid custom field: ${error.path}`);
}

function toNewField(model: Model, { id, code, values }: Item): Item {
  const field = model.tables.custom_fields.get(Number(id));
  const list = Array.isArray(values) ? (values as unknown[]) : [values];
  return {
    ...(id === undefined ? { field_code: code } : { field_id: Number(id) }),
    values: list.flatMap((entry) => {
      if (entry === undefined || entry === null || entry === "") return [];
      const { value, enum: option } = isItem(entry) ? entry : { value: entry, enum: undefined };
      return [{ value: readOldValue(field, value), ...readOldOption(option) }];
    }),
  };
}

/** An option is named by its id or, for phones and addresses, by its word. */
function readOldOption(option: unknown): object {
  if (option === undefined || option === null || option === "") return {};
  return /^\d+$/.test(String(option)) ? { enum_id: Number(option) } : { enum_code: String(option) };
}

function readOldValue(field: CustomField | undefined, value: unknown): unknown {
  if (field?.type === "checkbox") return value === true || value === 1 || value === "1" || value === "Y";
  return value;
}

/** A field's own description in the API v2's account. */
export function describeOldField(field: CustomField): object {
  const { enums } = field;
  return {
    id: field.id,
    name: field.name,
    field_type: (fieldTypes as Readonly<Record<string, number>>)[field.type] ?? 0,
    sort: field.sort,
    code: field.code ?? "",
    is_multiple: field.type === "multitext",
    is_system: field.is_predefined,
    is_editable: !field.is_api_only,
    is_required: field.is_required,
    is_deletable: field.is_deletable,
    is_visible: true,
    ...(enums === null ? {} : { enums: Object.fromEntries(enums.map(({ id, value }) => [id, value])) }),
  };
}

/** Kinds of cards by the numbers that the older calls know (Kommo: entity types). */
export const elementNumbers: Readonly<Record<EntityType, number>> = {
  contacts: 1,
  leads: 2,
  companies: 3,
  customers: 12,
};

export function findElementType(number: unknown): EntityType | null {
  const found = Object.entries(elementNumbers).find(([, id]) => id === Number(number));
  return found === undefined ? null : (found[0] as EntityType);
}
