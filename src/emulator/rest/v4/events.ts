import type { AccountEvent } from "../../model/entities";
import { readIds, readList, readPart, type Call } from "../call";
import { empty, fail, hal, type RestResponse } from "../message";
import { answerPage, links } from "../paging";
import type { Route } from "../route";
import { readSpan } from "./find-cards";

/** `/api/v4/events` (Kommo: Events and notes). */
export const eventRoutes: readonly Route[] = [
  ["GET", "/api/v4/events", listEvents],
  ["GET", "/api/v4/events/types", listTypes],
  ["GET", "/api/v4/events/{id}", getEvent],
];

/** Events name their entities in the singular. */
const words: Readonly<Record<AccountEvent["entity_type"], string>> = {
  leads: "lead",
  contacts: "contact",
  companies: "company",
  customers: "customer",
  tasks: "task",
  catalog_elements: "catalog_element",
  talks: "talk",
};

const typeNames = [
  "lead_added",
  "lead_deleted",
  "lead_status_changed",
  "contact_added",
  "contact_deleted",
  "company_added",
  "company_deleted",
  "customer_added",
  "customer_deleted",
  "customer_status_changed",
  "task_added",
  "task_deleted",
  "task_completed",
  "task_text_changed",
  "task_deadline_changed",
  "name_field_changed",
  "sale_field_changed",
  "entity_responsible_changed",
  "entity_tag_added",
  "entity_tag_deleted",
  "common_note_added",
  "incoming_call",
  "outgoing_call",
  "incoming_sms",
  "outgoing_sms",
  "incoming_chat_message",
  "outgoing_chat_message",
] as const;

function presentEvent(call: Call, event: AccountEvent): object {
  return {
    id: event.id,
    type: event.type,
    entity_id: event.entity_id,
    entity_type: words[event.entity_type],
    created_by: event.created_by,
    created_at: event.created_at,
    value_after: event.value_after,
    value_before: event.value_before,
    account_id: call.model.account.id,
    _links: links(call, `events/${event.id}`),
    _embedded: {
      entity: { id: event.entity_id, _links: links(call, `${event.entity_type}/${event.entity_id}`) },
    },
  };
}

function listEvents(call: Call): RestResponse {
  const filter = readPart(call.query, "filter");
  const ids = readList(filter, "id");
  const entities = readList(filter, "entity");
  const entityIds = readIds(filter, "entity_id");
  if ((entityIds?.size ?? 0) > 10) return fail(400, "filter[entity_id] takes 10 ids at most");
  const types = readList(filter, "type");
  const users = readIds(filter, "created_by");
  const created = readSpan(filter, "created_at");
  const events = call.model.tables.events
    .filter(
      (event) =>
        (ids === undefined || ids.includes(event.id)) &&
        (entities === undefined || entities.includes(words[event.entity_type])) &&
        (entityIds === undefined || entityIds.has(event.entity_id)) &&
        (types === undefined || types.includes(event.type)) &&
        (users === undefined || users.has(event.created_by)) &&
        (created === null || created(event.created_at)),
    )
    .toReversed();
  return answerPage(call, events, { name: "events", present: (event) => presentEvent(call, event) });
}

function getEvent(call: Call): RestResponse {
  const event = call.model.tables.events.get(call.params["id"] ?? "");
  return event === undefined ? empty() : hal(presentEvent(call, event));
}

function listTypes(call: Call): RestResponse {
  return hal({
    _total_items: typeNames.length,
    _links: links(call, "events/types"),
    _embedded: {
      events_types: typeNames.map((key) => ({ key, type: 1, lang: key.replaceAll("_", " ") })),
    },
  });
}
