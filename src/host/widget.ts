import type { WidgetCallbacks } from "./callbacks";
import type { Modal } from "./modal";
import type { AccountsCurrent, WidgetParams, WidgetStatus } from "./params";
import type { SystemInfo } from "./system-info";
import type { PanelBlock, TemplateFile, TemplateReference, TemplateSource, TwigTemplate } from "./templates";

/** A row that is ticked in a list. Kommo: Lists SDK. */
export interface SelectedItem {
  id: number;
  type: "lead" | "contact" | "company" | (string & {});
  /** For leads: those of the linked contacts, as far as the list's columns show them. */
  emails: string[];
  phones: string[];
}

/** Rows that are ticked; only those of the page that is loaded. Kommo: Lists SDK. */
export interface Selection {
  selected: SelectedItem[];
  summary: { items: number; emails: number; phones: number };
}

/** A contact of the open card. Kommo: script.js. */
export interface CardContact {
  id: number;
  name: string;
  first_name: string;
  last_name: string;
  phones: string[];
  emails: string[];
}

/** What an sms source is asked to send. Kommo: Card SDK. */
export interface SmsMessage {
  phone: number | string;
  message: string;
  contact_id: number;
}

/** What a click on a phone number or e-mail hands over; other members are not known. Kommo: Card SDK. */
export interface ActionData {
  value: string;
  [member: string]: unknown;
}

/**
 * The widget object: what the host mixes into the function of script.js, and what its author calls `self`. Inside
 * that function only `system`, `render`, `crm_post` and `list_selected` can be called; settings and texts come later.
 */
export interface KommoWidget<Params extends object = WidgetParams> {
  /**
   * The saved settings and the host's own keys; the same object as `get_settings()`.
   * @page Kommo: script.js
   * @area everywhere, not in the constructor
   */
  params: Params;
  /**
   * The texts of `i18n/<language>.json`, with the name and description that the integration form gave.
   * @page Kommo: script.js
   * @area everywhere, not in the constructor
   */
  langs: Record<string, unknown>;
  /**
   * A namespace for jQuery listeners on the document, `.widget:<code>`: the host takes those off at the end.
   * @page amoCRM: script.js
   * @area everywhere, not in the constructor
   */
  ns: string;
  /**
   * Whether the manifest asks for one instance a session.
   * @undocumented
   * @area everywhere, not in the constructor
   */
  init_once: "Y" | "N" | boolean;
  /**
   * The list that `setSdkCatalogId` named.
   * @undocumented
   * @area settings, catalogs
   */
  sdk_catalog_id?: number;
  /**
   * The twig source that `render_template` uses for a block.
   * @undocumented
   * @area cards and lists
   */
  template_element: string;
  /**
   * The host's Modal class.
   * @undocumented
   * @area everywhere
   */
  helpers: { Modal: typeof Modal };
  /**
   * What the author sets and the host calls.
   * @page Kommo: script.js
   * @area everywhere
   */
  callbacks: WidgetCallbacks;

  /**
   * Where the widget runs and who uses it: the host's live object, `false` before there is one.
   * @page Kommo: script.js
   * @area everywhere, the constructor too
   */
  system(): SystemInfo | false;
  /**
   * The same object as `params`; `undefined` in the constructor.
   * @page Kommo: script.js
   * @area everywhere, not in the constructor
   */
  get_settings(): Params;
  /**
   * Merges into `params` in memory; nothing is saved.
   * @page Kommo: script.js
   * @area everywhere
   */
  set_settings(patch: object): void;
  /**
   * `params.version`.
   * @page Kommo: script.js
   * @area everywhere, not in the constructor
   */
  get_version(): string;
  /**
   * `params.status`: "install", then "not_configured", then "installed".
   * @page Kommo: script.js
   * @area everywhere, not in the constructor
   */
  get_install_status(): WidgetStatus | (string & {});
  /**
   * The account and its users, as an endpoint of old gave them.
   * @undocumented
   * @area everywhere, not in the constructor
   */
  get_accounts_current(): { account: AccountsCurrent } | false;
  /**
   * A text, or a branch of texts; `false` where the last key is missing. Throws where an earlier one is.
   * @page Kommo: script.js
   * @area everywhere, not in the constructor
   */
  i18n(path: string): unknown;
  /**
   * Replaces `langs`.
   * @page Kommo: script.js
   * @area everywhere
   */
  set_lang(langs: object): void;

  /**
   * Renders a twig source or a system template at once; gets a file of the archive later. Values are not escaped in a
   * widget's own templates. Throws for a `ref` that does not exist.
   * @page Kommo: script.js, System templates
   * @area everywhere
   */
  render(template: TemplateSource | TemplateReference, params?: Readonly<Record<string, unknown>>): string;
  render(template: TemplateFile & { load: (template: TwigTemplate) => void }): true;
  /** @undocumented */
  render(template: TemplateFile & { promised: true }): Promise<TwigTemplate>;
  /**
   * Puts a block into the right panel; each call adds another one.
   * @page Kommo: script.js, Card SDK
   * @area lcard, ccard, comcard, cucard, llist, clist, culist, tlist; needs the panel
   */
  render_template(block: PanelBlock, params?: Readonly<Record<string, unknown>>): void;
  /**
   * Shows or hides the panel with an overlay beside it.
   * @page Kommo: Lists SDK
   * @area llist, clist, culist, tlist
   */
  widgetsOverlay(show: boolean): void;
  /**
   * Sets `params.status` and the state of every element with `data-code` of this widget; nothing without one.
   * @page Kommo: script.js
   * @area settings
   */
  set_status(status: "install" | "installed" | "error"): void;
  /**
   * Shows a number at an item of the left menu.
   * @undocumented
   * @area everywhere, for widgets with a menu item
   */
  setCountBadge(menuItemCode: string, count: number): void;
  /**
   * Presses the save button of the open settings modal, which stays open.
   * @undocumented
   * @area settings
   */
  background_install(): void;

  /**
   * The ticked rows of this page; `false` anywhere but on lists of leads, contacts, customers and tasks.
   * @page Kommo: Lists SDK
   * @area llist, clist, culist, tlist
   */
  list_selected(): Selection | false;
  /**
   * The contacts of the open card; none outside cards.
   * @page Kommo: script.js
   * @area lcard, ccard, comcard, cucard
   */
  get_current_card_contacts_data(): Promise<CardContact[]>;
  /**
   * The pipeline of which the widget is a source; rejects when there is none.
   * @page Kommo: script.js
   * @area needs the location lead_sources
   */
  get_pipeline_id(): JQueryDeferred<number | string>;

  /**
   * Adds an entry to the menu of each phone number or e-mail; the text `widget.call_action` names it. The last
   * handler counts; a wrong type is ignored in silence.
   * @page Kommo: Card SDK
   * @area lcard, ccard, comcard, cucard, llist, clist, culist
   */
  add_action(type: "phone" | "email", handler: (data: ActionData) => void): void;
  /**
   * Adds a sender to the composer below a card's feed. For "sms" the host writes the note when the promise resolves;
   * the others fill the element that they get. Throws for an unknown type, and without a title where it needs one.
   * @page Kommo: Card SDK
   * @area lcard, ccard, comcard, cucard; elsewhere nothing happens
   */
  add_source(
    type: "sms",
    handler: (message: SmsMessage) => PromiseLike<unknown>,
    senderName?: string,
    params?: object,
  ): void;
  add_source(type: "chat" | "email" | "custom", handler: ($element: JQuery) => void, title: string): void;
  /**
   * Names the list whose elements `loadCatalogElement` opens. Call it in `onSave`.
   * @page Kommo: Lists SDK
   * @area settings, catalogs
   */
  setSdkCatalogId(id: number | string): void;
  /**
   * Hears a channel of the account, such as `leads:card:<id>`; `keys` filter the messages. Gives what ends it.
   * @page amoCRM: changelog of December 2023
   * @area everywhere
   */
  listenSocketChannel(channel: string, keys: string[], listener: (payload: unknown) => void): () => void;

  /**
   * Posts to a foreign address through the host: one call a second, the rest wait. Adds `target` to `data`, and
   * never calls the fifth argument.
   * @page Kommo: script.js
   * @area everywhere
   */
  crm_post(
    url: string,
    data?: object,
    success?: (response: unknown) => void,
    dataType?: "xml" | "html" | "script" | "json" | "jsonp" | "text",
    error?: () => void,
  ): void;
  /**
   * `$.ajax` with a one-time token of the integration in `X-Auth-Token`. Use `options.success`: with a token in
   * memory the promise may resolve without the answer. Rejects without `params.oauth_client_uuid`.
   * @page Kommo: One-time tokens
   * @area everywhere, OAuth integrations
   */
  $authorizedAjax(options: JQueryAjaxSettings): JQueryPromise<unknown> | Promise<never>;

  /**
   * Makes a constructor inherit from another; the loader's own tool.
   * @undocumented
   * @area everywhere
   */
  extend(constructor: object, base?: object): void;
  /**
   * Does nothing.
   * @undocumented
   * @area everywhere
   */
  unbind(): void;
}

/** What the module of script.js must give: an ordinary function, because the host replaces its prototype. */
export type WidgetFunction = new () => { callbacks: WidgetCallbacks };
