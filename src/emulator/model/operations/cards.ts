import type { CustomFieldValues, EntityType, Json, Lead, StageAction } from "../entities";
import { lost, won } from "../closed-stages";
import { findPeriod } from "../customer-periods";
import { OperationError, type CardChanges, type CardRows } from "../operations";
import { nameStatus } from "../tables";
import type { Writer } from "../writer";
import { linkCards } from "./links";
import { logEvent } from "./log-event";

/** The closed stages, which every pipeline has (Kommo: Leads pipelines and stages). */

const singular = { leads: "lead", contacts: "contact", companies: "company", customers: "customer" } as const;

export function createCard(
  writer: Writer,
  input: { type: EntityType; values: CardChanges; link?: { type: EntityType; id: number } },
): CardRows[EntityType] {
  const { type, values, link } = input;
  checkValues(writer, type, values);
  const now = writer.now();
  const responsible = values.responsible_user_id ?? writer.account.current_user_id;
  const author = values.created_by ?? writer.account.current_user_id;
  const shared = {
    id: writer.nextId(type),
    name: values.name ?? "",
    responsible_user_id: responsible,
    group_id: writer.tables.users.get(responsible)?.group_id ?? 0,
    created_by: author,
    updated_by: values.updated_by ?? author,
    created_at: values.created_at ?? now,
    updated_at: values.updated_at ?? now,
    is_deleted: false,
    custom_fields_values: mergeFields([], values.custom_fields_values ?? []),
    tag_ids: values.tag_ids ?? [],
  };
  const row = put(writer, type, {
    ...shared,
    ...ownDefaults(writer, type, values, now),
  } as CardRows[EntityType]);
  logEvent(writer, {
    type: `${singular[type]}_added`,
    entity_type: type,
    entity_id: row.id,
    created_by: author,
  });
  if (link !== undefined) linkCards(writer, { from: link, to: { type, id: row.id } });
  return row;
}

export function updateCard(
  writer: Writer,
  input: { type: EntityType; id: number; values: CardChanges },
): CardRows[EntityType] {
  const { type, id, values } = input;
  const before = findCard(writer, type, id);
  checkValues(writer, type, values);
  const { status_id, pipeline_id, loss_reason_id, custom_fields_values, ...plain } = values;
  const row = put(writer, type, {
    ...before,
    ...plain,
    ...nameOf(type, before, values),
    ...(values.responsible_user_id === undefined
      ? {}
      : { group_id: writer.tables.users.get(values.responsible_user_id)?.group_id ?? 0 }),
    custom_fields_values:
      custom_fields_values === undefined
        ? before.custom_fields_values
        : mergeFields(before.custom_fields_values, custom_fields_values),
    updated_at: values.updated_at ?? writer.now(),
    updated_by: values.updated_by ?? writer.account.current_user_id,
  } as CardRows[EntityType]);
  logChanges(writer, type, before, row);
  if (
    type !== "leads" ||
    (status_id === undefined && pipeline_id === undefined && loss_reason_id === undefined)
  ) {
    return row;
  }
  return moveLead(writer, {
    id,
    status_id: status_id ?? (row as Lead).status_id,
    pipeline_id,
    loss_reason_id,
  }).lead;
}

export function deleteCards(
  writer: Writer,
  input: { type: EntityType; ids: readonly number[] },
): { deleted: number } {
  const rows = input.ids.map((id) => findCard(writer, input.type, id));
  for (const row of rows) {
    put(writer, input.type, { ...row, is_deleted: true, updated_at: writer.now() });
    logEvent(writer, {
      type: `${singular[input.type]}_deleted`,
      entity_type: input.type,
      entity_id: row.id,
    });
  }
  return { deleted: rows.length };
}

export function moveLead(
  writer: Writer,
  input: {
    id: number;
    status_id: number;
    pipeline_id?: number | undefined;
    loss_reason_id?: number | null | undefined;
  },
): { lead: Lead; actions: readonly StageAction[] } {
  const before = findCard(writer, "leads", input.id) as Lead;
  const pipelineId = input.pipeline_id ?? before.pipeline_id;
  const firstStage = writer.tables.statuses
    .find("pipeline", String(pipelineId))
    .find((stage) => stage.type === 0);
  const known = writer.tables.statuses.get(nameStatus(pipelineId, input.status_id)) !== undefined;
  const statusId =
    known || pipelineId === before.pipeline_id ? input.status_id : (firstStage?.id ?? input.status_id);
  checkStage(writer, pipelineId, statusId);
  const closed = statusId === won || statusId === lost;
  const moved = statusId !== before.status_id || pipelineId !== before.pipeline_id;
  const lead: Lead = {
    ...before,
    pipeline_id: pipelineId,
    status_id: statusId,
    loss_reason_id: statusId === lost ? (input.loss_reason_id ?? before.loss_reason_id) : null,
    closed_at: closed ? (moved ? writer.now() : before.closed_at) : null,
    updated_at: writer.now(),
    updated_by: writer.account.current_user_id,
  };
  writer.put("leads", lead);
  if (!moved) return { lead, actions: [] };
  logEvent(writer, {
    type: "lead_status_changed",
    entity_type: "leads",
    entity_id: lead.id,
    before: { lead_status: { id: before.status_id, pipeline_id: before.pipeline_id } },
    after: { lead_status: { id: statusId, pipeline_id: pipelineId } },
  });
  return { lead, actions: writer.tables.stage_actions.find("stage", nameStatus(pipelineId, statusId)) };
}

/** The card that is there and not deleted. */
export function findCard<T extends EntityType>(writer: Writer, type: T, id: number): CardRows[T] {
  const row = writer.tables[type].get(id);
  if (row === undefined) throw new OperationError(`There is no ${singular[type]} ${id}.`);
  return row as CardRows[T];
}

/** New values by field; an empty list of values empties the field. */
export function mergeFields(
  before: readonly CustomFieldValues[],
  sent: readonly CustomFieldValues[],
): CustomFieldValues[] {
  const byField = new Map(before.map((entry) => [entry.field_id, entry]));
  for (const entry of sent) {
    if (entry.values.length === 0) byField.delete(entry.field_id);
    else byField.set(entry.field_id, entry);
  }
  return [...byField.values()];
}

function put(writer: Writer, type: EntityType, row: CardRows[EntityType]): CardRows[EntityType] {
  return writer.put(type, row as CardRows[typeof type] & never);
}

function ownDefaults(writer: Writer, type: EntityType, values: CardChanges, now: number): object {
  if (type === "companies") return {};
  if (type === "contacts") return nameOf(type, { name: "", first_name: "", last_name: "" }, values);
  if (type === "customers") {
    return {
      next_price: values.next_price ?? 0,
      next_date: values.next_date ?? now,
      periodicity: values.periodicity ?? 0,
      ltv: 0,
      purchases_count: 0,
      average_check: 0,
      bonus_points: 0,
      segment_ids: values.segment_ids ?? [],
    };
  }
  const pipelineId = values.pipeline_id ?? findMainPipeline(writer);
  const first = writer.tables.statuses
    .find("pipeline", String(pipelineId))
    .sort((a, b) => a.sort - b.sort)
    .find((stage) => stage.type === 0);
  const statusId = values.status_id ?? first?.id ?? 0;
  checkStage(writer, pipelineId, statusId);
  return {
    price: values.price ?? 0,
    pipeline_id: pipelineId,
    status_id: statusId,
    loss_reason_id: statusId === lost ? (values.loss_reason_id ?? null) : null,
    source_id: values.source_id ?? null,
    closed_at: statusId === won || statusId === lost ? now : null,
    score: null,
  };
}

function findMainPipeline(writer: Writer): number {
  const pipelines = [...writer.tables.pipelines.all()];
  const main = pipelines.find((pipeline) => pipeline.is_main) ?? pipelines[0];
  if (main === undefined) throw new OperationError("The account has no pipeline.");
  return main.id;
}

/** A contact's full name and its two parts follow each other. */
function nameOf(
  type: EntityType,
  before: { readonly name: string; readonly first_name?: string; readonly last_name?: string },
  values: CardChanges,
): object {
  if (type !== "contacts") return {};
  if (values.first_name === undefined && values.last_name === undefined) {
    return values.name === undefined ? {} : { first_name: values.name, last_name: "" };
  }
  const first = values.first_name ?? before.first_name ?? "";
  const last = values.last_name ?? before.last_name ?? "";
  return { first_name: first, last_name: last, name: values.name ?? `${first} ${last}`.trim() };
}

function checkValues(writer: Writer, type: EntityType, values: CardChanges): void {
  const { responsible_user_id: responsible, custom_fields_values: fields = [], tag_ids: tags = [] } = values;
  if (responsible !== undefined && writer.tables.users.get(responsible) === undefined) {
    throw new OperationError(`There is no user ${responsible}.`);
  }
  for (const entry of fields) {
    const id = entry?.field_id;
    if (
      !Array.isArray(entry?.values) ||
      entry.values.some((value) => typeof value !== "object" || value === null)
    ) {
      throw new OperationError("A custom field's values are a list of objects.");
    }
    if (writer.tables.custom_fields.get(id)?.entity_type !== type) {
      throw new OperationError(`A ${singular[type]} has no custom field ${id}.`);
    }
  }
  for (const id of values.segment_ids ?? []) {
    if (writer.tables.segments.get(id) === undefined) throw new OperationError(`There is no segment ${id}.`);
  }
  for (const id of tags) {
    if (writer.tables.tags.get(id)?.entity_type !== type) throw new OperationError(`There is no tag ${id}.`);
  }
}

function checkStage(writer: Writer, pipelineId: number, statusId: number): void {
  if (writer.tables.statuses.get(nameStatus(pipelineId, statusId)) === undefined) {
    throw new OperationError(`Pipeline ${pipelineId} has no stage ${statusId}.`);
  }
}

function logChanges(
  writer: Writer,
  type: EntityType,
  before: CardRows[EntityType],
  after: CardRows[EntityType],
): void {
  const log = (event: string, from: Json, to: Json) =>
    logEvent(writer, { type: event, entity_type: type, entity_id: after.id, before: from, after: to });
  if (before.name !== after.name) {
    log("name_field_changed", { name_field: { name: before.name } }, { name_field: { name: after.name } });
  }
  if ("price" in before && "price" in after && before.price !== after.price) {
    log(
      "sale_field_changed",
      { sale_field_value: { sale: before.price } },
      { sale_field_value: { sale: after.price } },
    );
  }
  if ("next_date" in before && "next_date" in after) {
    const [from, to] = [before, after].map((row) => findPeriod(row, writer.now()).id) as [number, number];
    if (from !== to) {
      log("customer_status_changed", { customer_status: { id: from } }, { customer_status: { id: to } });
    }
  }
  if (before.responsible_user_id !== after.responsible_user_id) {
    log(
      "entity_responsible_changed",
      { responsible_user: { id: before.responsible_user_id } },
      { responsible_user: { id: after.responsible_user_id } },
    );
  }
  for (const id of after.tag_ids.filter((tag) => !before.tag_ids.includes(tag))) {
    log("entity_tag_added", null, { tag: { name: writer.tables.tags.get(id)?.name ?? "" } });
  }
  for (const id of before.tag_ids.filter((tag) => !after.tag_ids.includes(tag))) {
    log("entity_tag_deleted", { tag: { name: writer.tables.tags.get(id)?.name ?? "" } }, null);
  }
  const ids = new Set(
    [...before.custom_fields_values, ...after.custom_fields_values].map((entry) => entry.field_id),
  );
  for (const id of ids) {
    const from = readField(before, id);
    const to = readField(after, id);
    if (from !== to) {
      log(
        `custom_field_${id}_value_changed`,
        { custom_field_value: { field_id: id, text: from } },
        { custom_field_value: { field_id: id, text: to } },
      );
    }
  }
}

function readField(card: CardRows[EntityType], id: number): string {
  const values = card.custom_fields_values.find((entry) => entry.field_id === id)?.values ?? [];
  return values.map(({ value }) => (typeof value === "string" ? value : JSON.stringify(value))).join(", ");
}
