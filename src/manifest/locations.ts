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
  /** Only integrations that are published in the marketplace may list it. */
  readonly publicOnly: boolean;
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
  publicOnly: false,
} as const;

export const locations = [
  { ...none, code: "lcard", suffix: true, draws: "a block beside the lead card", area: "CardArea" },
  { ...none, code: "ccard", suffix: true, draws: "a block beside the contact card", area: "CardArea" },
  { ...none, code: "comcard", suffix: true, draws: "a block beside the company card", area: "CardArea" },
  { ...none, code: "cucard", suffix: true, draws: "a block beside the customer card", area: "CardArea" },
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
  },
  {
    ...none,
    code: "tlist",
    suffix: true,
    draws: "an action on selected tasks",
    callbacks: ["todo.selected"],
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
  { ...none, code: "whatsapp_modal", draws: "an entry of the WhatsApp modal" },
  { ...none, code: "ai_agent", draws: "a tile in the AI agent's settings", brands: kommo },
  { ...none, code: "tline", draws: "the task line", brands: amocrm, callbacks: ["calendarSync"] },
  { ...none, code: "tcalendar", draws: "the task calendar", brands: amocrm, callbacks: ["calendarSync"] },
  { ...none, code: "amoforms", draws: "a field of web forms", block: "amoforms_settings", brands: amocrm },
  { ...none, code: "personal_page", draws: "a part of the client portal", brands: amocrm },
] as const satisfies readonly Location[];

export type LocationCode = (typeof locations)[number]["code"];

/**
 * Finds a location by its code without suffix.
 *
 * @example
 * findLocation("lcard")?.draws // "a block beside the lead card"
 */
export function findLocation(code: string): Location | undefined {
  return locations.find((location) => location.code === code);
}
