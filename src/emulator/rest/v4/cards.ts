import type { EntityType } from "../../model/entities";
import type { CardRows } from "../../model/operations";
import { readId, readWith, type Call } from "../call";
import { empty, fail, hal, type RestResponse } from "../message";
import { answerPage, links, selfLink } from "../paging";
import { canSee, covers, rightsFor } from "../rights";
import type { Route } from "../route";
import { findCards } from "./find-cards";
import { presentCard } from "./present-card";
import { readBatch, readItem, readRequestId, refuseErrors, type Item } from "./validate";
import { applyPlan, planCard } from "./write-card";

/** `/api/v4/{leads,contacts,companies,customers}` (Kommo: Leads, Contacts, Companies, Customers). */
export const cardRoutes: readonly Route[] = (
  ["leads", "contacts", "companies", "customers"] as const
).flatMap((type): Route[] => [
  ["GET", `/api/v4/${type}`, (call) => listCards(call, type)],
  ["GET", `/api/v4/${type}/{id}`, (call) => getCard(call, type)],
  ["POST", `/api/v4/${type}`, (call) => createCards(call, type)],
  ["PATCH", `/api/v4/${type}`, (call) => updateCards(call, type, readBatch(call))],
  ["PATCH", `/api/v4/${type}/{id}`, (call) => updateOne(call, type)],
  ...(type === "customers" ? [["DELETE", `/api/v4/${type}/{id}`, deleteCustomer] satisfies Route] : []),
]);

function listCards(call: Call, type: EntityType): RestResponse {
  const parts = readWith(call);
  if (!call.user.is_admin && rightsFor(call.user, type).view === "D")
    return fail(403, `Access to ${type} denied`);
  return answerPage(call, findCards(call.model, type, call.query, call.user), {
    name: type,
    present: (row) => presentCard(call, type, row, parts),
  });
}

function getCard(call: Call, type: EntityType): RestResponse {
  const row = call.model.tables[type].get(readId(call));
  if (row === undefined || row.is_deleted) return empty();
  if (!canSee(call.user, type, row)) return fail(403, `Access to ${type} ${row.id} denied`);
  return hal(presentCard(call, type, row, readWith(call)));
}

/** Makes cards out of items; all of them or, where one is wrong, none. */
function createCards(call: Call, type: EntityType): RestResponse {
  const items = readBatch(call);
  const { add } = rightsFor(call.user, type);
  if (!call.user.is_admin && add === "D") return fail(403, `Adding ${type} is not allowed`);
  const plans = items.map((item) => planCard(call, type, item));
  refuseErrors(
    items,
    plans.map((plan) => plan.errors),
  );
  const rows = plans.map((plan) => applyPlan(call, type, null, plan));
  return answerBatch(call, type, items, rows, (row) => ({ id: row.id }));
}

function updateCards(call: Call, type: EntityType, items: readonly Item[]): RestResponse {
  const ids = items.map((item) => (typeof item["id"] === "number" ? item["id"] : 0));
  const rows = ids.map((id) => call.model.tables[type].get(id));
  refuseErrors(
    items,
    rows.map((row) =>
      row === undefined || row.is_deleted
        ? [{ code: "EntityNotFound", path: "id", detail: "Entity not found." }]
        : [],
    ),
  );
  const { edit } = rightsFor(call.user, type);
  const denied = rows.find((row) => row !== undefined && !covers(edit, call.user, row));
  if (denied !== undefined) return fail(403, `Editing ${type} ${denied.id} is not allowed`);
  const plans = items.map((item) => planCard(call, type, item));
  refuseErrors(
    items,
    plans.map((plan) => plan.errors),
  );
  const changed = plans.map((plan, index) => applyPlan(call, type, ids[index] ?? 0, plan));
  return answerBatch(call, type, items, changed, (row) => ({
    id: row.id,
    name: row.name,
    updated_at: row.updated_at,
  }));
}

function updateOne(call: Call, type: EntityType): RestResponse {
  const id = readId(call);
  const row = call.model.tables[type].get(id);
  if (row === undefined || row.is_deleted) return fail(404, `There is no entity ${id}`);
  if (!covers(rightsFor(call.user, type).edit, call.user, row))
    return fail(403, `Editing ${type} ${id} is not allowed`);
  const item = { ...readItem(call), id };
  const plan = planCard(call, type, item);
  refuseErrors([item], [plan.errors]);
  const changed = applyPlan(call, type, id, plan);
  return hal({ id, updated_at: changed.updated_at, _links: links(call, `${type}/${id}`) });
}

function deleteCustomer(call: Call): RestResponse {
  const id = readId(call);
  const row = call.model.tables.customers.get(id);
  if (row === undefined || row.is_deleted) return fail(404, `There is no entity ${id}`);
  if (!covers(rightsFor(call.user, "customers").delete, call.user, row))
    return fail(403, "Deleting is not allowed");
  call.model.run("deleteCards", { type: "customers", ids: [id] });
  return empty();
}

function answerBatch(
  call: Call,
  type: EntityType,
  items: readonly Item[],
  rows: readonly CardRows[EntityType][],
  present: (row: CardRows[EntityType]) => object,
): RestResponse {
  return hal({
    _links: { self: selfLink(call, call.path) },
    _embedded: {
      [type]: rows.map((row, index) => ({
        ...present(row),
        request_id: readRequestId(items[index] ?? {}, index),
        _links: links(call, `${type}/${row.id}`),
      })),
    },
  });
}
