import type { EntityType, Salesbot } from "../../model/entities";
import type { Model } from "../../model/model";
import { signToken, tokenLifetime } from "../../../protocol/one-time-token";
import type { Hook, Payload } from "./hook";

export interface BotRun {
  readonly bot: Salesbot;
  readonly type: EntityType;
  readonly id: number;
}

interface Signing {
  readonly origin: string;
  readonly secret: string;
}

/**
 * The hook of a bot's first `widget_request`: token (HS512), data with its placeholders filled in, and the address
 * where the bot waits (Kommo: Salesbot). `hookId` becomes the id in that address.
 */
export async function describeBotHook(
  model: Model,
  run: BotRun,
  hookId: number,
  { origin, secret }: Signing,
): Promise<Hook> {
  const { bot, type, id } = run;
  const request = findRequest(bot.steps);
  const base = { kind: "salesbot", widget: bot.widget_code, method: "POST" } as const;
  if (request === null) {
    return {
      ...base,
      url: "",
      payload: {},
      problem: "The bot's JSON holds no widget_request with an address.",
    };
  }
  const { account, tables } = model;
  const now = model.now();
  const token = await signToken(
    {
      iss: `https://${account.subdomain}.${account.top_level_domain}`,
      aud: new URL(request.url).origin.replace(/:\d+$/, ""),
      iat: now,
      nbf: now,
      exp: now + tokenLifetime,
      account_id: account.id,
      subdomain: account.subdomain,
      client_uuid: tables.widgets.get(bot.widget_code)?.client_uuid ?? "",
      entity_type: type === "customers" ? 12 : 2,
      entity_id: id,
      bot_type: "salesbot",
    },
    secret,
    "HS512",
  );
  return {
    ...base,
    url: request.url,
    payload: {
      token,
      data: fillData(request.data, (name) => readPlaceholder(model, run, name)),
      return_url: `${origin}/api/v4/salesbot/${bot.id}/continue/${hookId}`,
    },
    waits: { bot_id: bot.id, entity_type: type, entity_id: id },
  };
}

interface WidgetRequest {
  readonly url: string;
  readonly data: Payload;
}

/** The first one in the order of the steps; what the designer's callback returned may be anything. */
function findRequest(steps: string): WidgetRequest | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(steps);
  } catch {
    return null;
  }
  const waiting: unknown[] = [parsed];
  for (let seen = 0; waiting.length > 0 && seen < 10_000; seen += 1) {
    const part = waiting.shift();
    if (typeof part !== "object" || part === null) continue;
    const { handler, params } = part as { readonly handler?: unknown; readonly params?: unknown };
    if (handler === "widget_request" && isObject(params) && typeof params["url"] === "string") {
      if (URL.canParse(params["url"])) return { url: params["url"], data: readData(params["data"]) };
    }
    waiting.push(...Object.values(part));
  }
  return null;
}

function readData(data: unknown): Payload {
  if (!isObject(data)) return {};
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      isObject(value) ? readData(value) : String(value ?? ""),
    ]),
  );
}

function fillData(data: Payload, read: (name: string) => string): Payload {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      typeof value === "object" && value !== null
        ? fillData(value, read)
        : String(value ?? "").replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_, name: string) => read(name)),
    ]),
  );
}

/** `{{lead.id}}`, `{{contact.name}}`, `{{lead.cf.<field id>}}`, …; what is not known is empty. */
function readPlaceholder(model: Model, { type, id }: BotRun, name: string): string {
  const [word = "", member = "", field] = name.split(".");
  const card = findCard(model, type, id, word);
  if (card === undefined) return "";
  if (member === "cf") {
    const values = card.custom_fields_values.find((entry) => String(entry.field_id) === field)?.values ?? [];
    return values.map((entry) => String(entry.value)).join(", ");
  }
  const value = (card as unknown as Readonly<Record<string, unknown>>)[member];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

const kinds: Readonly<Record<string, EntityType>> = {
  lead: "leads",
  contact: "contacts",
  company: "companies",
  customer: "customers",
};

function findCard(model: Model, type: EntityType, id: number, word: string) {
  const kind = Object.hasOwn(kinds, word) ? kinds[word] : undefined;
  if (kind === undefined) return undefined;
  if (kind === type) return model.tables[kind].get(id);
  const link = model
    .linksOf(type, id)
    .find(
      (entry) =>
        (entry.to_type === kind && (kind !== "contacts" || entry.is_main)) || entry.from_type === kind,
    );
  if (link === undefined) return undefined;
  return model.tables[kind].get(link.to_type === kind ? link.to_id : link.from_id);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
