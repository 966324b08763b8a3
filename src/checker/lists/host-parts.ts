/** Parts of the CRM that no widget may touch, by their selectors. */
export const protectedParts = {
  save: /\.js-widget-save\b|#save_[\w\ufffc]|\.widget_settings_block__controls(?![\w-])/,
  rating: /\.widget-settings__additional-block\b|\.widget[-_][\w-]{0,60}?(?:rating|review)/,
  leftMenu: /#left_menu\b|#nav_menu\b|\.nav__[\w-]|\.nav_menu\b|\.left[-_]menu\b|\.aside(?![\w-])|\.aside__/,
} as const;

/** A part of the CRM's pages, and the locations that open it to a widget. */
export interface HostPart {
  /** After "changes": "the settings window". */
  readonly name: string;
  readonly selector: RegExp;
  /** None: no location opens it. */
  readonly locations: readonly string[];
}

const cards = ["lcard", "ccard", "comcard", "cucard", "card_sdk"];
const lists = ["llist", "clist", "culist", "tlist"];
const pages = ["advanced_settings", "widget_page"];

/**
 * The parts whose names are known, the narrower first. `everywhere` opens all that some location opens: the board of a
 * pipeline, for one, has no code of its own. Kommo: Widget locations, Connection areas; the names are those that
 * widgets in the field ask for.
 */
export const hostParts: readonly HostPart[] = [
  { name: "the billing page", selector: /[.#]billing[\w-]*/i, locations: [] },
  { name: "the user's picture in the menu", selector: /\.n-avatar\b/, locations: [] },
  { name: "the notification centre", selector: /[.#](?:js-)?notifications?(?![a-z])/, locations: [] },
  { name: "the mailbox and the chats", selector: /\.inbox-[\w-]/, locations: [] },
  { name: "the dashboard", selector: /#dashboard_holder\b|\.stat__[\w-]/, locations: [] },
  { name: "the menu of the settings", selector: /[.#]settings[-_]menu\b/, locations: [] },
  {
    name: "the settings window",
    selector: /[.#]widget[-_]settings[\w-]*|\.view-integration-modal/,
    locations: [
      "settings",
      "digital_pipeline",
      "salesbot_designer",
      "lead_sources",
      "website_chat_button",
      "whatsapp_modal",
      "ai_agent",
    ],
  },
  {
    name: "the automation of pipelines",
    selector: /\.digital-pipeline[\w-]*|\.js-trigger-/,
    locations: ["digital_pipeline"],
  },
  {
    name: "the board of a pipeline",
    selector: /[.#]pipeline_(?:leads|status|items|holder|wrapper)/,
    locations: ["llist", "lead_sources", "digital_pipeline"],
  },
  { name: "the right panel", selector: /\.card-widgets|#widgets_block\b/, locations: [...cards, ...lists] },
  {
    name: "the card",
    selector:
      /\.card[-_](?:holder|fields|entity|tabs?|top|cf|head)[\w-]*|#card_holder\b|\.linked-form[\w-]*|\.feed-[\w-]/,
    locations: [...cards, "catalogs"],
  },
  {
    name: "the list",
    selector: /\.list-(?:row|top|multiple)[\w-]*|#list_table\b/,
    locations: [...lists, ...pages],
  },
  {
    name: "the page of the settings",
    selector: /#(?:list_page_holder|work_area)\b|\.content__top[\w-]*|\.list__body-right/,
    locations: [...pages, ...lists],
  },
];
