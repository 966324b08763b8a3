import { readJson, requireAdmin, type Call } from "../../call";
import { empty, fail, hal, type RestResponse } from "../../message";
import type { Route } from "../../route";
import { findCards } from "../../v4/find-cards";
import { isItem } from "../../v4/validate";
import { elementNumbers } from "../old-fields";
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

/** Accepted, as the platform says at once; what a bot does is not emulated. */
function runBots(call: Call): RestResponse {
  requireAdmin(call);
  const body = readJson(call);
  const items = Array.isArray(body) ? body : [body];
  const unknown = items.find(
    (item) => !isItem(item) || call.model.tables.salesbots.get(Number(item["bot_id"])) === undefined,
  );
  return unknown === undefined ? empty(202) : fail(400, "There is no such bot");
}
