import type { Json, Segment } from "../../model/entities";
import { readId, requireAdmin, type Call } from "../call";
import { empty, fail, hal, type RestResponse } from "../message";
import { answerPage, links } from "../paging";
import type { Route } from "../route";
import { answerMade } from "./answer-made";
import { requireMode } from "./customer-modes";
import {
  checkMembers,
  notSupported,
  readBatch,
  readItem,
  readRequestId,
  refuseErrors,
  type FieldError,
  type Item,
  type Members,
} from "./validate";

/** `/api/v4/customers/segments` (Kommo: Customers, statuses and segments). Conditions cannot be set by the API. */
export const segmentRoutes: readonly Route[] = [
  ["GET", "/api/v4/customers/segments", listSegments],
  ["GET", "/api/v4/customers/segments/{id}", getSegment],
  ["POST", "/api/v4/customers/segments", createSegments],
  ["PATCH", "/api/v4/customers/segments/{id}", updateSegment],
  ["DELETE", "/api/v4/customers/segments/{id}", deleteSegment],
];

const segmentLimit = 100;
const usualColor = "10599d";

const members: Members = {
  id: "ignored?",
  name: "string?",
  color: "string?",
  available_products_price_types: "array|null?",
  request_id: "ignored?",
};

function listSegments(call: Call): RestResponse {
  requireMode(call, "segments");
  return answerPage(call, [...call.model.tables.segments.all()], {
    name: "segments",
    counted: true,
    present: (segment) => presentSegment(call, segment),
  });
}

function getSegment(call: Call): RestResponse {
  requireMode(call, "segments");
  return hal(presentSegment(call, findSegment(call)));
}

function createSegments(call: Call): RestResponse {
  requireAdmin(call);
  requireMode(call, "segments");
  const items = readBatch(call);
  refuseErrors(
    items,
    items.map((item) => checkSegment(item, { ...members, name: "string" })),
  );
  if (call.model.tables.segments.size + items.length > segmentLimit) return fail(400, "Too many segments");
  const rows = items.map((item) => saveSegment(call, item));
  return answerMade(call, "segments", items, rows, presentSegment);
}

function updateSegment(call: Call): RestResponse {
  requireAdmin(call);
  requireMode(call, "segments");
  const before = findSegment(call);
  const item = readItem(call);
  refuseErrors([item], [checkSegment(item, members)]);
  return hal({
    ...presentSegment(call, saveSegment(call, item, before)),
    request_id: readRequestId(item, 0),
  });
}

function deleteSegment(call: Call): RestResponse {
  requireAdmin(call);
  requireMode(call, "segments");
  const { id } = findSegment(call);
  call.model.write((writer) => {
    for (const customer of writer.tables.customers.filter((row) => row.segment_ids.includes(id))) {
      const segments = customer.segment_ids.filter((other) => other !== id);
      writer.put("customers", { ...customer, segment_ids: segments });
    }
    writer.remove("segments", id);
  });
  return empty();
}

function checkSegment(item: Item, expected: Members): FieldError[] {
  const errors = checkMembers(item, expected);
  const { color, name } = item;
  if (typeof color === "string" && !/^#?[\da-f]{6}$/i.test(color)) errors.push(notSupported("color"));
  if (typeof name === "string" && name.trim() === "") errors.push(notSupported("name"));
  return errors;
}

function saveSegment(call: Call, item: Item, before?: Segment): Segment {
  const { name, color, available_products_price_types: types } = item;
  return call.model.write((writer) =>
    writer.put("segments", {
      id: before?.id ?? writer.nextId("segments"),
      name: typeof name === "string" ? name : (before?.name ?? ""),
      color: typeof color === "string" ? color.replace("#", "") : (before?.color ?? usualColor),
      available_products_price_types: Array.isArray(types)
        ? (types as Json[])
        : (before?.available_products_price_types ?? []),
      created_at: before?.created_at ?? writer.now(),
      updated_at: writer.now(),
    }),
  );
}

function findSegment(call: Call): Segment {
  const id = readId(call);
  return call.model.tables.segments.get(id) ?? fail(404, `There is no segment ${id}`);
}

function presentSegment(call: Call, segment: Segment): object {
  const { tables, account } = call.model;
  return {
    ...segment,
    account_id: account.id,
    customers_count: tables.customers.filter((row) => !row.is_deleted && row.segment_ids.includes(segment.id))
      .length,
    custom_fields_values: null,
    _links: links(call, `customers/segments/${segment.id}`),
  };
}
