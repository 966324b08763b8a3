import { readJson, requireAdmin, type Call } from "../../call";
import { empty, fail, hal, type RestResponse } from "../../message";
import type { Route } from "../../route";
import { findCards } from "../../v4/find-cards";
import { isItem } from "../../v4/validate";
import { elementNumbers, findElementType } from "../old-fields";
import { readActs, selfLink } from "./acts";

/** `/api/v2/events` (Kommo: Call event) and `/api/v2/salesbot/run` (Kommo: Launch Salesbot). */
export const eventV2Routes: readonly Route[] = [
  ["POST", "/api/v2/events", ringPhones],
  ["POST", "/api/v2/salesbot/run", runBots],
];

/** A call that rings at the users (Kommo: Call event): an entry of the notification centre. */
function ringPhones(call: Call): RestResponse {
  const { add } = readActs(call);
  const items = add.map((item, index) => {
    const phone = String(item["phone_number"] ?? "");
    const contact = findCards(call.model, "contacts", { query: phone }, call.user)[0];
    call.model.run("addNotification", {
      kind: "call",
      header: contact?.name ?? phone,
      text: phone,
      entity: contact === undefined ? null : { type: "contacts", id: contact.id },
    });
    return {
      element_id: contact?.id ?? null,
      element_type: contact === undefined ? null : elementNumbers.contacts,
      uid: `${call.model.now()}-${index}`,
      phone_number: phone,
    };
  });
  return hal({ _links: selfLink("/api/v2/events"), _embedded: { items } });
}

/** `[{ bot_id, entity_id, entity_type: 1 contact | 2 lead }]`; accepted at once, the bot runs later. */
function runBots(call: Call): RestResponse {
  requireAdmin(call);
  const body = readJson(call);
  const items = Array.isArray(body) ? (body as unknown[]) : [body];
  for (const item of items) {
    if (!isItem(item)) return fail(400, "Every item must be an object");
    call.model.run("runSalesbot", {
      id: Number(item["bot_id"]),
      entity_type: findElementType(item["entity_type"]) ?? fail(400, "entity_type must be 1 or 2"),
      entity_id: Number(item["entity_id"]),
    });
  }
  return empty(202);
}
