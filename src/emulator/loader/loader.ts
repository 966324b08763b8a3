import type { Faults, Hold, WidgetList, WidgetRecord } from "../model/wire";
import type { Host } from "../sdk/host";
import type { PageState } from "../sdk/page-state";

/** What `createLoader` of `./create-loader` takes. */
export interface LoaderOptions {
  readonly host: Host;
  readonly loadWidget: LoadWidget;
  /** The list of the first page, where it came with the document; it is not asked for then. */
  readonly served?: { readonly page: string; readonly list: WidgetList };
}

/** What was loaded of a widget: the value of its AMD module (undefined when it failed) and its texts. */
export interface LoadedWidget {
  readonly module: unknown;
  readonly langs: Readonly<Record<string, unknown>>;
  /** Why script.js could not be loaded. */
  readonly error?: Error;
}

/** Loads script.js and the texts of one widget; rejects never. In the page RequireJS does it. */
export type LoadWidget = (code: string, record: WidgetRecord) => Promise<LoadedWidget>;

export interface LinkChange {
  readonly from: string;
  readonly from_id: number;
  readonly quantity: number;
  readonly to_id: number;
  readonly to_widget_id: string;
}

/** A product of a card tab (Kommo: Card SDK). */
export interface TabElement {
  readonly id: number;
  readonly sku: string;
  readonly name: string;
  readonly price: string | number;
  readonly quantity?: number;
}

export interface TabEntity {
  /** 1 contact, 2 lead, 3 company, 12 customer. */
  readonly elementType: 1 | 2 | 3 | 12;
  readonly id: number;
}

/**
 * Starts, calls and ends widgets on a host, in the platform's order. Nothing here rejects because of a widget: what a
 * widget throws is caught, written with `console.error` as the platform does, and reported.
 */
export interface Loader {
  /**
   * Leaves the page that is open (document event `page:changed`, widgets without `init_once` destroyed) and starts the
   * widgets of the new one. The page's DOM (panel, `#work-area-<code>`, list) must stand before. Resolves when every
   * widget's callbacks for this page have returned, asynchronous `render` and the `init` after it included.
   */
  openPage(page: PageState): Promise<void>;
  /** Ends every widget of the page; none is started. */
  closePage(): void;

  /**
   * Starts the widget for its settings modal if it does not run, then calls `settings($body, context)`. `body` is the
   * right part of the modal, which holds `.widget_settings_block` and `.js-widget-save`. A widget whose script failed
   * gets an empty stand-in, so that the modal opens all the same: the answer is false then.
   */
  openSettings(
    code: string,
    body: Element,
    context?: { readonly source_id: number; readonly external_id: string | number },
  ): Promise<boolean>;
  /**
   * Calls `onSave({ active, fields })` (after `onInstall` when `install` is set). When the answer is truthy, the fields
   * as the widget left them are stored, `params` refreshed and true given; else false, and nothing is stored.
   */
  saveSettings(
    code: string,
    save: {
      readonly fields: Record<string, unknown>;
      readonly active?: "Y" | "N";
      readonly install?: boolean;
    },
  ): Promise<boolean>;
  /** `onSave` with active "N", then `destroy`, then document event `widget:removed`; the widget is switched off. */
  disable(code: string): Promise<boolean>;
  /** Switches a disabled widget on again and starts it here: document event `widget:installed`. */
  enable(code: string): Promise<boolean>;

  /** The automation's form of the widget is drawn: starts the widget (or renders again), then `dpSettings(form)`. */
  openPipelineAction(code: string, form: Element): Promise<boolean>;
  /** The widgets that the list's "More" menu offers on this page: those whose `<entity>.selected` exists. */
  listListActions(): readonly { readonly code: string; readonly title: string }[];
  /** The entry was chosen: shows the panel and calls `leads.selected` (contacts, customers, todo). */
  runListAction(code: string): Promise<boolean>;

  /** "Add" in the Salesbot designer: gives the exits that `salesbotDesignerSettings` answered. */
  openDesigner(
    code: string,
    body: Element,
    params: Readonly<Record<string, unknown>>,
  ): Promise<readonly { readonly code: string; readonly title: string }[]>;
  /** The bot is saved: gives the JSON text of `onSalesbotDesignerSave`, null when it gave none. */
  saveDesigner(code: string, handler: string, params: Record<string, unknown>): Promise<string | null>;

  /** The card's tab is opened: `loadPreloadedData` and `loadElements`; the tab's element is `#<code>`. */
  openCardTab(
    code: string,
    entity: TabEntity,
  ): Promise<{ readonly preloaded: readonly TabElement[]; readonly linked: readonly TabElement[] }>;
  searchCardTab(code: string, query: string, entity: TabEntity): Promise<readonly TabElement[]>;
  linkInCardTab(
    code: string,
    links: { readonly link?: readonly LinkChange[]; readonly unlink?: readonly LinkChange[] },
  ): Promise<boolean>;

  /**
   * Somebody edits an element of a list: true when a widget has taken the list by `setSdkCatalogId`, then
   * `loadCatalogElement` was called and the page draws no card of its own.
   */
  editCatalogElement(
    catalogId: number,
    element: { readonly id: number; readonly name: { readonly text: string } },
  ): Promise<boolean>;
  /** The widget was added to the sources of a pipeline: `onAddAsSource(pipelineId)`. */
  addAsSource(code: string, pipelineId: number): Promise<boolean>;
  /** amoCRM: what `calendarSync` offers in the modal of the task synchronisation. */
  listCalendars(): Promise<readonly { readonly code: string; readonly offer: unknown }[]>;

  /** What goes wrong on purpose; takes effect with the next callback. */
  setFaults(faults: LoaderFaults): void;
  /** Widgets that are left out from here on, where they do not run already. */
  setHolds(holds: readonly Hold[]): void;
  dispose(): void;
}

/**
 * `callTwice`: every callback of the start runs twice. `order`: "observed" runs bind_actions whatever render gave,
 * "documented" lets a falsy render block both init and bind_actions. `containerDelay`: the widget's containers come
 * that many milliseconds after its callbacks, -1 never. `foreignJquery`: `window.$` and `window.jQuery` are replaced by
 * a second copy, as another widget might do.
 */
export type LoaderFaults = Partial<Pick<Faults, "callTwice" | "order" | "containerDelay" | "foreignJquery">>;
