import type { EntityType, LinkTarget } from "../../model/entities";
import { customerPeriods } from "../../model/customer-periods";
import type { Model } from "../../model/model";
import type { CardChanges, CardRows } from "../../model/operations";
import { nameStatus } from "../../model/tables";
import type { Call } from "../call";
import { readFields } from "./read-fields";
import {
  checkMembers,
  isItem,
  notFound,
  notSupported,
  type FieldError,
  type Item,
  type Members,
} from "./validate";

const shared: Members = {
  id: "int?",
  name: "string|null?",
  responsible_user_id: "int?",
  created_by: "int?",
  updated_by: "int?",
  created_at: "int?",
  updated_at: "int?",
  custom_fields_values: "array|null?",
  tags_to_add: "array?",
  tags_to_delete: "array?",
  request_id: "ignored?",
  _embedded: "object?",
  _links: "ignored?",
  account_id: "ignored?",
  group_id: "ignored?",
  is_deleted: "ignored?",
  closest_task_at: "ignored?",
};

const members: Readonly<Record<EntityType, Members>> = {
  leads: {
    ...shared,
    price: "int|null?",
    status_id: "int?",
    pipeline_id: "int?",
    loss_reason_id: "int|null?",
    closed_at: "int|null?",
    source_id: "ignored?",
    score: "ignored?",
    is_price_modified_by_robot: "ignored?",
    visitor_uid: "ignored?",
  },
  contacts: { ...shared, first_name: "string|null?", last_name: "string|null?" },
  companies: shared,
  customers: {
    ...shared,
    next_price: "int?",
    next_date: "int?",
    periodicity: "int?",
    status_id: "int?",
    ltv: "ignored?",
    purchases_count: "ignored?",
    average_check: "ignored?",
  },
};

/** What an item asks to be done to a card, or what is wrong with it. */
export interface CardPlan {
  readonly errors: readonly FieldError[];
  readonly values: CardChanges;
  readonly tags: TagPlan;
  readonly links: readonly {
    readonly type: LinkTarget;
    readonly id: number;
    readonly isMain: boolean | undefined;
  }[];
}

interface TagName {
  readonly id?: number;
  readonly name?: string;
}

interface TagPlan {
  /** The whole new set; null where the request does not name one. */
  readonly replace: readonly TagName[] | null;
  readonly add: readonly TagName[];
  readonly remove: readonly TagName[];
}

/** Reads one item of POST or PATCH `/leads`, `/contacts`, `/companies`, `/customers`. Changes nothing. */
export function planCard(call: Call, type: EntityType, item: Item): CardPlan {
  const { model } = call;
  const errors = checkMembers(item, members[type]);
  if (errors.length > 0)
    return { errors, values: {}, tags: { replace: null, add: [], remove: [] }, links: [] };
  const fields = readFields(model, type, item["custom_fields_values"]);
  const embedded = isItem(item["_embedded"]) ? item["_embedded"] : {};
  const values = {
    ...readValues(item, fields.values, item["custom_fields_values"] !== undefined),
    ...(type === "customers" && embedded["segments"] !== undefined
      ? { segment_ids: readEnds(embedded["segments"]).map(({ id }) => id) }
      : {}),
  };
  const tags = {
    replace: "tags" in embedded ? readTags(embedded["tags"] ?? []) : null,
    add: readTags(item["tags_to_add"]),
    remove: readTags(item["tags_to_delete"]),
  };
  const links = (["contacts", "companies", "catalog_elements"] as const).flatMap((target) =>
    readEnds(embedded[target]).map((end) => ({ type: target, ...end })),
  );
  return {
    errors: [
      ...fields.errors,
      ...checkReferences(model, type, values, item),
      ...checkSegments(model, values),
      ...checkTags(model, type, tags),
      ...links.flatMap((link, index) =>
        model.tables[link.type].get(link.id) === undefined
          ? [notFound(`_embedded.${link.type}.${index}.id`)]
          : [],
      ),
    ],
    values,
    tags,
    links,
  };
}

/** Ids of the tags that a card has after the plan; new names become tags. */
function resolveTags(
  model: Model,
  type: EntityType,
  before: readonly number[],
  { replace, add, remove }: TagPlan,
): number[] {
  const idOf = ({ id, name }: TagName) => id ?? model.run("createTag", { type, name: name ?? "" }).id;
  const gone = new Set(
    remove.map(
      ({ id, name }) =>
        id ?? model.tables.tags.filter((tag) => tag.entity_type === type && tag.name === name)[0]?.id,
    ),
  );
  const kept = replace === null ? before : replace.map(idOf);
  return [...new Set([...kept, ...add.map(idOf)])].filter((id) => !gone.has(id));
}

/** Makes or changes the card and what the plan hangs on it. */
export function applyPlan(
  call: Call,
  type: EntityType,
  id: number | null,
  plan: CardPlan,
): CardRows[EntityType] {
  const { model } = call;
  const before = id === null ? [] : (model.tables[type].get(id)?.tag_ids ?? []);
  const tagged = plan.tags.replace !== null || plan.tags.add.length > 0 || plan.tags.remove.length > 0;
  const values: CardChanges = {
    ...plan.values,
    ...(tagged ? { tag_ids: resolveTags(model, type, before, plan.tags) } : {}),
  };
  const row =
    id === null ? model.run("createCard", { type, values }) : model.run("updateCard", { type, id, values });
  for (const link of plan.links) {
    model.run("linkCards", {
      from: { type, id: row.id },
      to: { type: link.type, id: link.id },
      ...(link.isMain === undefined ? {} : { is_main: link.isMain }),
    });
  }
  return row;
}

function readValues(item: Item, fields: CardChanges["custom_fields_values"], sent: boolean): CardChanges {
  const values: Record<string, unknown> = {};
  for (const name of [
    "name",
    "first_name",
    "last_name",
    "price",
    "status_id",
    "pipeline_id",
    "loss_reason_id",
    "responsible_user_id",
    "next_price",
    "next_date",
    "periodicity",
    "created_at",
    "updated_at",
    "created_by",
    "updated_by",
  ]) {
    if (item[name] === undefined) continue;
    if (item[name] !== null) values[name] = item[name];
    else if (name === "loss_reason_id") values[name] = null;
    else values[name] = name === "price" ? 0 : "";
  }
  return { ...values, ...(sent && fields !== undefined ? { custom_fields_values: fields } : {}) };
}

function checkReferences(model: Model, type: EntityType, values: CardChanges, item: Item): FieldError[] {
  const errors: FieldError[] = [];
  const {
    responsible_user_id: user,
    pipeline_id: pipeline,
    status_id: status,
    loss_reason_id: reason,
  } = values;
  if (user !== undefined && model.tables.users.get(user) === undefined)
    errors.push(notSupported("responsible_user_id"));
  if (type === "customers" && status !== undefined && !customerPeriods.some(({ id }) => id === status)) {
    errors.push(notSupported("status_id"));
  }
  if (type !== "leads") return errors;
  if (pipeline !== undefined && model.tables.pipelines.get(pipeline) === undefined) {
    errors.push(notSupported("pipeline_id"));
  } else if (status !== undefined) {
    const lead = typeof item["id"] === "number" ? model.tables.leads.get(item["id"]) : undefined;
    const main = [...model.tables.pipelines.all()].find((row) => row.is_main)?.id ?? 0;
    const board = pipeline ?? lead?.pipeline_id ?? main;
    if (model.tables.statuses.get(nameStatus(board, status)) === undefined)
      errors.push(notSupported("status_id"));
  }
  if (typeof reason === "number" && model.tables.loss_reasons.get(reason) === undefined) {
    errors.push(notSupported("loss_reason_id"));
  }
  return errors;
}

function checkSegments(model: Model, { segment_ids: ids = [] }: CardChanges): FieldError[] {
  return ids.flatMap((id, index) =>
    model.tables.segments.get(id) === undefined ? [notFound(`_embedded.segments.${index}.id`)] : [],
  );
}

function checkTags(model: Model, type: EntityType, { replace, add }: TagPlan): FieldError[] {
  return [...(replace ?? []), ...add].flatMap(({ id, name }, index) => {
    if (id === undefined)
      return name === undefined || name.trim() === "" ? [notSupported(`tags.${index}.name`)] : [];
    return model.tables.tags.get(id)?.entity_type === type ? [] : [notSupported(`tags.${index}.id`)];
  });
}

function readTags(sent: unknown): TagName[] {
  if (!Array.isArray(sent)) return [];
  return sent.filter(isItem).map(({ id, name }) => ({
    ...(typeof id === "number" ? { id } : {}),
    ...(typeof name === "string" ? { name } : {}),
  }));
}

function readEnds(sent: unknown): { readonly id: number; readonly isMain: boolean | undefined }[] {
  if (!Array.isArray(sent)) return [];
  return sent.filter(isItem).map(({ id, is_main: isMain }) => ({
    id: typeof id === "number" ? id : 0,
    isMain: typeof isMain === "boolean" ? isMain : undefined,
  }));
}
