import type { Contact, Customer, EntityType, Lead } from "../../../model/entities";
import type { CardChanges, CardRows } from "../../../model/operations";
import { readList, type Call } from "../../call";
import { empty, fail, hal, type RestResponse } from "../../message";
import type { Route } from "../../route";
import { findCards } from "../../v4/find-cards";
import { isItem, type Item } from "../../v4/validate";
import { presentOldFields, readOldFields } from "../old-fields";
import { answerItems, cutRows, readActs, selfLink, toList } from "./acts";

/** `/api/v2/{leads,contacts,companies,customers}`; lists go by `limit_rows` and `limit_offset` (amoCRM: API v2). */
export const cardV2Routes: readonly Route[] = (
  ["leads", "contacts", "companies", "customers"] as const
).flatMap((type): Route[] => [
  ["GET", `/api/v2/${type}`, (call) => listCards(call, type)],
  ["POST", `/api/v2/${type}`, (call) => saveCards(call, type)],
]);

function listCards(call: Call, type: EntityType): RestResponse {
  const rows = cutRows(call, findCards(call.model, type, toV4Query(call), call.user));
  if (rows.length === 0) return empty();
  return hal({
    _links: selfLink(`/api/v2/${type}`),
    _embedded: { items: rows.map((row) => presentCard(call, type, row)) },
  });
}

/** `id`, `query`, `responsible_user_id` and `status` stand outside of `filter` here. */
function toV4Query(call: Call): Call["query"] {
  const { id, responsible_user_id: user, status, query, with: parts, filter } = call.query;
  const stages = readList({ status: status ?? "" }, "status") ?? [];
  const leads = status === undefined ? undefined : stages.map((stage) => Number(stage));
  const statuses: Record<string, { pipeline_id: string; status_id: string }> = {};
  for (const row of call.model.tables.statuses.all()) {
    if (leads?.includes(row.id))
      statuses[row.key] = { pipeline_id: String(row.pipeline_id), status_id: String(row.id) };
  }
  return {
    ...(query === undefined ? {} : { query }),
    ...(parts === undefined ? {} : { with: parts }),
    filter: {
      ...(typeof filter === "object" ? filter : {}),
      ...(id === undefined ? {} : { id }),
      ...(user === undefined ? {} : { responsible_user_id: user }),
      ...(leads === undefined ? {} : { statuses }),
    },
  };
}

export function presentCard(call: Call, type: EntityType, row: CardRows[EntityType]): object {
  const { model } = call;
  const ends = model
    .linksOf(type, row.id)
    .map((link) =>
      link.from_type === type && link.from_id === row.id
        ? { type: link.to_type, id: link.to_id, isMain: link.is_main }
        : { type: link.from_type, id: link.from_id, isMain: link.is_main },
    );
  const idsOf = (wanted: EntityType) => ends.filter((end) => end.type === wanted).map((end) => end.id);
  const [company] = idsOf("companies");
  const main = ends.find((end) => end.type === "contacts" && end.isMain)?.id;
  const linked = (wanted: EntityType) => (idsOf(wanted).length === 0 ? {} : { id: idsOf(wanted) });
  const lead = row as Lead;
  return {
    id: row.id,
    name: row.name,
    ...(type === "contacts"
      ? { first_name: (row as Contact).first_name, last_name: (row as Contact).last_name }
      : {}),
    responsible_user_id: row.responsible_user_id,
    created_by: row.created_by,
    updated_by: row.updated_by,
    created_at: row.created_at,
    updated_at: row.updated_at,
    account_id: model.account.id,
    group_id: row.group_id,
    is_deleted: row.is_deleted,
    closest_task_at: 0,
    tags: row.tag_ids.map((id) => ({ id, name: model.tables.tags.get(id)?.name ?? "" })),
    custom_fields: presentOldFields(model, row.custom_fields_values),
    company:
      company === undefined ? {} : { id: company, name: model.tables.companies.get(company)?.name ?? "" },
    ...(type === "leads"
      ? {
          status_id: lead.status_id,
          pipeline_id: lead.pipeline_id,
          pipeline: { id: lead.pipeline_id },
          sale: lead.price,
          loss_reason_id: lead.loss_reason_id ?? 0,
          closed_at: lead.closed_at ?? 0,
          main_contact: main === undefined ? {} : { id: main },
          contacts: linked("contacts"),
        }
      : { leads: linked("leads"), ...(type === "companies" ? { contacts: linked("contacts") } : {}) }),
    ...(type === "customers"
      ? { next_price: (row as Customer).next_price, next_date: (row as Customer).next_date }
      : {}),
    _links: selfLink(`/api/v2/${type}?id=${row.id}`),
  };
}

/** `{ add: [...], update: [...] }`. */
function saveCards(call: Call, type: EntityType): RestResponse {
  const { add, update } = readActs(call);
  const saved = [
    ...add.map((item) => ({ item, row: saveCard(call, type, null, item) })),
    ...update.map((item) => ({ item, row: saveCard(call, type, Number(item["id"]), item) })),
  ];
  return answerItems(`/api/v2/${type}`, saved);
}

export function saveCard(call: Call, type: EntityType, id: number | null, item: Item): CardRows[EntityType] {
  const { model } = call;
  const values = readOldValues(call, type, item);
  if (id !== null && model.tables[type].get(id) === undefined) return fail(400, `There is no entity ${id}`);
  const row =
    id === null ? model.run("createCard", { type, values }) : model.run("updateCard", { type, id, values });
  const link = (target: EntityType, ids: unknown) => {
    for (const end of toList(ids)) {
      model.run("linkCards", { from: { type, id: row.id }, to: { type: target, id: Number(end) } });
    }
  };
  if (type !== "contacts") link("contacts", item["contacts_id"] ?? item["contacts"]);
  if (type !== "leads") link("leads", item["leads_id"] ?? item["linked_leads_id"]);
  if (type !== "companies") link("companies", item["company_id"] ?? item["linked_company_id"]);
  return row;
}

function readOldValues(call: Call, type: EntityType, item: Item): CardChanges {
  const text = (name: string) => (typeof item[name] === "string" ? { [name]: item[name] } : {});
  const number = (name: string, from = name) =>
    item[from] === undefined || item[from] === null || Number.isNaN(Number(item[from]))
      ? {}
      : { [name]: Number(item[from]) };
  const tags = item["tags"];
  return {
    ...text("name"),
    ...text("first_name"),
    ...text("last_name"),
    ...number("responsible_user_id"),
    ...number("created_by"),
    ...number("created_at", item["created_at"] === undefined ? "date_create" : "created_at"),
    ...(type === "leads"
      ? {
          ...number("status_id"),
          ...number("pipeline_id"),
          ...number("loss_reason_id"),
          ...number("price", item["sale"] === undefined ? "price" : "sale"),
        }
      : {}),
    ...(type === "customers"
      ? { ...number("next_price"), ...number("next_date"), ...number("periodicity") }
      : {}),
    ...(item["custom_fields"] === undefined
      ? {}
      : { custom_fields_values: readOldFields(call.model, type, item["custom_fields"]) }),
    ...(tags === undefined
      ? {}
      : {
          tag_ids: toList(typeof tags === "string" ? tags.split(",") : tags)
            .map((name) => String(isItem(name) ? name["name"] : name).trim())
            .filter((name) => name !== "")
            .map((name) => call.model.run("createTag", { type, name }).id),
        }),
  };
}
