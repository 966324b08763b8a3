/** Whether a widget is set up. Kommo: script.js. */
export type WidgetStatus = "install" | "installed" | "not_configured" | "error";

/**
 * What the host itself puts into the settings of a widget, beside the values that the user saved. One object for
 * `self.params` and `self.get_settings()`.
 */
export interface SystemParams {
  /**
   * The id of the widget in this account.
   * @page Kommo: script.js
   * @area everywhere
   */
  id: number;
  /**
   * The code that the host gave to the widget; part of ids and classes in the page.
   * @page Kommo: script.js
   * @area everywhere
   */
  widget_code: string;
  /**
   * Whether the account has switched the widget on.
   * @page Kommo: script.js
   * @area everywhere
   */
  widget_active: "Y" | "N";
  /**
   * The same, as some accounts give it.
   * @undocumented
   * @area everywhere
   */
  active?: "Y" | "N";
  /**
   * Where the files of the archive lie, without a slash at the end.
   * @page Kommo: script.js
   * @area everywhere
   */
  path: string;
  /**
   * The same on the content network; not in every account.
   * @page Kommo: script.js
   * @area everywhere
   */
  cdn_path?: string;
  /**
   * `path` and `/images`.
   * @undocumented
   * @area everywhere
   */
  images_path: string;
  /**
   * The installed version; what to put behind `?v=`.
   * @page Kommo: script.js
   * @area everywhere
   */
  version: string;
  /**
   * Whether the widget is set up.
   * @page Kommo: script.js
   * @area everywhere
   */
  status: WidgetStatus | (string & {});
  /**
   * The id of the integration; `$authorizedAjax` needs it.
   * @undocumented
   * @area everywhere
   */
  oauth_client_uuid?: string;
  /**
   * What the manifest says of support; an empty list where it says nothing.
   * @undocumented
   * @area everywhere
   */
  support?: { name?: string; link?: string; email?: string; privacy_policy?: string } | [];
  /**
   * The category in the marketplace.
   * @undocumented
   * @area everywhere
   */
  category_code?: string;
}

/** Settings as a widget without a manifest type sees them: the host's keys, and anything beside. */
export type WidgetParams = SystemParams & Record<string, unknown>;

/** One entry of the list of widgets that the page asks for. Observed; not documented. */
export interface WidgetRecord {
  id: number;
  name: string;
  description: string;
  /** The address of script.js. */
  src: string;
  /** The address of `i18n/<language>.json`. */
  lang: string;
  path: string;
  images_path?: string;
  /** What the user saved; sometimes as the text of it. */
  settings: string | Record<string, unknown>;
  installed_version: string;
  active: "Y" | "N";
  init_once: "Y" | "N";
  status: WidgetStatus | (string & {});
  support: NonNullable<SystemParams["support"]>;
  oauth_client_uuid?: string;
  category_id?: number;
}

/** What `self.get_accounts_current()` gives; it is made once for each widget. Observed; not documented. */
export interface AccountsCurrent {
  id: number;
  name: string;
  subdomain: string;
  currency: string;
  paid_from: unknown;
  paid_till: unknown;
  timezone: string;
  date_pattern: string;
  language: string;
  date_format: string;
  time_format: string;
  /** In lower case. */
  country: string;
  unsorted_on: "Y" | "N";
  /** Active users only. */
  users: { id: number | string; name: string; login: string; is_admin: "Y" | "N" }[];
  widget: WidgetParams;
  /** The account's fields by id. Making it changes `APP.constant("account").cf`. */
  custom_fields: Record<string, unknown>;
  /** Empty today. */
  leads_statuses: [];
  /** Empty today. */
  note_types: [];
  /** Empty today. */
  task_types: [];
}
