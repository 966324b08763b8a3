import type { EntityType, SentHook } from "../../model/entities";
import { readId, requireAdmin, type Call } from "../call";
import { empty, fail, type RestResponse } from "../message";
import type { Route } from "../route";
import { isItem, readItem, type Item } from "./validate";

/** `/api/v4/bots` and the way back from a bot's `widget_request` (Kommo: Launch Salesbot, Salesbot). */
export const botRoutes: readonly Route[] = [
  ["POST", "/api/v4/bots/run", (call) => runBot(call, null)],
  ["POST", "/api/v4/bots/{id}/run", (call) => runBot(call, readId(call))],
  ["POST", "/api/v4/bots/{id}/stop", stopBot],
  ["POST", "/api/v4/{kind:salesbot|marketingbot}/{bot}/continue/{id}", continueBot],
];

/** Kommo: what a widget may let a bot do when it goes on. */
const handlerLimit = 10;
const textLimit = 80;
const buttonLimit = 25;

function runBot(call: Call, id: number | null): RestResponse {
  requireAdmin(call);
  const { bot_id: bot, entity_id: entity, entity_type: type } = readItem(call);
  if (type !== "leads" && type !== "contacts") return fail(400, "entity_type must be leads or contacts");
  if (typeof entity !== "number") return fail(400, "entity_id must be a number");
  call.model.run("runSalesbot", { id: id ?? Number(bot), entity_type: type, entity_id: entity });
  return empty(202);
}

/** The bots of that card wait no longer. */
function stopBot(call: Call): RestResponse {
  requireAdmin(call);
  const { entity_id: entity, entity_type: type } = readItem(call);
  const bot = readId(call);
  if (call.model.tables.salesbots.get(bot) === undefined) return fail(404, `There is no bot ${bot}`);
  call.model.write((writer) => {
    for (const hook of writer.tables.sent_hooks.filter(({ waits }) => waits?.bot_id === bot)) {
      const isMeant = hook.waits?.entity_id === entity && hook.waits?.entity_type === type;
      if (isMeant) writer.put("sent_hooks", { ...hook, waits: null });
    }
  });
  return empty(202);
}

/** Each waiting request is continued once; texts that are shown go to the card's conversation. */
function continueBot(call: Call): RestResponse {
  requireAdmin(call);
  const hook = call.model.tables.sent_hooks.get(readId(call));
  const { waits } = hook ?? { waits: null };
  if (hook === undefined || waits === null || waits.bot_id !== readId(call, "bot")) {
    return fail(404, "No bot waits under this id");
  }
  const body = readItem(call);
  if (body["data"] !== undefined && !isItem(body["data"])) return fail(400, "data must be an object");
  const handlers = readHandlers(body["execute_handlers"]);
  call.model.write((writer) => writer.put("sent_hooks", { ...hook, waits: null } satisfies SentHook));
  for (const text of handlers) showText(call, waits.entity_type, waits.entity_id, text);
  return empty(202);
}

/** Gives the texts that are to be shown. */
function readHandlers(sent: unknown): string[] {
  if (sent === undefined) return [];
  if (!Array.isArray(sent) || sent.length > handlerLimit)
    return fail(400, `${handlerLimit} handlers at most`);
  return sent.flatMap((entry: unknown) => {
    const { handler, params } = isItem(entry) ? entry : {};
    if (!isItem(params)) return fail(400, "Every handler needs params");
    if (handler === "goto") return [];
    if (handler !== "show") return fail(400, "Unsupported handler code");
    return [readShow(params)];
  });
}

function readShow({ value, buttons }: Item): string {
  if (typeof value !== "string") return fail(400, "show.value must be a text");
  if (value.length > textLimit) return fail(400, `TooLong: show.value holds ${textLimit} characters at most`);
  if (Array.isArray(buttons) && buttons.length > buttonLimit)
    return fail(400, `${buttonLimit} buttons at most`);
  return value;
}

function showText(call: Call, type: EntityType, id: number, text: string): void {
  const [talk] = call.model.tables.talks.filter((row) =>
    type === "contacts" ? row.contact_id === id : row.entity_type === type && row.entity_id === id,
  );
  if (talk !== undefined) call.model.run("sendMessage", { talk_id: talk.id, text });
}
