import type { Json, Note } from "../../../model/entities";
import { readIds, readText, type Call } from "../../call";
import { empty, fail, hal, type RestResponse } from "../../message";
import type { Route } from "../../route";
import { isItem } from "../../v4/validate";
import { elementNumbers, findElementType } from "../old-fields";
import { answerItems, cutRows, readActs, selfLink } from "./acts";

/** `/api/v2/notes` (amoCRM: API v2, notes). */
export const noteV2Routes: readonly Route[] = [
  ["GET", "/api/v2/notes", listNotes],
  ["POST", "/api/v2/notes", saveNotes],
];

/** Numbers of the notes' types in the API v2; v4 writes words. */
export const noteTypes: Readonly<Record<number, Note["note_type"]>> = {
  4: "common",
  10: "call_in",
  11: "call_out",
  25: "service_message",
  102: "sms_in",
  103: "sms_out",
};

function listNotes(call: Call): RestResponse {
  const word = readText(call.query, "type") ?? "lead";
  const type = ({ lead: "leads", contact: "contacts", company: "companies", customer: "customers" } as const)[
    word as "lead"
  ];
  if (type === undefined) return fail(400, "type must be lead, contact, company or customer");
  const ids = readIds(call.query, "id");
  const elements = readIds(call.query, "element_id");
  const rows = cutRows(
    call,
    call.model.tables.notes.filter(
      (note) =>
        note.entity_type === type &&
        (ids === undefined || ids.has(note.id)) &&
        (elements === undefined || elements.has(note.entity_id)),
    ),
  );
  if (rows.length === 0) return empty();
  return hal({
    _links: selfLink("/api/v2/notes"),
    _embedded: { items: rows.map((note) => presentNote(call, note)) },
  });
}

function presentNote(call: Call, note: Note): object {
  return {
    id: note.id,
    created_by: note.created_by,
    account_id: call.model.account.id,
    group_id: note.group_id,
    is_editable: note.note_type === "common",
    element_id: note.entity_id,
    element_type: elementNumbers[note.entity_type],
    text: typeof note.params["text"] === "string" ? note.params["text"] : "",
    note_type: Number(Object.entries(noteTypes).find(([, word]) => word === note.note_type)?.[0] ?? 4),
    params: note.params,
    created_at: note.created_at,
    updated_at: note.updated_at,
    responsible_user_id: note.responsible_user_id,
    _links: selfLink(`/api/v2/notes?id=${note.id}`),
  };
}

function saveNotes(call: Call): RestResponse {
  const { add, update } = readActs(call);
  const made = add.map((item) => {
    const type = findElementType(item["element_type"]) ?? fail(400, "element_type is required");
    const text: { readonly [key: string]: Json } =
      typeof item["text"] === "string" ? { text: item["text"] } : {};
    const row = call.model.run("addNote", {
      type,
      id: Number(item["element_id"]),
      note_type: noteTypes[Number(item["note_type"] ?? 4)] ?? "common",
      params: { ...text, ...(isItem(item["params"]) ? (item["params"] as Note["params"]) : {}) },
    });
    return { item, row };
  });
  const changed = update.map((item) => ({
    item,
    row: call.model.run("updateNote", {
      id: Number(item["id"]),
      ...(typeof item["text"] === "string" ? { params: { text: item["text"] } } : {}),
    }),
  }));
  return answerItems("/api/v2/notes", [...made, ...changed]);
}
