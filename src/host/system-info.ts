/** The name of the place where a widget runs, as `self.system().area` gives it. Kommo: script.js, Widget locations. */
export type WidgetArea =
  | "lcard"
  | "ccard"
  | "comcard"
  | "cucard"
  | "llist"
  | "clist"
  | "culist"
  | "tlist"
  | "tline"
  | "tcalendar"
  | "settings"
  | "advanced_settings"
  /** The same page as `advanced_settings`: both spellings are seen. */
  | "advanced-settings"
  | "digital_pipeline"
  | "card_sdk"
  | "catalogs"
  | "lead_sources"
  | "whatsapp_modal"
  | "salesbot_designer"
  | "widget_page"
  | "sms"
  | "mobile_card"
  | "website_chat_button"
  | "everywhere"
  /** A page outside every declared area, on which a widget with `init_once` runs. */
  | "outer_space";

/** The name of a page, as `APP.getWidgetsArea()` gives it. Kommo: Environment variables. */
export type PageCode =
  | "dashboard"
  | "leads"
  | "leads-trash"
  | "leads-pipeline"
  | "leads_card"
  | "contacts"
  | "contacts-trash"
  | "contacts_card"
  | "companies"
  | "companies_card"
  | "customers"
  | "customers-pipeline"
  | "customers-trash"
  | "customers_card"
  | "catalogs"
  | "mail"
  | "todo"
  | "todo-trash"
  | "todo-line"
  | "todo-calendar"
  | "events"
  | "authlog"
  | "stats"
  | "stats-human"
  | "statsCalls"
  | "settings"
  | "widgetsSettings"
  | "settings-users"
  | "settings-communications"
  | `advanced-settings:${string}`
  | `widget-page:${string}`;

/** What `self.system()` and `APP.widgets.system` give: one live object, not a copy. */
export interface SystemInfo {
  /**
   * Where the widget runs now. It changes under a widget with `init_once`.
   * @page Kommo: script.js
   * @area everywhere
   */
  area: WidgetArea | (string & {});
  /**
   * The id of the current user; a text in the documentation, so compare it loosely.
   * @page Kommo: script.js
   * @area everywhere
   */
  amouser_id: string;
  /**
   * The login of the current user, an e-mail.
   * @page Kommo: script.js
   * @area everywhere
   */
  amouser: string;
  /**
   * The API key of old; empty today.
   * @page Kommo: script.js
   * @area everywhere
   */
  amohash: string;
  /**
   * The account's host: `acme.kommo.com`.
   * @undocumented
   * @area everywhere
   */
  domain: string;
  /**
   * The first part of the host: `acme`.
   * @undocumented
   * @area everywhere
   */
  subdomain: string;
  /**
   * The rest of the host: `.kommo.com`.
   * @undocumented
   * @area everywhere
   */
  server: string;
  /**
   * How many widgets stand in the right panel of this page.
   * @undocumented
   * @area everywhere
   */
  displayed_count: number;
  /**
   * The same by page.
   * @undocumented
   * @area everywhere
   */
  displayed_count_by_area: Partial<Record<CountedArea, number>>;
}

export type CountedArea =
  | "leads_card"
  | "contacts_card"
  | "companies_card"
  | "customers_card"
  | "leads"
  | "contacts"
  | "customers"
  | "dashboard"
  | "todo"
  | "widgetsSettings"
  | "info"
  | "card_sdk"
  | "leads-dp"
  | "customers-dp"
  | "salesbot_designer"
  | "everywhere";
