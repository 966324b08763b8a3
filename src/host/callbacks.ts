/** Ids of the entities in the feature SDKs: contact, lead, company, customer. Kommo: Card SDK. */
export type EntityTypeId = 1 | 2 | 3 | 12;

/** An entry of the tab that the card SDK draws. Kommo: Card SDK. */
export interface CardSdkItem {
  id: number;
  sku: string;
  name: string;
  price: string | number;
}

/** Kommo: Card SDK. */
export interface CardSdkLink {
  /** The name of the entity that the element hangs on. */
  from: string;
  from_id: number;
  quantity: number;
  to_id: number;
  /** The code of the widget. */
  to_widget_id: string;
}

/** What `onSave` gets. Kommo: Installing and configuring. */
export interface SaveEvent {
  /** "N": the widget is being switched off. */
  active: "Y" | "N";
  /** The values by the field's code. What stands here when `onSave` is done is what the host stores. */
  fields: Record<string, string>;
}

/** Which page of the widget is open. Kommo: Left menu. */
export interface MenuPage {
  location: "widget_page" | "stats" | "settings";
  /** Only for an item of the widget's own. */
  item_code?: string;
  subitem_code?: string;
}

/** An element of a list. Kommo: Lists SDK. */
export interface CatalogElement {
  id: number;
  name?: { text: string };
  [field: string]: unknown;
}

/** A way out of a Salesbot step. Kommo: Salesbot SDK. */
export interface SalesbotExit {
  code: string;
  title: string;
}

/** What the task calendar asks of a widget that synchronises. amoCRM only: Task synchronisation. */
export interface CalendarSync {
  name: string;
  description: string;
  enabled: boolean | Promise<boolean>;
  onEnable: () => unknown;
  onDisable: () => unknown;
  onSetup?: () => unknown;
}

interface ListCallbacks {
  /** The user has ticked rows and chosen the widget in the menu; `self.list_selected()` tells which. */
  selected?: () => unknown;
}

/**
 * What the host calls. `this` inside is this object, never the widget. The first three must all be functions, else
 * the widget does not run.
 */
export interface WidgetCallbacks {
  /**
   * Called first, at every start, and again on every page while `init_once` keeps the widget. After something falsy
   * or a rejection `init` is not called; `bind_actions` is.
   * @page Kommo: script.js
   * @area everywhere
   */
  render: () => boolean | PromiseLike<unknown>;
  /**
   * Called once a start, when `render` has succeeded.
   * @page Kommo: script.js
   * @area everywhere
   */
  init: () => boolean;
  /**
   * Called once a start, right after `render` has returned: before `init` where `render` gave a promise.
   * @page Kommo: script.js
   * @area everywhere
   */
  bind_actions: () => boolean;
  /**
   * The settings modal is open and drawn. `context` is there when it was opened from a source of a pipeline.
   * @page Kommo: script.js
   * @area settings
   */
  settings?: ($body: JQuery, context?: { source_id?: number; external_id?: string | number }) => unknown;
  /**
   * The user saves, installs or switches off. `true`, or a promise of it, saves; anything else keeps the modal open.
   * Without it a widget cannot be installed.
   * @page Kommo: Installing and configuring
   * @area settings
   */
  onSave?: (event: SaveEvent) => boolean | PromiseLike<unknown>;
  /**
   * Called once, when the widget is installed; an error in it stops nothing.
   * @page Kommo: script.js
   * @area settings
   */
  onInstall?: () => unknown;
  /**
   * The page is left, or the widget is switched off.
   * @page Kommo: script.js
   * @area everywhere
   */
  destroy?: () => unknown;
  /**
   * The tile of the automation is open.
   * @page Kommo: Widgets in the Digital Pipeline
   * @area digital_pipeline
   */
  dpSettings?: (...args: unknown[]) => unknown;
  /**
   * The widget's own page in Settings is open.
   * @page Kommo: script.js
   * @area advanced_settings
   */
  advancedSettings?: () => unknown;
  /**
   * The widget's own page of statistics is open.
   * @undocumented
   * @area stats
   */
  advancedStats?: () => unknown;
  /**
   * A page of the left menu that belongs to the widget is open.
   * @page Kommo: Left menu
   * @area widget_page
   */
  initMenuPage?: (page: MenuPage) => unknown;
  /**
   * @page Kommo: Lists SDK
   * @area llist
   */
  leads?: ListCallbacks;
  /**
   * Contacts and companies.
   * @page Kommo: Lists SDK
   * @area clist
   */
  contacts?: ListCallbacks;
  /**
   * @undocumented
   * @area clist
   */
  companies?: ListCallbacks;
  /**
   * @undocumented
   * @area culist
   */
  customers?: ListCallbacks;
  /**
   * Tasks.
   * @page Kommo: Lists SDK
   * @area tlist
   */
  todo?: ListCallbacks;
  /**
   * An old name of `todo`.
   * @undocumented
   * @area tlist
   */
  tasks?: ListCallbacks;
  /**
   * A source of the widget was used; what it gets is not known.
   * @page Kommo: script.js
   * @area lcard, ccard, comcard, cucard
   */
  onSource?: (...args: unknown[]) => unknown;
  /**
   * The widget was added to the sources of a pipeline.
   * @page Kommo: script.js
   * @area lead_sources
   */
  onAddAsSource?: (pipelineId: number) => unknown;
  /**
   * A step of the widget is open in the designer. `renderRow` makes the markup of a row; `params` are its values.
   * @page Kommo: Salesbot SDK
   * @area salesbot_designer
   */
  salesbotDesignerSettings?: (
    $body: JQuery,
    renderRow: (caption: string) => string,
    params: unknown,
  ) => { exits: SalesbotExit[] };
  /**
   * The bot is saved: gives the JSON text of its steps.
   * @page Kommo: Salesbot SDK
   * @area salesbot_designer
   */
  onSalesbotDesignerSave?: (handlerCode: string, params: Record<string, unknown>) => string;
  /**
   * The tab is opened: the elements to choose from. To draw the tab oneself: fill `#<widget code>`, resolve `{}`.
   * @page Kommo: Card SDK
   * @area card_sdk
   */
  loadPreloadedData?: () => Promise<CardSdkItem[] | Record<string, never>>;
  /**
   * The tab is opened: the elements that are linked to this entity.
   * @page Kommo: Card SDK
   * @area card_sdk
   */
  loadElements?: (
    type: { id: EntityTypeId; type: string },
    id: number,
  ) => Promise<(CardSdkItem & { quantity: number })[]>;
  /**
   * Elements were linked, unlinked, or their quantity was changed, and the card is saved.
   * @page Kommo: Card SDK
   * @area card_sdk
   */
  linkCard?: (links: { link?: CardSdkLink[]; unlink?: CardSdkLink[] }) => Promise<unknown>;
  /**
   * The user searches in the tab.
   * @page Kommo: Card SDK
   * @area card_sdk
   */
  searchDataInCard?: (query: string, type: EntityTypeId, id: number) => Promise<CardSdkItem[]>;
  /**
   * An element of the list that `setSdkCatalogId` named is edited; the host's own card stays closed.
   * @page Kommo: Lists SDK
   * @area catalogs
   */
  loadCatalogElement?: (element: CatalogElement) => unknown;
  /**
   * The window of task synchronisation is open.
   * @page amoCRM: Task synchronisation
   * @area tlist, tline, tcalendar
   */
  calendarSync?: () => CalendarSync;
}
