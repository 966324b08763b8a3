import { decodeForm, type FormValue } from "../../protocol/bracket-form";
import type { Rows, TableName, Talk, User } from "../model/entities";
import type { Model, Snapshot } from "../model/model";
import { findRoute, listAreas, type AreaPage, type Route } from "../model/routes";
import { tableNames } from "../model/tables";
import type { PageData, PageList } from "../model/wire";
import { readText } from "../rest/call";
import { canSee } from "../rest/rights";
import { findTasks } from "../rest/v4/tasks";
import { analyseLeads } from "./analyse-leads";
import { countPeriods, countStages } from "./count-columns";
import { findLetters } from "./find-letters";
import { findListed } from "./find-listed";
import { findTalks } from "./find-talks";
import { createSummary } from "./summarise";
import { createPicker, type Picker } from "./pick-rows";

type Query = { readonly [key: string]: FormValue };

export type PageState = Pick<PageData, "widget" | "faults" | "problems" | "holds" | "revision" | "event">;

/**
 * Puts together what a page needs of the account: the settings that every page needs, and the rows of this one. Its
 * size does not depend on the account's. Null where the address names a card or a list that is not there.
 */
export function createPageData(model: Model, url: string, state: PageState, clock: number): PageData | null {
  const mark = url.indexOf("?");
  const path = mark === -1 ? url : url.slice(0, mark);
  const query = decodeForm(mark === -1 ? "" : url.slice(mark + 1));
  const user = model.tables.users.get(model.account.current_user_id);
  const found = findRoute(path, state.widget);
  const route = user === undefined ? null : completeRoute(model, found, user);
  if (route === null || user === undefined) return null;
  const picker = createPicker(model);
  const list = fillPage(model, route, query, user, picker);
  const board = countStages(model, route, query, user);
  for (const column of board ?? []) for (const id of column.ids) picker.addCard("leads", id);
  const periods = countPeriods(model, route, query, user);
  for (const column of periods ?? []) for (const id of column.ids) picker.addCard("customers", id);
  return {
    route,
    url: completeUrl(url, path, route),
    snapshot: createPart(model, picker),
    now: clock,
    list,
    board,
    periods,
    analytics: analyseLeads(model, route, query, user),
    summary: route.screen === "dashboard" ? createSummary(model, user) : null,
    areas: listDefaultAreas(model),
    ...state,
  };
}

/** Where each location of the platform is seen, over the first rows of the account. */
export function listDefaultAreas(model: Model): AreaPage[] {
  return listAreas({
    lead: findFirst(model, "leads"),
    contact: findFirst(model, "contacts"),
    company: findFirst(model, "companies"),
    customer: findFirst(model, "customers"),
    pipeline: findMainPipeline(model),
    catalog: findFirst(model, "catalogs"),
  });
}

/** Fills in the ids that an address leaves out; null for those that name nothing, or what the user may not see. */
function completeRoute(model: Model, route: Route, user: User): Route | null {
  const { screen, entity, id } = route;
  if (screen === "card" || screen === "mobile") {
    if (entity === null || id === null) return null;
    if (id === 0) return route;
    const row = model.tables[entity].get(id);
    return row === undefined || row.is_deleted || !canSee(user, entity, row) ? null : route;
  }
  if (screen === "kanban" || screen === "automation" || screen === "sources") {
    if (entity === "customers") return { ...route, id: id ?? 0 };
    const pipeline = id ?? findMainPipeline(model);
    return model.tables.pipelines.get(pipeline) === undefined ? null : { ...route, id: pipeline };
  }
  if (screen === "catalog") {
    const catalog = id ?? findFirst(model, "catalogs");
    return model.tables.catalogs.get(catalog) === undefined ? null : { ...route, id: catalog };
  }
  if (screen === "chats") return { ...route, id: pickTalk(findTalks(model, user), id) };
  if (screen === "widget_page" && route.item === null) return { ...route, ...findMenuItem(model, route) };
  return route;
}

/** The conversation that the address names, else the latest one. */
function pickTalk(talks: readonly Talk[], id: number | null): number | null {
  return talks.find((talk) => talk.id === id)?.id ?? talks[0]?.id ?? null;
}

/** The first item that the widget adds to the left menu; its code stands for the widget's where it adds none. */
function findMenuItem(model: Model, { widget }: Route): Partial<Route> {
  const items = model.tables.widgets.get(widget ?? "")?.manifest.left_menu ?? [];
  const own = items.find((item) => !item.is_hidden && item.code !== "stats" && item.code !== "settings");
  return { item: own?.code ?? widget, subitem: own?.submenu[0]?.code ?? null };
}

/** `/widget_page/` and `/settings/advanced/` name the widget in the address bar, as the platform does. */
function completeUrl(url: string, path: string, route: Route): string {
  const query = url.slice(path.length);
  const parts = path.split("/").filter((part) => part !== "");
  if (route.screen === "widget_page" && parts[0] === "widget_page" && parts.length < 3) {
    const names = [route.widget, route.item, route.subitem].filter((name) => name !== null);
    return `/widget_page/${names.map(encodeURIComponent).join("/")}/${query}`;
  }
  if (route.screen === "advanced_settings" && parts.length < 3) {
    return `/settings/advanced/${encodeURIComponent(route.widget ?? "")}/${query}`;
  }
  return url;
}

function fillPage(model: Model, route: Route, query: Query, user: User, picker: Picker): PageList | null {
  const { screen, entity, id } = route;
  if ((screen === "card" || screen === "mobile") && entity !== null && id !== null && id !== 0) {
    picker.addWholeCard(entity, id);
    return null;
  }
  if (screen === "list" && entity !== null) {
    const list = cutPage(entity, findListed(model, entity, query, user), query);
    for (const row of list.ids) picker.addCard(entity, row);
    return list;
  }
  if (screen === "tasks") {
    const list = cutPage("tasks", findTasks(model, withDefaultOrder(query)), query);
    for (const row of list.ids) picker.addTask(row);
    return list;
  }
  if (screen === "chats") {
    const list = cutPage("talks", findTalks(model, user), query);
    for (const talk of list.ids) picker.addTalk(talk);
    if (id !== null) picker.addWholeTalk(id);
    return list;
  }
  if (screen === "mail") for (const { id: letter } of findLetters(model, user)) picker.addLetter(letter);
  if (screen === "task_line" || screen === "task_calendar") picker.addOpenTasks(taskLimit);
  if (screen === "catalog" && id !== null) {
    const rows = model.tables.catalog_elements.filter((row) => row.catalog_id === id && !row.is_deleted);
    const text = readText(query, "query")?.toLowerCase() ?? "";
    const list = cutPage(
      "catalog_elements",
      rows.filter((row) => row.name.toLowerCase().includes(text)),
      query,
    );
    for (const row of list.ids) picker.add("catalog_elements", row);
    return list;
  }
  return null;
}

const taskLimit = 500;
const largestPage = 250;

/** Tasks stand in the order in which they are due, the open ones only, unless the address says otherwise. */
function withDefaultOrder(query: Query): Query {
  return {
    ...(query["order"] === undefined ? { order: { complete_till: "asc" } } : {}),
    ...(query["filter"] === undefined ? { filter: { is_completed: "0" } } : {}),
    ...query,
  };
}

function cutPage(table: TableName, rows: readonly { readonly id: number }[], query: Query): PageList {
  const limit = Math.min(readCount(query, "limit", 50), largestPage);
  const pages = Math.max(1, Math.ceil(rows.length / limit));
  const page = Math.min(readCount(query, "page", 1), pages);
  const ids = rows.slice((page - 1) * limit, page * limit).map(({ id }) => id);
  return { table, ids, page, limit, pages, total: rows.length };
}

function readCount(query: Query, name: string, usual: number): number {
  const text = readText(query, name) ?? "";
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : usual;
}

/** Tables of which every page gets all rows. */
const common: readonly TableName[] = [
  "groups",
  "users",
  "roles",
  "pipelines",
  "statuses",
  "loss_reasons",
  "custom_fields",
  "custom_field_groups",
  "tags",
  "task_types",
  "catalogs",
  "sources",
  "stage_actions",
  "salesbots",
  "notifications",
  "webhooks",
  "sent_hooks",
];

function createPart(model: Model, picker: Picker): Snapshot {
  const tables: Record<string, readonly unknown[]> = {};
  for (const name of tableNames) {
    tables[name] = common.includes(name) ? [...model.tables[name].all()] : picker.rows(name);
  }
  tables["widgets"] = [...model.tables.widgets.all()].map((widget) => trimTexts(model, widget));
  return {
    version: 1,
    now: model.now(),
    account: model.account,
    tables: tables as Snapshot["tables"],
    counters: {},
  };
}

/** A page shows texts in the user's language, the account's or English; an archive may hold many more. */
function trimTexts(model: Model, widget: Rows["widgets"]): Rows["widgets"] {
  const user = model.tables.users.get(model.account.current_user_id);
  const wanted = [user?.lang, model.account.language, "en", Object.keys(widget.texts)[0]];
  const texts = Object.entries(widget.texts).filter(([locale]) => wanted.includes(locale));
  return { ...widget, texts: Object.fromEntries(texts) };
}

function findFirst(
  model: Model,
  table: "leads" | "contacts" | "companies" | "customers" | "catalogs",
): number {
  for (const row of model.tables[table].all()) if (!("is_deleted" in row) || !row.is_deleted) return row.id;
  return 0;
}

function findMainPipeline(model: Model): number {
  const pipelines = [...model.tables.pipelines.all()];
  return (pipelines.find((row) => row.is_main) ?? pipelines[0])?.id ?? 0;
}
