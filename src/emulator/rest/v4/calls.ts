import type { EntityType } from "../../model/entities";
import { readBatch, checkMembers, readRequestId, refuseErrors, type Item, type Members } from "./validate";
import type { Call } from "../call";
import { hal, type RestResponse } from "../message";
import type { Route } from "../route";

/** `/api/v4/calls`: a call becomes a note of whoever has the number (Kommo: Add calls). */
export const callRoutes: readonly Route[] = [["POST", "/api/v4/calls", addCalls]];

const members: Members = {
  direction: "string",
  phone: "string",
  duration: "int",
  source: "string",
  uniq: "string?",
  link: "string|null?",
  call_result: "string|null?",
  call_status: "int?",
  call_responsible: "ignored?",
  responsible_user_id: "int?",
  created_by: "int?",
  updated_by: "int?",
  created_at: "int?",
  updated_at: "int?",
  request_id: "ignored?",
};

function addCalls(call: Call): RestResponse {
  const items = readBatch(call);
  refuseErrors(
    items,
    items.map((item) => checkMembers(item, members)),
  );
  const added = items.map((item, index) => ({ item, index, card: findCard(call, String(item["phone"])) }));
  const calls = added.flatMap(({ item, index, card }) =>
    card === null ? [] : [addCall(call, item, index, card)],
  );
  return hal({
    _total_items: calls.length,
    errors: added
      .filter(({ card }) => card === null)
      .map(({ item, index }) => ({
        title: "Entity not found",
        detail: `There is no contact with the phone ${String(item["phone"])}`,
        status: 263,
        request_id: readRequestId(item, index),
      })),
    _embedded: { calls },
  });
}

interface Card {
  readonly type: EntityType;
  readonly id: number;
}

function addCall(call: Call, item: Item, index: number, card: Card): object {
  const note = call.model.run("addNote", {
    type: card.type,
    id: card.id,
    note_type: item["direction"] === "inbound" ? "call_in" : "call_out",
    params: {
      uniq: String(item["uniq"] ?? ""),
      duration: Number(item["duration"]),
      source: String(item["source"]),
      link: String(item["link"] ?? ""),
      phone: String(item["phone"]),
      call_result: String(item["call_result"] ?? ""),
      call_status: Number(item["call_status"] ?? 4),
    },
  });
  return {
    id: note.id,
    entity_id: card.id,
    entity_type: card.type.replace(/ies$/, "y").replace(/s$/, ""),
    account_id: call.model.account.id,
    request_id: readRequestId(item, index),
    _embedded: { entity: { id: card.id } },
  };
}

/** By the last ten digits: onto the lead where there is just one that is open, else onto the contact or company. */
function findCard({ model }: Call, phone: string): Card | null {
  const digits = phone.replace(/\D/g, "").slice(-10);
  if (digits.length < 5) return null;
  for (const type of ["contacts", "companies"] as const) {
    for (const row of model.tables[type].all()) {
      const isMeant = row.custom_fields_values.some(({ values }) =>
        values.some(({ value }) => typeof value === "string" && value.replace(/\D/g, "").endsWith(digits)),
      );
      if (!isMeant || row.is_deleted) continue;
      const leads = model
        .linksOf(type, row.id)
        .filter((link) => link.from_type === "leads")
        .map((link) => model.tables.leads.get(link.from_id))
        .filter((lead) => lead !== undefined && !lead.is_deleted && lead.closed_at === null);
      const [lead] = leads;
      return leads.length === 1 && lead !== undefined ? { type: "leads", id: lead.id } : { type, id: row.id };
    }
  }
  return null;
}
