import type { Area } from "../area";
import { createLimiter, type Limiter } from "./create-limiter";
import { createSend, type Send, type SendOptions } from "./create-send";
import type { Query } from "./encode-query";
import type {
  Account,
  CardEntity,
  Company,
  CompanyDraft,
  Contact,
  ContactDraft,
  Lead,
  LeadDraft,
  Note,
  NoteDraft,
  Pipeline,
  Task,
  TaskDraft,
  User,
} from "./entities";
import { listPages } from "./list-pages";
import { RestError } from "./rest-error";
import { saveBatches, type BatchOptions, type Outcome, type SavedItem } from "./save-batches";

type Waiting = Pick<SendOptions, "signal">;

/** What can be read of entities of one kind. */
export interface Reader<Entity> {
  /** One entity; undefined where there is none, or none that the user may see. */
  get(id: number, query?: Query, options?: Waiting): Promise<Entity | undefined>;
  /** All that the query finds, page after page as they are asked for. */
  list(query?: Query, options?: Waiting): AsyncGenerator<Entity, void, undefined>;
}

/** What can be read and saved of entities of one kind. */
export interface Collection<Entity, New extends object, Change extends object = New> extends Reader<Entity> {
  /** Creates each item and tells what became of it; see `saveBatches`. */
  create(items: readonly New[], options?: BatchOptions<New>): Promise<Outcome<New>[]>;
  /** Changes each item, which names its `id`. */
  update(
    items: readonly WithId<Change>[],
    options?: BatchOptions<WithId<Change>>,
  ): Promise<Outcome<WithId<Change>>[]>;
  /** Changes one. Unlike `update` it rejects with what went wrong. */
  change(id: number, change: Change, options?: Waiting): Promise<SavedItem>;
}

type WithId<Change> = Change & { readonly id: number };

/** The CRM's REST interface in the user's session. (Kommo: API reference) */
export interface Rest {
  readonly leads: Collection<Lead, LeadDraft>;
  readonly contacts: Collection<Contact, ContactDraft>;
  readonly companies: Collection<Company, CompanyDraft>;
  readonly tasks: Collection<Task, TaskDraft, Partial<TaskDraft>>;
  readonly users: Reader<User>;
  readonly pipelines: Reader<Pipeline>;
  /** The notes of all entities of a kind, or of one. */
  notes(entity: CardEntity, id?: number): Collection<Note, NoteDraft, Partial<NoteDraft>>;
  account(query?: Query, options?: Waiting): Promise<Account>;
  /** Any other address below `/api/v4/`. */
  readonly send: Send;
  /** Any other collection, page after page. */
  pages<T>(path: string, query?: Query, options?: Waiting): AsyncGenerator<T, void, undefined>;
}

/**
 * The REST client of an area. What it asks ends with the area, all clients of a widget together send seven requests a
 * second at most, reading is tried again when the host stumbles, and what went wrong is a `RestError`.
 *
 * @example
 * const rest = getRest(this);
 * for await (const task of rest.tasks.list({ filter: { is_completed: false } })) …
 * const outcomes = await rest.tasks.create(tasks);
 */
export function getRest({ widget, signal }: Pick<Area, "widget" | "signal">): Rest {
  const send = createSend(getLimiter(widget.callbacks), signal);
  const collect = (path: string) => createCollection(send, path) as never;
  return {
    leads: collect("leads"),
    contacts: collect("contacts"),
    companies: collect("companies"),
    tasks: collect("tasks"),
    users: collect("users"),
    pipelines: collect("leads/pipelines"),
    notes: (entity, id) => collect(`${entity}/${id === undefined ? "" : `${id}/`}notes`),
    account: async (query, options) =>
      (await send<Account>("GET", "account", { query, ...options })) as Account,
    send,
    pages: (path, query, options) => listPages(send, path, query, options),
  };
}

function createCollection(send: Send, path: string): Collection<object, object> {
  return {
    async get(id, query, options) {
      try {
        return await send("GET", `${path}/${id}`, { query, ...options });
      } catch (error) {
        if (error instanceof RestError && error.kind === "not_found") return undefined;
        throw error;
      }
    },
    list: (query, options) => listPages(send, path, query, options),
    create: (items, options) => saveBatches(send, "POST", path, items, options),
    update: (items, options) => saveBatches(send, "PATCH", path, items, options),
    change: async (id, body, options) =>
      (await send("PATCH", `${path}/${id}`, { body, ...options })) as SavedItem,
  };
}

const limiterKey = Symbol("limiter of requests");

/** One for all clients of a widget: the callbacks are an object that it has to itself. */
function getLimiter(callbacks: object): Limiter {
  return ((callbacks as { [limiterKey]?: Limiter })[limiterKey] ??= createLimiter(7));
}
