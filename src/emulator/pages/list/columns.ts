import type { Company, Contact, CustomField, EntityType } from "../../model/entities";
import type { ModelView } from "../../model/model";
import { listLinked } from "../card/linked-forms";
import type { CardRow } from "../forms/card-form";

export type ListEntity = EntityType;

/** A column of a list of cards; `order` is its name in the address where rows can be sorted by it. */
export interface Column {
  readonly code: string;
  readonly text:
    | "column.name"
    | "column.main_contact"
    | "column.company"
    | "column.stage"
    | "column.price"
    | "column.responsible"
    | "column.created"
    | "column.updated"
    | "column.phone"
    | "column.email"
    | "column.position"
    | "column.next_price"
    | "column.next_date"
    | "column.purchases";
  readonly kind: "name" | "link" | "stage" | "money" | "user" | "date" | "contact" | "text" | "number";
  readonly order?: string;
}

const name: Column = { code: "NAME", text: "column.name", kind: "name", order: "name" };
const responsible: Column = { code: "MAIN_USER", text: "column.responsible", kind: "user" };
const created: Column = { code: "DATE_CREATE", text: "column.created", kind: "date", order: "created_at" };
const updated: Column = { code: "LAST_MODIFIED", text: "column.updated", kind: "date", order: "updated_at" };
const phone: Column = { code: "PHONE", text: "column.phone", kind: "contact" };
const email: Column = { code: "EMAIL", text: "column.email", kind: "contact" };
const company: Column = { code: "COMPANY_ID", text: "column.company", kind: "link" };
const mainContact: Column = { code: "MAIN_CONTACT", text: "column.main_contact", kind: "link" };

export const columns: Record<ListEntity, readonly Column[]> = {
  leads: [
    name,
    mainContact,
    company,
    { code: "STATUS", text: "column.stage", kind: "stage" },
    { code: "PRICE", text: "column.price", kind: "money", order: "price" },
    responsible,
    created,
  ],
  contacts: [name, company, phone, email, responsible, updated],
  companies: [name, phone, email, mainContact, responsible, updated],
  customers: [
    name,
    mainContact,
    { code: "NEXT_PRICE", text: "column.next_price", kind: "money", order: "next_price" },
    { code: "NEXT_DATE", text: "column.next_date", kind: "date", order: "next_date" },
    { code: "PURCHASES", text: "column.purchases", kind: "number" },
    responsible,
  ],
};

/** What a column shows of a row, before it is drawn. */
export interface CellFacts {
  readonly mainContact: Contact | undefined;
  readonly company: Company | undefined;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

/** Values of a phone or e-mail field. */
export function readContactValues(row: CardRow | undefined, field: CustomField | undefined): string[] {
  if (row === undefined || field === undefined) return [];
  const values = row.custom_fields_values.find(({ field_id }) => field_id === field.id)?.values ?? [];
  return values.map(({ value }) => String(value)).filter((value) => value !== "");
}

export function findContactField(
  model: ModelView,
  entity: EntityType,
  code: "PHONE" | "EMAIL",
): CustomField | undefined {
  return model.tables.custom_fields.filter((field) => field.entity_type === entity && field.code === code)[0];
}

/** The cards around a row, with phones and e-mail addresses as the list's columns show them. */
export function readCellFacts(model: ModelView, entity: ListEntity, row: CardRow): CellFacts {
  const contacts = entity === "contacts" ? [] : (listLinked(model, entity, row.id, "contacts") as Contact[]);
  const companies =
    entity === "companies" ? [] : (listLinked(model, entity, row.id, "companies") as Company[]);
  const owner = entity === "leads" || entity === "customers" ? "contacts" : entity;
  const owners: readonly CardRow[] = owner === entity ? [row] : contacts;
  const read = (code: "PHONE" | "EMAIL") => {
    const field = findContactField(model, owner, code);
    return owners.flatMap((one) => readContactValues(one, field));
  };
  return { mainContact: contacts[0], company: companies[0], phones: read("PHONE"), emails: read("EMAIL") };
}
