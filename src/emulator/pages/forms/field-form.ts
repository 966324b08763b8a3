import type { CustomField, CustomFieldValues, FieldValue } from "../../model/entities";
import type { Formatter } from "../format/create-formatter";

/** Values by the names of the form's controls, as a browser's form would hold them. */
export type FormFields = Record<string, string | readonly string[]>;

/** The parts of an address, in the order of the API's `enum_id`. */
export const addressParts = ["address_line_1", "address_line_2", "city", "state", "zip", "country"] as const;

/** Kinds of fields that the card shows but does not edit. */
const readOnly = new Set([
  "items",
  "linked_entity",
  "chained_list",
  "category",
  "file",
  "payer",
  "supplier",
  "tracking_data",
]);

export function isEditable(field: CustomField): boolean {
  return !readOnly.has(field.type) && !field.is_api_only;
}

/** One control's name of a field: `CFV[1203]`. */
export function nameField(field: Pick<CustomField, "id">): string {
  return `CFV[${field.id}]`;
}

/**
 * Writes a field's values into a form: one control for most kinds, a list for tick boxes, two controls an entry for
 * phones and addresses. Phones always have one empty entry more, for the next one.
 */
export function writeFieldForm(
  field: CustomField,
  values: readonly FieldValue[],
  format: Pick<Formatter, "fieldDate" | "fieldTime">,
): FormFields {
  if (!isEditable(field)) return {};
  const name = nameField(field);
  const first = values[0];
  switch (field.type) {
    case "checkbox":
      return { [name]: first?.value === true ? "Y" : "" };
    case "select":
    case "radiobutton":
      return { [name]: first?.enum_id === undefined ? "" : String(first.enum_id) };
    case "multiselect":
      return { [`${name}[]`]: values.map(({ enum_id }) => String(enum_id ?? "")) };
    case "date":
    case "birthday":
      return { [name]: typeof first?.value === "number" ? format.fieldDate(first.value) : "" };
    case "date_time":
      return {
        [name]:
          typeof first?.value === "number"
            ? `${format.fieldDate(first.value)} ${format.fieldTime(first.value)}`
            : "",
      };
    case "multitext":
      return Object.fromEntries(
        [...values, { value: "", enum_id: field.enums?.[0]?.id }].flatMap(({ value, enum_id }, index) => [
          [`${name}[${index}][VALUE]`, toText(value)],
          [`${name}[${index}][DESCRIPTION]`, String(enum_id ?? "")],
        ]),
      );
    case "smart_address":
      return Object.fromEntries(
        addressParts.map((part, index) => [
          `${name}[${part}]`,
          toText(values.find(({ enum_id, enum_code }) => enum_id === index + 1 || enum_code === part)?.value),
        ]),
      );
    case "legal_entity":
      return { [name]: readLegalName(first) };
    default:
      return { [name]: toText(first?.value) };
  }
}

/** Reads a field back from a form; null where the form does not hold it, no values where it is empty. */
export function readFieldForm(
  field: CustomField,
  form: Readonly<Record<string, unknown>>,
  parse: Formatter["parse"],
): CustomFieldValues | null {
  if (!isEditable(field)) return null;
  const name = nameField(field);
  if (field.type === "multitext") return { field_id: field.id, values: readEntries(name, form) };
  if (field.type === "smart_address") return { field_id: field.id, values: readAddress(name, form) };
  if (field.type === "multiselect") {
    const chosen = form[`${name}[]`];
    if (!Array.isArray(chosen)) return null;
    return { field_id: field.id, values: chosen.flatMap((id) => readOption(field, String(id))) };
  }
  if (!(name in form)) return null;
  const text = toText(form[name]).trim();
  return { field_id: field.id, values: readSingle(field, text, parse) };
}

function readSingle(field: CustomField, text: string, parse: Formatter["parse"]): FieldValue[] {
  if (field.type === "checkbox") return [{ value: text === "Y" || text === "true" || text === "1" }];
  if (text === "") return [];
  switch (field.type) {
    case "select":
    case "radiobutton":
      return readOption(field, text);
    case "date":
    case "birthday":
    case "date_time": {
      const [day = "", clock] = text.split(" ");
      const time = parse(day, clock);
      return time === null ? [] : [{ value: time }];
    }
    case "legal_entity":
      return [{ value: { name: text } }];
    default:
      return [{ value: text }];
  }
}

function readOption(field: CustomField, id: string): FieldValue[] {
  const option = field.enums?.find((candidate) => String(candidate.id) === id);
  return option === undefined ? [] : [{ value: option.value, enum_id: option.id }];
}

function readEntries(name: string, form: Readonly<Record<string, unknown>>): FieldValue[] {
  const entries: FieldValue[] = [];
  for (let index = 0; `${name}[${index}][VALUE]` in form; index += 1) {
    const value = toText(form[`${name}[${index}][VALUE]`]).trim();
    const kind = Number(form[`${name}[${index}][DESCRIPTION]`]);
    if (value !== "") entries.push(kind > 0 ? { value, enum_id: kind } : { value });
  }
  return entries;
}

function readAddress(name: string, form: Readonly<Record<string, unknown>>): FieldValue[] {
  return addressParts.flatMap((part, index) => {
    const value = toText(form[`${name}[${part}]`]).trim();
    return value === "" ? [] : [{ value, enum_id: index + 1, enum_code: part }];
  });
}

function readLegalName(value: FieldValue | undefined): string {
  const legal = value?.value;
  if (legal !== null && typeof legal === "object" && "name" in legal) return toText(legal.name);
  return toText(legal);
}

/** What a field that cannot be edited shows, and what lists show of any field. */
export function describeValues(
  field: CustomField,
  values: readonly FieldValue[],
  format: Pick<Formatter, "date" | "dateTime" | "money" | "number">,
): string {
  return values
    .map(({ value }) => {
      if (typeof value === "boolean") return value ? "✓" : "";
      if ((field.type === "date" || field.type === "birthday") && typeof value === "number") {
        return format.date(value);
      }
      if (field.type === "date_time" && typeof value === "number") return format.dateTime(value);
      const isMoney = field.type === "monetary" || field.type === "price";
      if (isMoney && value !== null && !Number.isNaN(Number(value))) {
        return format.money(Number(value), field.currency ?? undefined);
      }
      if (value !== null && typeof value === "object" && "name" in value) return toText(value.name);
      return toText(value);
    })
    .filter((text) => text !== "")
    .join(", ");
}

function toText(value: unknown): string {
  return value === null || value === undefined || typeof value === "object" ? "" : String(value);
}
