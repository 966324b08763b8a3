/**
 * Every connection area of the platform, in one table: what the manifest may list, what the host then expects of the
 * archive and of the script, and on which of the two sister products it exists.
 *
 * Sources: Kommo's pages "Widget locations", "manifest.json" and "Connection areas"; amoCRM's page "Areas".
 */
export interface Location {
  readonly code: string;
  /** Whether `-0` (no panel) and `-1` (panel) may follow the code. */
  readonly suffix: boolean;
  /** What a person sees of it. */
  readonly draws: string;
  /** The manifest block that the location needs, by the name that `manifest.json` gives it; null where none. */
  readonly block:
    | "advanced"
    | "dp"
    | "salesbot_designer"
    | "left_menu"
    | "sms"
    | "mobile"
    | "amoforms_settings"
    | null;
  /** Callbacks that the host calls for this location beside render, init, bind_actions and destroy. */
  readonly callbacks: readonly string[];
  /** The class of `komponent` that draws it; null where the manifest alone does it. */
  readonly area:
    | "CardArea"
    | "ListArea"
    | "SettingsArea"
    | "AdvancedSettingsArea"
    | "DigitalPipelineArea"
    | "CardTabArea"
    | "CatalogArea"
    | "LeadSourceArea"
    | "SalesbotArea"
    | "MenuPageArea"
    | "EverywhereArea"
    | null;
  readonly brands: readonly Brand[];
  /** The brands whose current documentation no longer names it, although older pages do. */
  readonly retired: readonly Brand[];
  /** Only integrations that are published in the marketplace may list it. */
  readonly publicOnly: boolean;
  /** Other locations that must be listed beside it: one of each group. */
  readonly needs: readonly (readonly string[])[];
}

export type Brand = "kommo" | "amocrm";

const both = ["kommo", "amocrm"] as const;
const kommo = ["kommo"] as const;
const amocrm = ["amocrm"] as const;
const none = {
  suffix: false,
  block: null,
  callbacks: [],
  area: null,
  brands: both,
  retired: [],
  publicOnly: false,
  needs: [],
} as const;

export const locations = [
  { ...none, code: "lcard", suffix: true, draws: "a block beside the lead card", area: "CardArea" },
  { ...none, code: "ccard", suffix: true, draws: "a block beside the contact card", area: "CardArea" },
  { ...none, code: "comcard", suffix: true, draws: "a block beside the company card", area: "CardArea" },
  {
    ...none,
    code: "cucard",
    suffix: true,
    draws: "a block beside the customer card",
    area: "CardArea",
    retired: kommo,
  },
  {
    ...none,
    code: "llist",
    suffix: true,
    draws: "an action on selected leads",
    callbacks: ["leads.selected"],
    area: "ListArea",
  },
  {
    ...none,
    code: "clist",
    suffix: true,
    draws: "an action on selected contacts and companies",
    callbacks: ["contacts.selected"],
    area: "ListArea",
  },
  {
    ...none,
    code: "culist",
    suffix: true,
    draws: "an action on selected customers",
    callbacks: ["customers.selected"],
    area: "ListArea",
    retired: kommo,
  },
  {
    ...none,
    code: "tlist",
    suffix: true,
    draws: "an action on selected tasks",
    callbacks: ["todo.selected", "calendarSync"],
    area: "ListArea",
  },
  {
    ...none,
    code: "settings",
    draws: "fields in the settings modal",
    callbacks: ["settings", "onSave", "onInstall"],
    area: "SettingsArea",
  },
  {
    ...none,
    code: "advanced_settings",
    draws: "a page of its own in Settings",
    block: "advanced",
    callbacks: ["advancedSettings"],
    area: "AdvancedSettingsArea",
  },
  {
    ...none,
    code: "digital_pipeline",
    draws: "an action of the pipeline's automation",
    block: "dp",
    callbacks: ["dpSettings"],
    area: "DigitalPipelineArea",
  },
  {
    ...none,
    code: "card_sdk",
    draws: "a tab in the card",
    callbacks: ["loadPreloadedData", "loadElements", "linkCard", "searchDataInCard"],
    area: "CardTabArea",
    needs: [["lcard", "ccard", "comcard", "cucard"], ["settings"]],
  },
  {
    ...none,
    code: "catalogs",
    draws: "the card of a list element",
    callbacks: ["loadCatalogElement"],
    area: "CatalogArea",
  },
  {
    ...none,
    code: "lead_sources",
    draws: "a source of a pipeline",
    callbacks: ["onAddAsSource"],
    area: "LeadSourceArea",
  },
  {
    ...none,
    code: "salesbot_designer",
    draws: "a step of the Salesbot designer",
    block: "salesbot_designer",
    callbacks: ["salesbotDesignerSettings", "onSalesbotDesignerSave"],
    area: "SalesbotArea",
  },
  {
    ...none,
    code: "widget_page",
    draws: "a page of the left menu",
    block: "left_menu",
    callbacks: ["initMenuPage"],
    area: "MenuPageArea",
    publicOnly: true,
  },
  { ...none, code: "everywhere", draws: "nothing of its own; it runs on every page", area: "EverywhereArea" },
  { ...none, code: "sms", draws: "a sender of the system's SMS", block: "sms" },
  { ...none, code: "mobile_card", draws: "a block in the mobile app", block: "mobile" },
  { ...none, code: "website_chat_button", draws: "an entry of the website chat button", brands: kommo },
  { ...none, code: "whatsapp_modal", draws: "an entry of the WhatsApp modal", retired: kommo },
  { ...none, code: "ai_agent", draws: "a tile in the AI agent's settings", brands: kommo },
  { ...none, code: "tline", draws: "the task line", brands: amocrm, callbacks: ["calendarSync"] },
  { ...none, code: "tcalendar", draws: "the task calendar", brands: amocrm, callbacks: ["calendarSync"] },
  { ...none, code: "amoforms", draws: "a field of web forms", block: "amoforms_settings", brands: amocrm },
  { ...none, code: "personal_page", draws: "a part of the client portal", brands: amocrm },
] as const satisfies readonly Location[];

type Row = (typeof locations)[number];

export type LocationCode = Row["code"];

/** The locations that take `"panel"` or `"hidden"`; the others take `true`. */
export type SuffixedLocation = Extract<Row, { suffix: true }>["code"];

/** The locations that only a widget of the marketplace may list. */
export type PublicLocation = Extract<Row, { publicOnly: true }>["code"];

/** The name of the area class that draws a location: `AreaOf<"lcard">` is `"CardArea"`, of `"sms"` it is `null`. */
export type AreaOf<L extends LocationCode> = Extract<Row, { code: L }>["area"];

/** The names of all area classes of `komponent`. */
export type AreaKind = NonNullable<Row["area"]>;

/** The locations that a class draws; the others live in the manifest alone. */
export type DrawnLocation = { [L in LocationCode]: AreaOf<L> extends null ? never : L }[LocationCode];

/**
 * What the manifest of an author calls the blocks of `manifest.json`. `advanced` has no entry: it holds one title,
 * whose text key is fixed, so that the location alone says everything.
 */
export const blockKeys = {
  dp: "digitalPipeline",
  salesbot_designer: "salesbotDesigner",
  left_menu: "leftMenu",
  sms: "sms",
  mobile: "mobile",
  amoforms_settings: "amoforms",
} as const;

/**
 * Finds a location by its code without suffix.
 *
 * @example
 * findLocation("lcard")?.draws // "a block beside the lead card"
 */
export function findLocation(code: string): Location | undefined {
  return locations.find((location) => location.code === code);
}
