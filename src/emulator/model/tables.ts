import type { EntityType, LinkTarget, Rows, TableName } from "./entities";
import type { Snapshot } from "./model";
import { createTable, type TableOptions, type WritableTable } from "./table";

export type WritableTables = { readonly [T in TableName]: WritableTable<Rows[T]> };

const byId = { keyOf: (row: { readonly id: number }) => row.id };

interface OfEntity {
  readonly id: number;
  readonly entity_type: EntityType | null;
  readonly entity_id: number | null;
}

const ofEntity: TableOptions<OfEntity> = {
  ...byId,
  indexes: {
    entity: (row) =>
      row.entity_type === null || row.entity_id === null ? [] : [nameGroup(row.entity_type, row.entity_id)],
  },
};

const options: { readonly [T in TableName]: TableOptions<Rows[T]> } = {
  groups: byId,
  users: byId,
  roles: byId,
  pipelines: byId,
  statuses: {
    keyOf: (row) => row.key,
    indexes: { pipeline: (row) => [String(row.pipeline_id)] },
  },
  loss_reasons: byId,
  custom_fields: { ...byId, indexes: { entity: (row) => [`${row.entity_type}:${row.catalog_id ?? ""}`] } },
  custom_field_groups: { keyOf: (row) => row.id },
  leads: byId,
  contacts: byId,
  companies: byId,
  customers: byId,
  segments: byId,
  transactions: byId,
  links: {
    ...byId,
    indexes: { card: (row) => [nameGroup(row.from_type, row.from_id), nameGroup(row.to_type, row.to_id)] },
  },
  tags: byId,
  task_types: byId,
  tasks: ofEntity,
  notes: ofEntity,
  catalogs: byId,
  catalog_elements: { ...byId, indexes: { catalog: (row) => [String(row.catalog_id)] } },
  talks: { ...byId, indexes: { contact: (row) => [String(row.contact_id)] } },
  chat_messages: { keyOf: (row) => row.id, indexes: { talk: (row) => [String(row.talk_id)] } },
  letters: byId,
  events: { keyOf: (row) => row.id },
  sources: byId,
  webhooks: byId,
  widgets: { keyOf: (row) => row.code },
  stage_actions: { ...byId, indexes: { stage: (row) => [nameStatus(row.pipeline_id, row.status_id)] } },
  salesbots: byId,
  notifications: byId,
  sent_hooks: byId,
};

export const tableNames = Object.keys(options) as readonly TableName[];

/** What tells a row from the others of its table. */
export function keyOf<T extends TableName>(table: T, row: Rows[T]): number | string {
  return options[table].keyOf(row);
}

export function createTables(rows: Snapshot["tables"]): WritableTables {
  // A Record over a mapped type cannot be written to key by key without losing the tie between name and row.
  const tables: Record<string, unknown> = {};
  for (const name of tableNames) tables[name] = makeTable(name, rows[name]);
  return tables as WritableTables;
}

function makeTable<T extends TableName>(name: T, rows: readonly Rows[T][]): WritableTable<Rows[T]> {
  return createTable<Rows[T]>(rows, options[name]);
}

/** Group of the indexes `entity` and `card`. */
export function nameGroup(type: LinkTarget, id: number): string {
  return `${type}:${id}`;
}

/** Key of a row of `statuses`. */
export function nameStatus(pipelineId: number, statusId: number): string {
  return `${pipelineId}:${statusId}`;
}
