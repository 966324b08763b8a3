import type { AppData } from "./app-data";
import type { AppInbox, AppRouter, AppSystem } from "./app-internals";
import type { AppSdk } from "./app-sdk";
import type { AppWidgets } from "./app-widgets";
import type { DocumentedConstants, ObservedConstant } from "./constants";
import type { IncomingNotification, Notifications } from "./notifications";
import type { PageCode } from "./system-info";

/** What page is open. Kommo: Environment variables. */
export type BaseEntity =
  | "leads"
  | "contacts"
  | "companies"
  | "customers"
  | "todo"
  | "catalogs"
  | "widgetsSettings"
  | (string & {});

/** The global `APP`. A widget reads it and never writes to it: the marketplace forbids that. */
export interface KommoApp {
  /**
   * The kind of entity that the page is about, in the plural.
   * @page Kommo: Environment variables
   * @area everywhere
   */
  getBaseEntity(): BaseEntity;
  /**
   * Whether the page is a card.
   * @page Kommo: Environment variables
   * @area everywhere
   */
  isCard(): boolean;
  /**
   * The name of the page; not the same as the area of a widget.
   * @page Kommo: Environment variables
   * @area everywhere
   */
  getWidgetsArea(): PageCode | (string & {});
  /**
   * The name of the page in a third vocabulary, such as `leads.card`.
   * @deprecated
   * @page amoCRM: Environment variables
   * @area everywhere
   */
  getV3WidgetsArea(): string;
  /**
   * Something that the page knows; `false` where it does not. The keys of `DocumentedConstants` are documented.
   * @page Kommo: Environment variables
   * @area everywhere
   */
  constant<K extends keyof DocumentedConstants>(key: K): DocumentedConstants[K];
  constant(key: ObservedConstant): unknown;
  constant(key: string): unknown;
  /**
   * Calls a widget with `init_once` for each notification that comes in; throws for an unknown code.
   * @page Kommo: Subscribing to notifications
   * @area everywhere
   */
  addNotificationCallback(widgetCode: string, listener: (notification: IncomingNotification) => void): void;

  /**
   * The language of the user.
   * @page Kommo: Environment variables
   * @area everywhere
   */
  lang_id: "en" | "es" | "pt" | "tr" | "id" | "ru" | (string & {});
  /**
   * The texts of the CRM's own pages.
   * @undocumented
   * @area everywhere
   */
  lang: Record<string, unknown>;
  /**
   * What the open page shows.
   * @page Kommo: Environment variables
   * @area everywhere
   */
  data: AppData;
  /**
   * Users and calls.
   * @page Kommo: JS SDK
   * @area everywhere
   */
  sdk: AppSdk;
  /**
   * Messages to the user.
   * @page Kommo: Adding notifications
   * @area everywhere
   */
  notifications: Notifications;
  /**
   * The widgets of the page.
   * @undocumented
   * @area everywhere
   */
  widgets: AppWidgets;
  /**
   * The pages of the CRM; links with the class `js-navigate-link` go through it.
   * @undocumented
   * @area everywhere
   */
  router: AppRouter;
  /**
   * Chats and notifications.
   * @undocumented
   * @area everywhere
   */
  inbox: AppInbox;
  /**
   * Formats of dates, numbers and prices.
   * @undocumented
   * @area everywhere
   */
  system: AppSystem;
  /**
   * The id of each kind of entity: contacts 1, leads 2, companies 3, customers 12.
   * @undocumented
   * @area everywhere
   */
  element_types: Record<string, number>;
  /**
   * The number of each type of field: text 1, numeric 2, checkbox 3, select 4, …
   * @undocumented
   * @area everywhere
   */
  cf_types: Record<string, number>;

  /**
   * Sets the title of the browser's tab.
   * @undocumented
   * @area everywhere
   */
  setTitle(title: string): void;
  /**
   * Adds to `lang`.
   * @undocumented
   * @area everywhere
   */
  addLang(texts: object): void;
  /**
   * The event of a click here: `click`, or that of a touch.
   * @undocumented
   * @area everywhere
   */
  click_event: string;
  /**
   * @undocumented
   * @area everywhere
   */
  environment: string;
  /**
   * @undocumented
   * @area everywhere
   */
  static_domain: string;
  /**
   * @undocumented
   * @area everywhere
   */
  is_touch_device: boolean;
  /**
   * Whether the window is not small.
   * @undocumented
   * @area everywhere
   */
  notSmall(): boolean;
  /**
   * @undocumented
   * @area everywhere
   */
  is_widgets_maximized: boolean;
  /**
   * @undocumented
   * @area everywhere
   */
  first_load: boolean;
  /**
   * @undocumented
   * @area everywhere
   */
  todo_types: unknown;
  /**
   * @undocumented
   * @area everywhere
   */
  note_types: unknown;
}
