import type { EntityType, LinkTarget } from "../../../model/entities";
import { readIds, readPart, readText, type Call } from "../../call";
import { empty, fail, type RestResponse } from "../../message";
import type { Route } from "../../route";
import { elementNumbers, findElementType, presentOldFields } from "../old-fields";
import { presentTask } from "../v2/tasks";
import { answer, readBody, readRequest, toItems } from "./answer";

/** What hangs on cards, by the first API and by the calls of the CRM's own pages. */
export const listPrivateRoutes: readonly Route[] = [
  ["GET", "/private/api/v2/json/contacts/links", listContactLinks],
  ["GET", "/private/api/v2/json/tasks/list", listTasks],
  ["GET", "/private/api/v2/json/notes/list", listNotes],
  ["POST", "/private/api/v2/json/notes/set", setNotes],
  ["GET", "/private/api/v2/json/catalogs/list", listCatalogs],
  ["GET", "/private/api/v2/json/catalog_elements/list", listElements],
  ["GET", "/private/api/v2/json/links/list", listLinks],
  ["GET", "/ajax/v1/catalogs/list", listCatalogs],
  ["GET", "/ajax/v1/catalog_elements/list", listElements],
  ["POST", "/ajax/v1/catalog_elements/list", listElements],
  ["GET", "/ajax/v1/links/list", listLinks],
  ["POST", "/ajax/v1/links/list", listLinks],
];

function listContactLinks(call: Call): RestResponse {
  const contacts = readIds(call.query, "contacts_link");
  const leads = readIds(call.query, "deals_link");
  const links = call.model.tables.links.filter(
    (link) =>
      link.from_type === "leads" &&
      link.to_type === "contacts" &&
      (contacts === undefined || contacts.has(link.to_id)) &&
      (leads === undefined || leads.has(link.from_id)),
  );
  if (links.length === 0) return empty();
  return answer(call, {
    links: links.map((link) => ({
      contact_id: String(link.to_id),
      lead_id: String(link.from_id),
      last_modified: call.model.now(),
    })),
  });
}

function listTasks(call: Call): RestResponse {
  const elements = readIds(call.query, "element_id");
  const tasks = call.model.tables.tasks.filter(
    (task) => elements === undefined || elements.has(task.entity_id ?? 0),
  );
  if (tasks.length === 0) return empty();
  return answer(call, {
    tasks: tasks.slice(0, 500).map((task) => ({
      ...presentTask(call, task),
      complete_till: task.complete_till,
      status: task.is_completed ? "1" : "0",
      date_create: task.created_at,
      last_modified: task.updated_at,
    })),
  });
}

function listNotes(call: Call): RestResponse {
  const elements = readIds(call.query, "element_id");
  const word = readText(call.query, "type") ?? "contact";
  const notes = call.model.tables.notes.filter(
    (note) =>
      note.entity_type.startsWith(word.slice(0, 4)) &&
      (elements === undefined || elements.has(note.entity_id)),
  );
  if (notes.length === 0) return empty();
  return answer(call, {
    notes: notes.slice(0, 500).map((note) => ({
      id: String(note.id),
      element_id: String(note.entity_id),
      element_type: String(elementNumbers[note.entity_type]),
      note_type: note.note_type === "common" ? "4" : "25",
      text: typeof note.params["text"] === "string" ? note.params["text"] : "",
      date_create: note.created_at,
      last_modified: note.updated_at,
      created_user_id: String(note.created_by),
      responsible_user_id: String(note.responsible_user_id),
      editable: note.note_type === "common" ? "Y" : "N",
    })),
  });
}

function setNotes(call: Call): RestResponse {
  const added = toItems(readRequest(call, "notes")["add"]).map((item, index) => {
    const type = findElementType(item["element_type"]) ?? fail(400, "element_type is required");
    const note = call.model.run("addNote", {
      type,
      id: Number(item["element_id"]),
      params: { text: String(item["text"] ?? "") },
    });
    return { id: note.id, request_id: index };
  });
  return answer(call, { notes: { add: added } });
}

function listCatalogs(call: Call): RestResponse {
  return answer(call, {
    catalogs: Object.fromEntries(
      [...call.model.tables.catalogs.all()].map((row) => [
        row.id,
        { id: row.id, name: row.name, type: row.type, sort: row.sort, created_at: row.created_at },
      ]),
    ),
  });
}

function listElements(call: Call): RestResponse {
  const query = call.request.method === "POST" ? { ...call.query, ...readBody(call) } : call.query;
  const catalogs = readIds(query, "catalog_id");
  const ids = readIds(query, "id");
  const term = (readText(query, "term") ?? readText(query, "query") ?? "").toLowerCase();
  const rows = call.model.tables.catalog_elements.filter(
    (row) =>
      !row.is_deleted &&
      (catalogs === undefined || catalogs.has(row.catalog_id)) &&
      (ids === undefined || ids.has(row.id)) &&
      row.name.toLowerCase().includes(term),
  );
  return answer(call, {
    catalog_elements: rows.slice(0, 500).map((row) => ({
      id: row.id,
      catalog_id: row.catalog_id,
      name: row.name,
      date_create: row.created_at,
      date_modify: row.updated_at,
      deleted: false,
      custom_fields: presentOldFields(call.model, row.custom_fields_values),
    })),
  });
}

/** `links[0][from]=leads&links[0][from_id]=1&links[0][to]=catalog_elements`; `from_id` may be a list. */
function listLinks(call: Call): RestResponse {
  const query = call.request.method === "POST" ? { ...call.query, ...readBody(call) } : call.query;
  const wanted = Object.values(readPart(query, "links")).filter((link) => typeof link === "object");
  const links = wanted.flatMap((link) => {
    const from = readText(link, "from") as EntityType | undefined;
    if (from === undefined || !Object.hasOwn(elementNumbers, from)) return [];
    const to = readText(link, "to");
    return [...(readIds(link, "from_id") ?? [])].flatMap((id) => listLinksOf(call, from, id, to));
  });
  return answer(call, { links });
}

function listLinksOf(call: Call, from: EntityType, id: number, to: string | undefined): object[] {
  return call.model
    .linksOf(from, id)
    .map((row) =>
      row.from_type === from && row.from_id === id
        ? { row, to: row.to_type, toId: row.to_id }
        : { row, to: row.from_type as LinkTarget, toId: row.from_id },
    )
    .filter((end) => to === undefined || end.to === to)
    .map((end) => ({
      from,
      from_id: id,
      to: end.to,
      to_id: end.toId,
      quantity: end.row.quantity ?? 1,
      ...(end.row.catalog_id === null ? {} : { to_catalog_id: end.row.catalog_id }),
    }));
}
