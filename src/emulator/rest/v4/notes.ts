import type { EntityType, Json, Note, NoteType } from "../../model/entities";
import { readId, readIds, readList, readPart, type Call } from "../call";
import { empty, fail, hal, type RestResponse } from "../message";
import { answerPage, links, selfLink } from "../paging";
import type { Route } from "../route";
import { readSpan, sortRows } from "./find-cards";
import {
  checkMembers,
  isItem,
  notFound,
  notSupported,
  readBatch,
  readItem,
  readRequestId,
  refuseErrors,
  type FieldError,
  type Item,
  type Members,
} from "./validate";

const types = "{type:leads|contacts|companies|customers}";

/** `/api/v4/{type}/notes` and `/api/v4/{type}/{id}/notes` (Kommo: Events and notes). */
export const noteRoutes: readonly Route[] = [
  ["GET", `/api/v4/${types}/notes`, (call) => listNotes(call, null)],
  ["GET", `/api/v4/${types}/{entity}/notes`, (call) => listNotes(call, readId(call, "entity"))],
  ["GET", `/api/v4/${types}/notes/{id}`, getNote],
  ["GET", `/api/v4/${types}/{entity}/notes/{id}`, getNote],
  ["POST", `/api/v4/${types}/notes`, (call) => addNotes(call, null)],
  ["POST", `/api/v4/${types}/{entity}/notes`, (call) => addNotes(call, readId(call, "entity"))],
  ["PATCH", `/api/v4/${types}/notes`, (call) => updateNotes(call, readBatch(call))],
  ["PATCH", `/api/v4/${types}/{entity}/notes`, (call) => updateNotes(call, readBatch(call))],
  ["PATCH", `/api/v4/${types}/{entity}/notes/{id}`, updateOne],
  ["PATCH", `/api/v4/${types}/notes/{id}`, updateOne],
  ["POST", `/api/v4/${types}/{entity}/notes/{id}/pin`, (call) => pinNote(call, { pinned: true })],
  ["POST", `/api/v4/${types}/{entity}/notes/{id}/unpin`, (call) => pinNote(call, { pinned: false })],
];

/** What `params` must hold, by the note's type. */
const params: Readonly<Record<NoteType, readonly string[]>> = {
  common: ["text"],
  call_in: ["duration", "source", "phone"],
  call_out: ["duration", "source", "phone"],
  service_message: ["service", "text"],
  extended_service_message: ["service", "text"],
  message_cashier: ["status", "text"],
  geolocation: ["text", "address", "longitude", "latitude"],
  sms_in: ["text", "phone"],
  sms_out: ["text", "phone"],
  attachment: ["file_uuid", "file_name"],
};

const members: Members = {
  id: "int?",
  entity_id: "int?",
  note_type: "string?",
  params: "object?",
  created_by: "int?",
  responsible_user_id: "int?",
  created_at: "int?",
  updated_at: "int?",
  is_need_to_trigger_digital_pipeline: "bool?",
  request_id: "ignored?",
};

function presentNote(call: Call, note: Note): object {
  const { id, entity_id, created_by, updated_by, created_at, updated_at, responsible_user_id, group_id } =
    note;
  return {
    id,
    entity_id,
    created_by,
    updated_by,
    created_at,
    updated_at,
    responsible_user_id,
    group_id,
    note_type: note.note_type,
    params: note.params,
    is_pinned: note.is_pinned,
    account_id: call.model.account.id,
    _links: links(call, `${note.entity_type}/${entity_id}/notes/${id}`),
  };
}

function listNotes(call: Call, entity: number | null): RestResponse {
  const filter = readPart(call.query, "filter");
  const ids = readIds(filter, "id");
  const kinds = readList(filter, "note_type");
  const entities = readIds(filter, "entity_id");
  const updated = readSpan(filter, "updated_at");
  const type = readType(call);
  const rows =
    entity === null
      ? call.model.tables.notes.filter((note) => note.entity_type === type)
      : call.model.notesOf(type, entity);
  const found = rows.filter(
    (note) =>
      (ids === undefined || ids.has(note.id)) &&
      (kinds === undefined || kinds.includes(note.note_type)) &&
      (entities === undefined || entities.has(note.entity_id)) &&
      (updated === null || updated(note.updated_at)),
  );
  return answerPage(call, sortRows(found, readPart(call.query, "order"), ["updated_at", "id"]), {
    name: "notes",
    present: (note) => presentNote(call, note),
  });
}

function getNote(call: Call): RestResponse {
  const note = findNote(call);
  return note === undefined ? empty() : hal(presentNote(call, note));
}

function addNotes(call: Call, entity: number | null): RestResponse {
  const type = readType(call);
  const items = readBatch(call).map((item) => (entity === null ? item : { ...item, entity_id: entity }));
  refuseErrors(
    items,
    items.map((item) => checkNote(call, type, item)),
  );
  const notes = items.map((item) =>
    call.model.run("addNote", {
      type,
      id: Number(item["entity_id"]),
      note_type: item["note_type"] as NoteType,
      params: item["params"] as { readonly [key: string]: Json },
      ...(typeof item["created_by"] === "number" ? { created_by: item["created_by"] } : {}),
    }),
  );
  return answer(call, type, items, notes);
}

function checkNote(call: Call, type: EntityType, item: Item): FieldError[] {
  const errors = checkMembers(item, { ...members, entity_id: "int", note_type: "string", params: "object" });
  if (errors.length > 0) return errors;
  const kind = item["note_type"] as string;
  if (!Object.hasOwn(params, kind)) return [notSupported("note_type")];
  if (call.model.tables[type].get(Number(item["entity_id"])) === undefined) return [notFound("entity_id")];
  const given = item["params"] as Item;
  return params[kind as NoteType]
    .filter((name) => given[name] === undefined)
    .map((name) => ({ code: "FieldMissing", path: `params.${name}`, detail: "This field is missing." }));
}

function updateNotes(call: Call, items: readonly Item[]): RestResponse {
  refuseErrors(
    items,
    items.map((item) => [
      ...checkMembers(item, { ...members, id: "int" }),
      ...(call.model.tables.notes.get(Number(item["id"])) === undefined ? [notFound("id")] : []),
    ]),
  );
  const notes = items.map((item) => updateNote(call, Number(item["id"]), item));
  return answer(call, readType(call), items, notes);
}

function updateOne(call: Call): RestResponse {
  const note = findNote(call) ?? fail(404, `There is no note ${call.params["id"]}`);
  const item = readItem(call);
  refuseErrors([item], [checkMembers(item, members)]);
  const changed = updateNote(call, note.id, item);
  return hal({
    id: changed.id,
    entity_id: changed.entity_id,
    updated_at: changed.updated_at,
    _links: links(call, `${changed.entity_type}/${changed.entity_id}/notes/${changed.id}`),
  });
}

function pinNote(call: Call, { pinned }: { readonly pinned: boolean }): RestResponse {
  const note = findNote(call) ?? fail(404, `There is no note ${call.params["id"]}`);
  call.model.run("updateNote", { id: note.id, is_pinned: pinned });
  return empty();
}

function updateNote(call: Call, id: number, item: Item): Note {
  return call.model.run("updateNote", {
    id,
    ...(isItem(item["params"]) ? { params: item["params"] as { readonly [key: string]: Json } } : {}),
  });
}

function answer(call: Call, type: EntityType, items: readonly Item[], notes: readonly Note[]): RestResponse {
  return hal({
    _links: { self: selfLink(call, call.path) },
    _embedded: {
      notes: notes.map((note, index) => ({
        id: note.id,
        entity_id: note.entity_id,
        updated_at: note.updated_at,
        request_id: readRequestId(items[index] ?? {}, index),
        _links: links(call, `${type}/${note.entity_id}/notes/${note.id}`),
      })),
    },
  });
}

function findNote(call: Call): Note | undefined {
  const note = call.model.tables.notes.get(readId(call));
  return note?.entity_type === readType(call) ? note : undefined;
}

function readType(call: Call): EntityType {
  return call.params["type"] as EntityType;
}
