import type { FormValue } from "../../../../protocol/bracket-form";
import type { Contact, EntityType, Lead, LinkTarget } from "../../../model/entities";
import type { CardRows } from "../../../model/operations";
import { readPart, readText, type Call } from "../../call";
import { empty, json, type RestResponse } from "../../message";
import type { Route } from "../../route";
import { findCards } from "../../v4/find-cards";
import type { Item } from "../../v4/validate";
import { elementNumbers, presentOldFields } from "../old-fields";
import { saveCard } from "../v2/cards";
import { answer, readBody, readRequest, toItems } from "./answer";

const folders = [
  ["leads", "leads"],
  ["contacts", "contacts"],
  ["companies", "company"],
] as const;

/** Cards by the first API, `/private/api/v2/json/…`, and by the calls of the CRM's own lists and forms. */
export const cardPrivateRoutes: readonly Route[] = [
  ...folders.flatMap(([type, folder]): Route[] => [
    ["GET", `/private/api/v2/json/${folder}/list`, (call) => listCards(call, type)],
    ["POST", `/private/api/v2/json/${folder}/set`, (call) => setCards(call, type)],
    ["GET", `/ajax/${type}/list`, (call) => listCards(call, type)],
    ["POST", `/ajax/${type}/list`, (call) => listCards(call, type)],
    ["POST", `/ajax/${type}/detail`, (call) => saveForm(call, type)],
  ]),
  ["POST", "/ajax/leads/list/pipeline", (call) => listCards(call, "leads")],
  ["POST", "/ajax/leads/list/pipeline/{pipeline}", (call) => listCards(call, "leads")],
];

const names = {
  leads: "leads",
  contacts: "contacts",
  companies: "contacts",
  customers: "customers",
} as const;

function listCards(call: Call, type: EntityType): RestResponse {
  const query = call.request.method === "POST" ? { ...call.query, ...readBody(call) } : call.query;
  const { id, responsible_user_id: user } = query;
  const pipeline = call.params["pipeline"];
  const rows = findCards(
    call.model,
    type,
    {
      ...(query["query"] === undefined ? {} : { query: query["query"] }),
      filter: {
        ...readPart(query, "filter"),
        ...(id === undefined ? {} : { id }),
        ...(user === undefined ? {} : { responsible_user_id: user }),
        ...(pipeline === undefined ? {} : { pipeline_id: pipeline }),
      },
    },
    call.user,
  );
  const limit = Math.min(Number(readText(query, "limit_rows") ?? 500) || 500, 500);
  const offset = Number(readText(query, "limit_offset") ?? 0) || 0;
  const shown = rows.slice(offset, offset + limit).map((row) => presentRow(call, type, row));
  if (shown.length === 0) return empty();
  return answer(call, { [names[type]]: shown, items: shown });
}

function presentRow(call: Call, type: EntityType, row: CardRows[EntityType]): object {
  const { model } = call;
  const ends = model.linksOf(type, row.id).map((link) => {
    const forward = link.from_type === type && link.from_id === row.id;
    return forward
      ? { type: link.to_type, id: link.to_id, isMain: link.is_main }
      : { type: link.from_type as LinkTarget, id: link.from_id, isMain: link.is_main };
  });
  const company = ends.find((end) => end.type === "companies");
  const lead = row as Lead;
  return {
    id: row.id,
    name: row.name,
    ...(type === "contacts"
      ? { first_name: (row as Contact).first_name, last_name: (row as Contact).last_name }
      : {}),
    type: type === "companies" ? "company" : type.replace(/s$/, ""),
    responsible_user_id: row.responsible_user_id,
    created_user_id: row.created_by,
    date_create: row.created_at,
    last_modified: row.updated_at,
    account_id: String(model.account.id),
    group_id: row.group_id,
    deleted: row.is_deleted ? 1 : 0,
    tags: row.tag_ids.map((id) => ({
      id,
      name: model.tables.tags.get(id)?.name ?? "",
      element_type: elementNumbers[type],
    })),
    custom_fields: presentOldFields(model, row.custom_fields_values),
    ...(type === "leads"
      ? {
          price: String(lead.price),
          status_id: String(lead.status_id),
          pipeline_id: lead.pipeline_id,
          date_close: lead.closed_at ?? 0,
          main_contact_id: ends.find((end) => end.type === "contacts" && end.isMain)?.id ?? false,
        }
      : { linked_leads_id: ends.filter((end) => end.type === "leads").map((end) => String(end.id)) }),
    ...(type === "companies"
      ? {}
      : {
          linked_company_id: company === undefined ? "" : String(company.id),
          company_name: model.tables.companies.get(company?.id ?? 0)?.name ?? "",
        }),
  };
}

/** `{ request: { leads: { add: [...], update: [...] } } }`. */
function setCards(call: Call, type: EntityType): RestResponse {
  const acts = readRequest(call, names[type]);
  const added = toItems(acts["add"]).map((item, index) => ({
    id: saveCard(call, type, null, item).id,
    request_id: typeof item["request_id"] === "number" ? item["request_id"] : index,
  }));
  const updated = toItems(acts["update"]).map((item) => {
    const row = saveCard(call, type, Number(item["id"]), item);
    return { id: row.id, last_modified: row.updated_at };
  });
  return answer(call, {
    [names[type]]: {
      ...(added.length > 0 ? { add: added } : {}),
      ...(updated.length > 0 ? { update: updated } : {}),
    },
  });
}

/** A card's own form, as the page sends it: `ID`, `contact[NAME]`, `lead[PRICE]`, `CFV[<field>]`. */
function saveForm(call: Call, type: EntityType): RestResponse {
  const form = readBody(call);
  const id = Number(readText(form, "ID") ?? readText(form, "id") ?? 0);
  const main = readPart(form, type === "leads" ? "lead" : type === "contacts" ? "contact" : "company");
  const fields = Object.entries(readPart(form, "CFV")).map(([field, value]) => ({
    id: field,
    values: typeof value === "string" ? [{ value }] : Object.values(value).map(readFormValue),
  }));
  const item: Item = {
    name: readText(main, "NAME") ?? readText(form, "NAME"),
    price: readText(main, "PRICE"),
    status_id: readText(main, "STATUS"),
    pipeline_id: readText(main, "PIPELINE_ID"),
    responsible_user_id: readText(main, "MAIN_USER") ?? readText(form, "MAIN_USER_ID"),
    custom_fields: fields,
  };
  const row = saveCard(call, type, id === 0 ? null : id, item);
  return json({ status: "success", response: { id: row.id } });
}

function readFormValue(value: FormValue): object {
  if (typeof value === "string") return { value };
  return { value: value["VALUE"] ?? value["value"] ?? "", enum: value["DESCRIPTION"] ?? value["enum"] };
}
