import type { LocationCode } from "../../src/manifest/locations";

/** How a person sees the widget of one connection area. */
export interface AreaVisit {
  readonly area: LocationCode;
  /** Where to go; null where the address is that of `/-/areas.json`. */
  readonly url: string | null;
  /** What is pressed there, one after the other, each as soon as it stands. */
  readonly presses: readonly string[];
  /** What stands then: the widget's own drawing, or what the CRM draws for it. */
  readonly drawn: string;
  /** The callbacks that the widget has heard, in their order. */
  readonly callbacks: readonly string[];
}

const start = ["render", "init", "bind_actions"];
const own = ".area_widget";

function visitCard(area: LocationCode): AreaVisit {
  return {
    area,
    url: null,
    presses: [],
    drawn: `.card-widgets__widget-area_${area} ${own}`,
    callbacks: start,
  };
}

function visitList(area: LocationCode, seen: string): AreaVisit {
  return {
    area,
    url: null,
    presses: [
      "#list_table .js-list-row:nth-of-type(2) .control-checkbox",
      "#list_table .js-list-row:nth-of-type(3) .control-checkbox",
      ".js-list-more-actions",
      `.js-widget-action_area_${area} button`,
    ],
    drawn: `.card-widgets__widget-area_${area} ${own}`,
    callbacks: [...start, `selected ${seen}`],
  };
}

/** The widget runs on a page that is the CRM's own, or its entry there is all that one sees. */
function visitEntry(area: LocationCode, drawn: string, callbacks: readonly string[] = start): AreaVisit {
  return { area, url: null, presses: [], drawn, callbacks };
}

/** Every location of the platform once. */
export const areaVisits: readonly AreaVisit[] = [
  visitCard("lcard"),
  visitCard("ccard"),
  visitCard("comcard"),
  visitCard("cucard"),
  visitList("llist", "2"),
  visitList("clist", "2"),
  visitList("culist", "2"),
  // The platform knows the tasks' list as `todo`, which `list_selected` does not.
  visitList("tlist", "false"),
  {
    area: "settings",
    url: null,
    presses: [".widget-card[data-code=area_settings] .js-widget-open"],
    drawn: `.widget-settings__modal.area_settings ${own}`,
    // The page has started it; the window has it render once more.
    callbacks: [...start, "render", "settings"],
  },
  {
    area: "advanced_settings",
    url: "/settings/advanced/area_advanced_settings/",
    presses: [],
    drawn: `#work-area-area_advanced_settings ${own}`,
    callbacks: [...start, "advancedSettings"],
  },
  {
    area: "digital_pipeline",
    url: null,
    presses: [
      ".digital-pipeline__column[data-id]:not(.digital-pipeline__column_incoming) .js-add-trigger",
      ".digital-pipeline__choice[data-widget-code=area_digital_pipeline]",
    ],
    drawn: `[data-action=send_widget_hook] ${own}`,
    callbacks: [...start, "render", "dpSettings"],
  },
  {
    area: "card_sdk",
    url: null,
    presses: [],
    drawn: `#area_card_sdk ${own}`,
    callbacks: [...start, "loadPreloadedData", "loadElements 2 31200001"],
  },
  {
    area: "catalogs",
    url: null,
    presses: ["#list_table .js-catalog-element"],
    drawn: `.area_widget__modal ${own}`,
    callbacks: [...start, "loadCatalogElement"],
  },
  {
    area: "lead_sources",
    url: null,
    presses: [".digital-pipeline__source[data-id][data-widget-code=area_lead_sources]"],
    drawn: `.widget-settings__modal.area_lead_sources ${own}`,
    callbacks: [...start, "render", "settings of a source"],
  },
  {
    area: "salesbot_designer",
    url: null,
    presses: [".widget-entry[data-widget-code=area_salesbot_designer] button"],
    drawn: `.salesbot-designer__block ${own}`,
    callbacks: [...start, "render", "salesbotDesignerSettings"],
  },
  {
    area: "widget_page",
    url: "/widget_page/area_widget_page/item/first/",
    presses: [],
    drawn: `#work-area-area_widget_page ${own}`,
    callbacks: [...start, "initMenuPage widget_page/item/first"],
  },
  visitEntry("everywhere", "#work_area"),
  visitEntry("sms", ".widget-entry[data-widget-code=area_sms]"),
  visitEntry("mobile_card", ".crm-phone__block[data-widget-code=area_mobile_card]", []),
  visitEntry("website_chat_button", ".widget-entry[data-widget-code=area_website_chat_button]"),
  visitEntry("whatsapp_modal", ".modal-whatsapp .widget-entry[data-widget-code=area_whatsapp_modal]"),
  visitEntry("ai_agent", ".ai-tile[data-widget-code=area_ai_agent]", []),
  visitEntry("tline", "#list_page_holder"),
  visitEntry("tcalendar", "#list_page_holder"),
  visitEntry("amoforms", "#work_area", []),
  visitEntry("personal_page", "#work_area", []),
];
