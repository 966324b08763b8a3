import type { EntityType, Link, LinkTarget } from "../../model/entities";
import { OperationError } from "../../model/operations";
import { readId, readIds, readPart, readText, type Call } from "../call";
import { empty, fail, hal, type RestResponse } from "../message";
import { selfLink } from "../paging";
import { covers, rightsFor } from "../rights";
import type { Route } from "../route";
import {
  checkMembers,
  isItem,
  notFound,
  notSupported,
  readBatch,
  refuseErrors,
  type FieldError,
  type Item,
  type Members,
} from "./validate";

const types = "{type:leads|contacts|companies|customers}";

/** `/links`, `/link`, `/unlink` of one card and of many (Kommo: Entity links). */
export const linkRoutes: readonly Route[] = [
  ["GET", `/api/v4/${types}/links`, listMany],
  [
    "GET",
    `/api/v4/${types}/{id}/links`,
    (call) => answerLinks(call, listEnds(call, readId(call)), { many: false }),
  ],
  ["POST", `/api/v4/${types}/link`, (call) => link(call, null)],
  ["POST", `/api/v4/${types}/{id}/link`, (call) => link(call, readId(call))],
  ["POST", `/api/v4/${types}/unlink`, (call) => unlink(call, null)],
  ["POST", `/api/v4/${types}/{id}/unlink`, (call) => unlink(call, readId(call))],
];

const targets = new Set<unknown>(["leads", "contacts", "companies", "customers", "catalog_elements"]);

const members: Members = {
  entity_id: "int",
  to_entity_id: "int",
  to_entity_type: "string",
  metadata: "object|null?",
  request_id: "ignored?",
};

interface End {
  readonly entity: number;
  readonly link: Link;
  readonly type: LinkTarget;
  readonly id: number;
}

function listMany(call: Call): RestResponse {
  const ids = readIds(readPart(call.query, "filter"), "entity_id");
  if (ids === undefined) return fail(400, "filter[entity_id] is required");
  return answerLinks(
    call,
    [...ids].flatMap((id) => listEnds(call, id)),
    { many: true },
  );
}

function listEnds(call: Call, id: number): End[] {
  const type = readType(call);
  const filter = readPart(call.query, "filter");
  const wantedType = readText(filter, "to_entity_type");
  const wantedIds = readIds(filter, "to_entity_id");
  const catalogs = readIds(filter, "to_catalog_id");
  return call.model
    .linksOf(type, id)
    .map((entry): End => {
      const forward = entry.from_type === type && entry.from_id === id;
      return forward
        ? { entity: id, link: entry, type: entry.to_type, id: entry.to_id }
        : { entity: id, link: entry, type: entry.from_type, id: entry.from_id };
    })
    .filter(
      (end) =>
        (wantedType === undefined || end.type === wantedType) &&
        (wantedIds === undefined || wantedIds.has(end.id)) &&
        (catalogs === undefined || (end.link.catalog_id !== null && catalogs.has(end.link.catalog_id))),
    );
}

function answerLinks(call: Call, ends: readonly End[], { many }: { readonly many: boolean }): RestResponse {
  return hal({
    _total_items: ends.length,
    _links: { self: selfLink(call, call.request.url) },
    _embedded: {
      links: ends.map((end) => ({
        ...(many ? { entity_id: end.entity, entity_type: readType(call) } : {}),
        to_entity_id: end.id,
        to_entity_type: end.type,
        metadata: presentMetadata(end),
      })),
    },
  });
}

function presentMetadata({ link: entry, type }: End): object | null {
  if (type === "contacts" && entry.to_type === "contacts" && entry.from_type !== "contacts") {
    return { main_contact: entry.is_main };
  }
  if (type === "catalog_elements") return { quantity: entry.quantity, catalog_id: entry.catalog_id };
  return null;
}

function link(call: Call, id: number | null): RestResponse {
  const { items, type } = readLinkBatch(call, id);
  const ends = items.map((item): End => {
    const metadata = isItem(item["metadata"]) ? item["metadata"] : {};
    const { is_main: isMain, main_contact: main, quantity } = metadata;
    const chief = typeof isMain === "boolean" ? isMain : main;
    const to = readEnd(item);
    try {
      const made = call.model.run("linkCards", {
        from: { type, id: Number(item["entity_id"]) },
        to,
        ...(typeof chief === "boolean" ? { is_main: chief } : {}),
        ...(typeof quantity === "number" ? { quantity } : {}),
      });
      return { entity: Number(item["entity_id"]), link: made, ...to };
    } catch (error) {
      if (error instanceof OperationError) return fail(400, error.message);
      throw error;
    }
  });
  return answerLinks(call, ends, { many: true });
}

function unlink(call: Call, id: number | null): RestResponse {
  const { items, type } = readLinkBatch(call, id);
  for (const item of items) {
    call.model.run("unlinkCards", { from: { type, id: Number(item["entity_id"]) }, to: readEnd(item) });
  }
  return empty();
}

function readLinkBatch(
  call: Call,
  id: number | null,
): { readonly items: readonly Item[]; readonly type: EntityType } {
  const type = readType(call);
  const items = readBatch(call).map((item) => (id === null ? item : { ...item, entity_id: id }));
  refuseErrors(
    items,
    items.map((item) => checkLink(call, type, item)),
  );
  const { edit } = rightsFor(call.user, type);
  for (const item of items) {
    const row = call.model.tables[type].get(Number(item["entity_id"]));
    if (row !== undefined && !covers(edit, call.user, row))
      fail(403, `Editing ${type} ${row.id} is not allowed`);
  }
  return { items, type };
}

function checkLink(call: Call, type: EntityType, item: Item): FieldError[] {
  const errors = checkMembers(item, members);
  if (errors.length > 0) return errors;
  if (!targets.has(item["to_entity_type"])) return [notSupported("to_entity_type")];
  const { type: target, id } = readEnd(item);
  return [
    ...(call.model.tables[type].get(Number(item["entity_id"])) === undefined ? [notFound("entity_id")] : []),
    ...(call.model.tables[target].get(id) === undefined ? [notFound("to_entity_id")] : []),
  ];
}

function readEnd(item: Item): { readonly type: LinkTarget; readonly id: number } {
  return { type: item["to_entity_type"] as LinkTarget, id: Number(item["to_entity_id"]) };
}

function readType(call: Call): EntityType {
  return call.params["type"] as EntityType;
}
