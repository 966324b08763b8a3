import type { LocationCode } from "../../manifest/locations";
import { locations } from "../../manifest/locations";
import type { EntityType } from "./entities";

/** The screens of the CRM; each is drawn by one component. */
export type Screen =
  | "dashboard"
  | "list"
  | "kanban"
  | "tasks"
  | "task_line"
  | "task_calendar"
  | "card"
  | "integrations"
  | "advanced_settings"
  | "automation"
  | "sources"
  | "salesbot"
  | "catalog"
  | "widget_page"
  | "stats"
  | "mail"
  | "chats"
  | "sms"
  | "mobile"
  | "chat_button"
  | "whatsapp"
  | "ai_agent"
  | "web_forms"
  | "personal_page"
  | "outside";

/** What an address of the CRM shows. */
export interface Route {
  readonly screen: Screen;
  /** What `APP.getWidgetsArea()` answers there (Kommo: Environment variables). */
  readonly code: string;
  readonly entity: EntityType | null;
  /** Of the card (0 for a new one), the pipeline, the list, the conversation or the thread of letters; null where the address names none. */
  readonly id: number | null;
  /** The widget whose page it is: the one under development where the address names none. */
  readonly widget: string | null;
  /** Of the left menu, for `widget_page`. */
  readonly item: string | null;
  readonly subitem: string | null;
  /** A card with the tab of the widget open. */
  readonly tab: boolean;
}

const nowhere: Route = {
  screen: "outside",
  code: "outer_space",
  entity: null,
  id: null,
  widget: null,
  item: null,
  subitem: null,
  tab: false,
};

type Find = (parts: readonly string[], widget: string) => Partial<Route> | null;

const entities = new Set<string>(["leads", "contacts", "companies", "customers"]);

/** The first that answers wins. Segments are decoded; `widget` is the code of the widget under development. */
const table: readonly Find[] = [
  ([head, ...rest]) =>
    (head === undefined || head === "dashboard") && rest.length === 0
      ? { screen: "dashboard", code: "dashboard" }
      : null,
  ([entity, page, id, part], widget) => {
    if (!isEntity(entity) || page !== "detail") return null;
    if (id !== "add" && !isId(id)) return null;
    const card = { entity, id: id === "add" ? 0 : Number(id), code: `${entity}_card` };
    if (part === undefined) return { ...card, screen: "card" };
    if (part === "tab") return { ...card, screen: "card", tab: true, widget };
    if (part === "mobile") return { ...card, screen: "mobile", widget };
    return null;
  },
  ([entity, page, kind]) => {
    if (page !== "list" || !isEntity(entity)) return null;
    const shown = entity === "contacts" && kind === "companies" ? "companies" : entity;
    return { screen: "list", code: shown, entity: shown };
  },
  ([entity, page, id]) =>
    (entity === "leads" || entity === "customers") && page === "pipeline"
      ? { screen: "kanban", code: `${entity}-pipeline`, entity, id: isId(id) ? Number(id) : null }
      : null,
  ([head, page]) => {
    if (head !== "todo" && head !== "tasks") return null;
    if (page === "list" || page === undefined) return { screen: "tasks", code: "todo" };
    if (page === "line") return { screen: "task_line", code: "todo-line" };
    if (page === "calendar") return { screen: "task_calendar", code: "todo-calendar" };
    return null;
  },
  ([head, page, kind, id, part]) => {
    if (head !== "settings" || page !== "pipeline") return null;
    if (kind !== "leads" && kind !== "customers") return null;
    const pipeline = { entity: kind, id: isId(id) ? Number(id) : null } as const;
    if (part === undefined) return { ...pipeline, screen: "automation", code: `${kind}-dp` };
    return part === "sources" ? { ...pipeline, screen: "sources", code: "lead_sources" } : null;
  },
  ([head, page, code, subitem], widget) => {
    if (head !== "settings") return null;
    if (page === "widgets" && code === undefined) return { screen: "integrations", code: "widgetsSettings" };
    if (page === "advanced") {
      const owner = code ?? widget;
      return { screen: "advanced_settings", code: `advanced-settings:${owner}`, widget: owner };
    }
    if (page === "widget" && code !== undefined) {
      return {
        screen: "widget_page",
        code: `widget-page:${code}`,
        widget: code,
        item: "settings",
        subitem: subitem ?? null,
      };
    }
    return null;
  },
  ([head, page, part]) => {
    if (head !== "settings") return null;
    if (page === "salesbot") return { screen: "salesbot", code: "salesbot_designer" };
    if (page === "ai_agent") return { screen: "ai_agent", code: "settings" };
    if (page === "web_forms") return { screen: "web_forms", code: "settings" };
    if (page === "personal_page") return { screen: "personal_page", code: "settings" };
    if (page !== "communications") return null;
    if (part === "sms") return { screen: "sms", code: "settings-communications" };
    if (part === "chat_button") return { screen: "chat_button", code: "crm_plugin" };
    return { screen: "whatsapp", code: "settings-communications" };
  },
  ([head, id]) =>
    head === "catalogs" ? { screen: "catalog", code: "catalogs", id: isId(id) ? Number(id) : null } : null,
  ([head, code, item, subitem], widget) => {
    if (head !== "widget_page") return null;
    const owner = code ?? widget;
    return {
      screen: "widget_page",
      code: `widget-page:${owner}`,
      widget: owner,
      item: item ?? null,
      subitem: subitem ?? null,
    };
  },
  ([head, page, id]) => {
    if (head !== "mail") return null;
    return { screen: "mail", code: "mail", id: page === "thread" && isId(id) ? Number(id) : null };
  },
  // What `APP.getWidgetsArea()` says of the chats is not known: it stays `outer_space`.
  ([head, id]) => (head === "chats" ? { screen: "chats", id: isId(id) ? Number(id) : null } : null),
  ([head, page, code, subitem]) => {
    if (head !== "stats") return null;
    if (page === "widget" && code !== undefined) {
      return {
        screen: "widget_page",
        code: `widget-page:${code}`,
        widget: code,
        item: "stats",
        subitem: subitem ?? null,
      };
    }
    return { screen: "stats", code: "stats" };
  },
];

/**
 * Says what the address shows, by Kommo's own paths. A path that belongs to no screen gives `outside`: widgets that
 * run everywhere run there too.
 *
 * @example
 * findRoute("/leads/detail/31200001", "playbook") // { screen: "card", code: "leads_card", entity: "leads", id: 31200001, … }
 */
export function findRoute(path: string, widget: string): Route {
  const parts = splitPath(path);
  for (const find of table) {
    const found = find(parts, widget);
    if (found !== null) return { ...nowhere, ...found };
  }
  return nowhere;
}

/** Where an area is seen by default. */
export interface AreaPage {
  readonly area: LocationCode;
  /** A path: no host, no query. */
  readonly url: string;
  readonly title: string;
}

/** Rows of the account that the default pages show. */
export interface AreaRows {
  readonly lead: number;
  readonly contact: number;
  readonly company: number;
  readonly customer: number;
  readonly pipeline: number;
  readonly catalog: number;
}

/** Every location of the platform once, with its default page: the same for every widget. */
export function listAreas(rows: AreaRows): AreaPage[] {
  const urls: Record<LocationCode, readonly [url: string, title: string]> = {
    lcard: [`/leads/detail/${rows.lead}`, "Lead card"],
    ccard: [`/contacts/detail/${rows.contact}`, "Contact card"],
    comcard: [`/companies/detail/${rows.company}`, "Company card"],
    cucard: [`/customers/detail/${rows.customer}`, "Customer card"],
    llist: ["/leads/list/", "Leads"],
    clist: ["/contacts/list/", "Contacts and companies"],
    culist: ["/customers/list/", "Customers"],
    tlist: ["/todo/list/", "Tasks"],
    settings: ["/settings/widgets/", "Integrations"],
    advanced_settings: ["/settings/advanced/", "Advanced settings"],
    digital_pipeline: [`/settings/pipeline/leads/${rows.pipeline}/`, "Automation"],
    card_sdk: [`/leads/detail/${rows.lead}/tab/`, "Tab of the lead card"],
    catalogs: [`/catalogs/${rows.catalog}/`, "List"],
    lead_sources: [`/settings/pipeline/leads/${rows.pipeline}/sources/`, "Lead sources"],
    salesbot_designer: ["/settings/salesbot/", "Salesbot designer"],
    widget_page: ["/widget_page/", "Page of the left menu"],
    everywhere: ["/dashboard/", "Dashboard"],
    sms: ["/settings/communications/sms/", "SMS senders"],
    mobile_card: [`/leads/detail/${rows.lead}/mobile/`, "Lead card on a phone"],
    website_chat_button: ["/settings/communications/chat_button/", "Website chat button"],
    whatsapp_modal: ["/settings/communications/", "Messengers"],
    ai_agent: ["/settings/ai_agent/", "AI agent"],
    tline: ["/todo/line/", "Task line"],
    tcalendar: ["/todo/calendar/", "Task calendar"],
    amoforms: ["/settings/web_forms/", "Web forms"],
    personal_page: ["/settings/personal_page/", "Client portal"],
  };
  return locations.map(({ code }) => ({ area: code, url: urls[code][0], title: urls[code][1] }));
}

function splitPath(path: string): string[] {
  return path
    .split(/[?#]/, 1)
    .join("")
    .split("/")
    .filter((part) => part !== "")
    .map(decodeSegment);
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function isEntity(part: string | undefined): part is EntityType {
  return part !== undefined && entities.has(part);
}

function isId(part: string | undefined): part is string {
  return part !== undefined && /^[1-9]\d{0,14}$/.test(part);
}
