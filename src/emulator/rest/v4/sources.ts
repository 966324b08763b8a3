import type { Json, Source } from "../../model/entities";
import { readId, readList, readPart, requireAdmin, type Call } from "../call";
import { empty, fail, hal, type RestResponse } from "../message";
import { answerAll, links } from "../paging";
import type { Route } from "../route";
import { answerMade } from "./answer-made";
import {
  checkMembers,
  notFound,
  notSupported,
  readBatch,
  readItem,
  refuseErrors,
  type FieldError,
  type Item,
  type Members,
} from "./validate";

/** `/api/v4/sources` (Kommo: Sources). The emulator's session sees the sources of every integration. */
export const sourceRoutes: readonly Route[] = [
  ["GET", "/api/v4/sources", listSources],
  ["GET", "/api/v4/sources/{id}", getSource],
  ["POST", "/api/v4/sources", (call) => saveSources(call, readBatch(call), { known: false })],
  ["PATCH", "/api/v4/sources", (call) => saveSources(call, readBatch(call), { known: true })],
  ["PATCH", "/api/v4/sources/{id}", updateOne],
  [
    "DELETE",
    "/api/v4/sources",
    (call) =>
      deleteSources(
        call,
        readBatch(call).map((item) => Number(item["id"])),
      ),
  ],
  ["DELETE", "/api/v4/sources/{id}", (call) => deleteSources(call, [readId(call)])],
];

const members: Members = {
  id: "int?",
  name: "string?",
  external_id: "string?",
  pipeline_id: "int|null?",
  default: "bool?",
  origin_code: "string|null?",
  services: "array?",
  request_id: "ignored?",
};

const sourceLimit = 100;
const batchLimit = 50;

function presentSource(call: Call, { widget_code: _widget, ...source }: Source): object {
  return { ...source, _links: links(call, `sources/${source.id}`) };
}

function listSources(call: Call): RestResponse {
  requireAdmin(call);
  const wanted = readList(readPart(call.query, "filter"), "external_id");
  const rows = call.model.tables.sources.filter(
    (source) => wanted === undefined || wanted.includes(source.external_id),
  );
  if (rows.length === 0) return empty();
  return answerAll(call, rows, { name: "sources", present: (source) => presentSource(call, source) });
}

function getSource(call: Call): RestResponse {
  requireAdmin(call);
  const source = call.model.tables.sources.get(readId(call));
  return source === undefined ? empty() : hal(presentSource(call, source));
}

function saveSources(
  call: Call,
  items: readonly Item[],
  { known }: { readonly known: boolean },
): RestResponse {
  requireAdmin(call);
  if (items.length > batchLimit) return fail(400, `A request may hold ${batchLimit} sources at most`);
  refuseErrors(
    items,
    items.map((item) => checkSource(call, item, { known })),
  );
  if (!known && call.model.tables.sources.size + items.length > sourceLimit)
    return fail(400, "Too many sources");
  const rows = items.map((item) => saveSource(call, item));
  return answerMade(call, "sources", items, rows, presentSource);
}

function updateOne(call: Call): RestResponse {
  requireAdmin(call);
  const item = { ...readItem(call), id: readId(call) };
  refuseErrors([item], [checkSource(call, item, { known: true })]);
  return hal(presentSource(call, saveSource(call, item)));
}

function deleteSources(call: Call, ids: readonly number[]): RestResponse {
  requireAdmin(call);
  if (ids.some((id) => call.model.tables.sources.get(id) === undefined))
    return fail(404, "There is no such source");
  call.model.write((writer) => {
    for (const id of ids) writer.remove("sources", id);
  });
  return empty();
}

function checkSource(call: Call, item: Item, { known }: { readonly known: boolean }): FieldError[] {
  const errors = checkMembers(
    item,
    known ? { ...members, id: "int" } : { ...members, name: "string", external_id: "string" },
  );
  if (errors.length > 0) return errors;
  const { sources, pipelines } = call.model.tables;
  if (known && sources.get(Number(item["id"])) === undefined) errors.push(notFound("id"));
  const external = item["external_id"];
  if (typeof external === "string") {
    if (!/^[\x20-\x7e]{1,40}$/.test(external)) errors.push(notSupported("external_id"));
    const taken = sources.filter((row) => row.external_id === external && row.id !== item["id"]);
    if (taken.length > 0) {
      errors.push({ code: "NotUnique", path: "external_id", detail: "This value is already used." });
    }
  }
  const pipeline = item["pipeline_id"];
  if (typeof pipeline === "number" && pipelines.get(pipeline) === undefined)
    errors.push(notSupported("pipeline_id"));
  return errors;
}

function saveSource(call: Call, item: Item): Source {
  return call.model.write((writer) => {
    const before = typeof item["id"] === "number" ? writer.tables.sources.get(item["id"]) : undefined;
    const isDefault = typeof item["default"] === "boolean" ? item["default"] : (before?.default ?? false);
    if (isDefault) {
      for (const other of writer.tables.sources.filter((row) => row.default && row.id !== before?.id)) {
        writer.put("sources", { ...other, default: false });
      }
    }
    const [main] = writer.tables.pipelines.filter((row) => row.is_main);
    return writer.put("sources", {
      id: before?.id ?? writer.nextId("sources"),
      name: typeof item["name"] === "string" ? item["name"] : (before?.name ?? ""),
      external_id: before?.external_id ?? String(item["external_id"]),
      pipeline_id:
        typeof item["pipeline_id"] === "number"
          ? item["pipeline_id"]
          : (before?.pipeline_id ?? main?.id ?? 0),
      default: isDefault,
      origin_code:
        typeof item["origin_code"] === "string" ? item["origin_code"] : (before?.origin_code ?? null),
      widget_code: before?.widget_code ?? null,
      services: Array.isArray(item["services"]) ? (item["services"] as Json[]) : (before?.services ?? []),
    });
  });
}
