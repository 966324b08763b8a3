import type { Company, Contact, CustomField, Customer, EntityType, Lead } from "../../model/entities";
import type { ModelView } from "../../model/model";
import type { CardChanges } from "../../model/operations";
import type { Formatter } from "../format/create-formatter";
import { readFieldForm, writeFieldForm, type FormFields } from "./field-form";

export type { FormFields } from "./field-form";

export type CardRow = Lead | Contact | Company | Customer;

/** The word that the names of a card's own controls begin with: `lead[NAME]`. */
export const formNames = {
  leads: "lead",
  contacts: "contact",
  companies: "company",
  customers: "customer",
} as const satisfies Record<EntityType, string>;

/** Fields of an entity in the order of the card, grouped fields after those of the first tab. */
export function listFields(model: ModelView, entity: EntityType): CustomField[] {
  return model.tables.custom_fields
    .filter((field) => field.entity_type === entity)
    .sort((a, b) => a.sort - b.sort || a.id - b.id);
}

/** What a card's form holds, by the names of its controls. A card that is not saved yet has the account's defaults. */
export function writeCardForm(
  model: ModelView,
  entity: EntityType,
  row: CardRow | null,
  format: Formatter,
): FormFields {
  const word = formNames[entity];
  const fields: FormFields = {
    [`${word}[NAME]`]: row?.name ?? "",
    [`${word}[MAIN_USER]`]: String(row?.responsible_user_id ?? model.account.current_user_id),
  };
  if (entity === "leads") {
    const lead = row as Lead | null;
    const pipeline = lead?.pipeline_id ?? findFirstPipeline(model);
    fields["lead[PIPELINE_ID]"] = String(pipeline);
    fields["lead[STATUS]"] = String(lead?.status_id ?? findFirstStatus(model, pipeline));
    fields["lead[PRICE]"] = lead === null ? "" : String(lead.price);
  }
  if (entity === "contacts") {
    fields["contact[FN]"] = (row as Contact | null)?.first_name ?? "";
    fields["contact[LN]"] = (row as Contact | null)?.last_name ?? "";
  }
  if (entity === "customers") {
    const customer = row as Customer | null;
    fields["customer[NEXT_PRICE]"] = customer === null ? "" : String(customer.next_price);
    fields["customer[NEXT_DATE]"] =
      customer === null || customer.next_date === 0 ? "" : format.fieldDate(customer.next_date);
  }
  for (const field of listFields(model, entity)) {
    const values = row?.custom_fields_values.find(({ field_id }) => field_id === field.id)?.values ?? [];
    Object.assign(fields, writeFieldForm(field, values, format));
  }
  return fields;
}

/** Names of the controls whose value is no longer what the card holds. */
export function listChanges(saved: FormFields, form: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(saved).filter((name) => name in form && !isSame(saved[name], form[name]));
}

/** What a save of the form changes on the card: only what differs from what it holds. */
export function readCardChanges(
  model: ModelView,
  entity: EntityType,
  saved: FormFields,
  form: Readonly<Record<string, unknown>>,
  format: Formatter,
): CardChanges {
  const word = formNames[entity];
  const changed = new Set(listChanges(saved, form));
  const text = (name: string) => String(form[name] ?? "");
  const has = (name: string) => changed.has(`${word}[${name}]`);
  const fields = listFields(model, entity)
    .filter((field) => [...changed].some((name) => name.startsWith(`CFV[${field.id}]`)))
    .flatMap((field) => readFieldForm(field, form, format.parse) ?? []);
  return {
    ...(has("NAME") && { name: text(`${word}[NAME]`) }),
    ...(has("MAIN_USER") && { responsible_user_id: Number(text(`${word}[MAIN_USER]`)) }),
    ...(has("PRICE") && { price: toAmount(text("lead[PRICE]")) }),
    ...(has("STATUS") && { status_id: Number(text("lead[STATUS]")) }),
    ...((has("PIPELINE_ID") || has("STATUS")) && { pipeline_id: Number(text("lead[PIPELINE_ID]")) }),
    ...(has("FN") && { first_name: text("contact[FN]") }),
    ...(has("LN") && { last_name: text("contact[LN]") }),
    ...(has("NEXT_PRICE") && { next_price: toAmount(text("customer[NEXT_PRICE]")) }),
    ...(has("NEXT_DATE") && { next_date: format.parse(text("customer[NEXT_DATE]")) ?? 0 }),
    ...(fields.length > 0 && { custom_fields_values: fields }),
  };
}

function findFirstPipeline(model: ModelView): number {
  const pipelines = [...model.tables.pipelines.all()];
  return (pipelines.find(({ is_main }) => is_main) ?? pipelines[0])?.id ?? 0;
}

function findFirstStatus(model: ModelView, pipelineId: number): number {
  return listStatuses(model, pipelineId).find(({ type }) => type === 0)?.id ?? 0;
}

/** The stages of a pipeline from left to right. */
export function listStatuses(model: ModelView, pipelineId: number) {
  return model.tables.statuses
    .filter((status) => status.pipeline_id === pipelineId)
    .sort((a, b) => a.sort - b.sort || a.id - b.id);
}

function toAmount(text: string): number {
  const amount = Number(text.replace(/[^\d.,-]/g, "").replace(",", "."));
  return Number.isFinite(amount) ? Math.round(amount) : 0;
}

function isSame(saved: unknown, present: unknown): boolean {
  return flatten(saved) === flatten(present);
}

function flatten(value: unknown): string {
  return Array.isArray(value) ? value.map(String).sort().join("\n") : String(value ?? "");
}
