import type { BrandName, Locale, TableName } from "../entities";
import type { Snapshot } from "../model";
import { createRandom } from "./random";
import { seedTexts } from "./texts";
import { makeCards } from "./make-cards";
import { makeSettings } from "./make-settings";
import { makeWork } from "./make-work";

/** Wednesday, 18 November 2026, 15:00 UTC: a working hour from New York to Moscow. */
export const defaultNow = 1_795_014_000;

export interface AccountOptions {
  readonly locale?: Locale;
  readonly brand?: BrandName;
  /** How many leads; contacts, companies, tasks and notes follow in proportion. */
  readonly leads?: number;
  /** Unix seconds; everything in the account is dated from it. */
  readonly now?: number;
  readonly seed?: number;
}

/**
 * Makes an account of a small company that furnishes rooms: users, two pipelines, fields of every kind, leads with
 * contacts, companies, tasks, notes and chats. The same options give the same account, ids included. No phone number
 * in it can ring and no mail address can be written to.
 *
 * @example
 * const model = createModel(createAccount({ locale: "es", leads: 10_000 }));
 */
export function createAccount(options: AccountOptions = {}): Snapshot {
  const locale = options.locale ?? (options.brand === "amocrm" ? "ru" : "en");
  const context = {
    texts: seedTexts[locale],
    locale,
    brand: options.brand ?? "kommo",
    random: createRandom(options.seed ?? 1),
    now: options.now ?? defaultNow,
  } as const;
  const settings = makeSettings(context);
  const cards = makeCards(context, settings.tables, options.leads ?? 48);
  const work = makeWork(context, settings.tables, cards);
  const tables = {
    ...settings.tables,
    ...cards,
    ...work,
    webhooks: [],
    widgets: [],
    stage_actions: [],
    salesbots: [],
    sent_hooks: [],
  };
  return { version: 1, now: context.now, account: settings.account, tables, counters: countIds(tables) };
}

const firstIds: Partial<Record<TableName, number>> = {
  webhooks: 901,
  stage_actions: 5001,
  salesbots: 6001,
  sent_hooks: 1,
};

/** The next free id of each table whose ids are numbers; chats and events are counted by their rows. */
function countIds(tables: Snapshot["tables"]): Snapshot["counters"] {
  const counters: Partial<Record<TableName, number>> = { ...firstIds };
  for (const [name, rows] of Object.entries(tables) as [TableName, readonly { readonly id?: unknown }[]][]) {
    if (rows.length === 0) continue;
    let last = 0;
    for (const { id } of rows) if (typeof id === "number" && id > last) last = id;
    counters[name] = (last === 0 ? rows.length : last) + 1;
  }
  return counters;
}
