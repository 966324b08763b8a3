import type { WebhookSubscription } from "../../model/entities";
import { readPart, readText, requireAdmin, type Call } from "../call";
import { empty, fail, hal, type RestResponse } from "../message";
import { answerAll } from "../paging";
import type { Route } from "../route";
import { readItem, refuseErrors, type FieldError } from "./validate";

/** `/api/v4/webhooks` (Kommo: Webhooks). Subscribing an address again replaces what it hears of. */
export const webhookRoutes: readonly Route[] = [
  ["GET", "/api/v4/webhooks", listWebhooks],
  ["POST", "/api/v4/webhooks", subscribe],
  ["DELETE", "/api/v4/webhooks", unsubscribe],
];

const limit = 100;

const events = new Set([
  ...["lead", "contact", "company"].flatMap((entity) =>
    ["add", "update", "delete", "restore", "responsible", "note"].map((act) => `${act}_${entity}`),
  ),
  "status_lead",
  ...["add", "update", "delete", "responsible", "note"].map((act) => `${act}_customer`),
  ...["add", "update", "delete", "responsible"].map((act) => `${act}_task`),
  "add_talk",
  "update_talk",
  "add_message",
  "add_outgoing_message",
  "add_chat_template_review",
]);

function listWebhooks(call: Call): RestResponse {
  requireAdmin(call);
  const destination = readText(readPart(call.query, "filter"), "destination");
  const rows = call.model.tables.webhooks.filter(
    (row) => destination === undefined || row.destination === destination,
  );
  if (rows.length === 0) return empty();
  return answerAll(call, rows, { name: "webhooks", present: (row) => present(call, row) });
}

function subscribe(call: Call): RestResponse {
  requireAdmin(call);
  const item = readItem(call);
  refuseErrors([item], [checkSubscription(item)]);
  const destination = String(item["destination"]);
  const before = call.model.tables.webhooks.filter((row) => row.destination === destination)[0];
  if (before === undefined && call.model.tables.webhooks.size >= limit) return fail(400, "Too many webhooks");
  const row = call.model.write((writer) =>
    writer.put("webhooks", {
      id: before?.id ?? writer.nextId("webhooks"),
      destination,
      settings: item["settings"] as string[],
      sort: typeof item["sort"] === "number" ? item["sort"] : (before?.sort ?? 10),
      disabled: false,
      created_by: before?.created_by ?? call.user.id,
      created_at: before?.created_at ?? writer.now(),
      updated_at: writer.now(),
    }),
  );
  return hal(present(call, row), 201);
}

function unsubscribe(call: Call): RestResponse {
  requireAdmin(call);
  const { destination } = readItem(call);
  const row = call.model.tables.webhooks.filter((entry) => entry.destination === destination)[0];
  if (row === undefined) return fail(404, "There is no such webhook");
  call.model.write((writer) => writer.remove("webhooks", row.id));
  return empty();
}

function checkSubscription(item: { readonly [key: string]: unknown }): FieldError[] {
  const { destination, settings } = item;
  const errors: FieldError[] = [];
  if (typeof destination !== "string" || !isAddress(destination)) {
    errors.push({ code: "InvalidUrl", path: "destination", detail: "This value is not a valid URL." });
  }
  if (!Array.isArray(settings) || settings.length === 0) {
    errors.push({ code: "FieldMissing", path: "settings", detail: "This field is missing." });
    return errors;
  }
  for (const [index, name] of settings.entries()) {
    if (typeof name !== "string" || !events.has(name)) {
      errors.push({
        code: "NotSupportedChoice",
        path: `settings.${index}`,
        detail: "The value you selected is not a valid choice.",
      });
    }
  }
  return errors;
}

function isAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}

function present(call: Call, row: WebhookSubscription): object {
  return { ...row, account_id: call.model.account.id };
}
