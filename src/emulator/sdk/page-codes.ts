/** The three names that the platform has for one page, and the entity that it shows. */
export interface PageDescription {
  /** `APP.getWidgetsArea()` */
  readonly code: string;
  /** `self.system().area` */
  readonly area: string;
  /** `APP.getV3WidgetsArea()` */
  readonly v3: string;
  /** `APP.getBaseEntity()` */
  readonly baseEntity: string;
  /** `APP.data.current_entity` */
  readonly currentEntity: string;
}

/** Area of a page that belongs to no location; only widgets that run everywhere see it. */
export const outerSpace = "outer_space";

// code, area, dotted code, base entity. Kommo: Environment variables; amoCRM: Environment variables.
const table = [
  ["dashboard", outerSpace, "dashboard", "dashboard"],
  ["leads", "llist", "leads.list", "leads"],
  ["leads-trash", outerSpace, "leads.trash", "leads"],
  ["leads-pipeline", outerSpace, "leads.pipeline", "leads"],
  ["leads-dp", "digital_pipeline", "dp.settings", "leads"],
  ["leads_card", "lcard", "leads.card", "leads"],
  ["contacts", "clist", "contacts.list", "contacts"],
  ["contacts-trash", outerSpace, "contacts.trash", "contacts"],
  ["contacts_card", "ccard", "contacts.card", "contacts"],
  ["companies", "clist", "companies.list", "companies"],
  ["companies_card", "comcard", "companies.card", "companies"],
  ["customers", "culist", "customers.list", "customers"],
  ["customers-trash", outerSpace, "customers.trash", "customers"],
  ["customers-pipeline", outerSpace, "customers.pipeline", "customers"],
  ["customers-dp", "digital_pipeline", "dp.settings", "customers"],
  ["customers_card", "cucard", "customers.card", "customers"],
  ["todo", "tlist", "todo.list", "todo"],
  ["todo-trash", outerSpace, "todo.trash", "todo"],
  ["todo-line", "tline", "todo.line", "todo"],
  ["todo-calendar", "tcalendar", "todo.calendar", "todo"],
  ["catalogs", "catalogs", "catalogs.list", "catalogs"],
  ["mail", outerSpace, "mail", "mail"],
  ["events", outerSpace, "stats.events", "events"],
  ["authlog", outerSpace, "authlog", "authlog"],
  ["stats", outerSpace, "stats.consolidate", "stats"],
  ["stats-human", outerSpace, "stats.activity", "stats"],
  ["statsCalls", outerSpace, "stats.calls", "stats"],
  ["settings", outerSpace, "settings.general", "settings"],
  ["settings-users", outerSpace, "settings.users", "settings"],
  ["settings-communications", "whatsapp_modal", "settings.communications", "settings"],
  ["widgetsSettings", "settings", "settings.widgets", "widgetsSettings"],
  ["salesbot_designer", "salesbot_designer", "salesbot_designer", "leads"],
  ["crm_plugin", "website_chat_button", "crm_plugin", "settings"],
  ["lead_sources", "lead_sources", "dp.settings", "leads"],
] as const;

/** Every code of `APP.getWidgetsArea()` that carries no widget's code. */
export const pageCodes: readonly string[] = table.map(([code]) => code);

/**
 * Names a page in the platform's vocabularies. An unknown code is a page outside every area.
 *
 * @example
 * describePage("leads_card").area // "lcard"
 * describePage("advanced-settings:playbook").area // "advanced_settings"
 */
export function describePage(code: string): PageDescription {
  if (code.startsWith("advanced-settings:")) {
    return nameWidgetPage(code, "advanced_settings", "widget.advanced_settings");
  }
  if (code.startsWith("widget-page:")) return nameWidgetPage(code, "widget_page", "widget.widget_page");
  const row = table.find(([name]) => name === code);
  if (row === undefined) {
    return { code, area: outerSpace, v3: code, baseEntity: code, currentEntity: code };
  }
  const [, area, v3, baseEntity] = row;
  return { code, area, v3, baseEntity, currentEntity: code.replace(/_card$/, "") };
}

function nameWidgetPage(code: string, area: string, v3: string): PageDescription {
  return { code, area, v3, baseEntity: "widgetsSettings", currentEntity: code };
}
