import { describe, expect, it } from "vitest";
import { locations } from "../../manifest/locations";
import { findRoute, listAreas } from "./routes";

describe("addresses of the CRM", () => {
  it.each([
    ["/", { screen: "dashboard", code: "dashboard" }],
    ["/dashboard/", { screen: "dashboard", code: "dashboard" }],
    ["/leads/detail/7", { screen: "card", code: "leads_card", entity: "leads", id: 7 }],
    ["/leads/detail/7/", { screen: "card", id: 7 }],
    ["/leads/add", { screen: "outside" }],
    ["/leads/detail/add", { screen: "card", id: 0 }],
    ["/customers/detail/9", { screen: "card", code: "customers_card" }],
    ["/leads/detail/7/tab/", { screen: "card", tab: true, widget: "mine" }],
    ["/leads/detail/7/mobile/", { screen: "mobile" }],
    ["/leads/detail/0x7", { screen: "outside" }],
    ["/leads/list/?page=2", { screen: "list", code: "leads", entity: "leads" }],
    ["/contacts/list/", { screen: "list", code: "contacts", entity: "contacts" }],
    ["/contacts/list/companies/", { screen: "list", code: "companies", entity: "companies" }],
    ["/leads/pipeline/", { screen: "kanban", code: "leads-pipeline", id: null }],
    ["/leads/pipeline/5/", { screen: "kanban", id: 5 }],
    ["/todo/list/", { screen: "tasks", code: "todo" }],
    ["/todo/calendar/", { screen: "task_calendar", code: "todo-calendar" }],
    ["/settings/widgets/", { screen: "integrations", code: "widgetsSettings" }],
    ["/settings/advanced/", { screen: "advanced_settings", code: "advanced-settings:mine", widget: "mine" }],
    ["/settings/advanced/other/", { code: "advanced-settings:other", widget: "other" }],
    ["/settings/pipeline/leads/5/", { screen: "automation", code: "leads-dp", id: 5 }],
    ["/settings/pipeline/leads/5/sources/", { screen: "sources", code: "lead_sources" }],
    ["/settings/salesbot/", { screen: "salesbot", code: "salesbot_designer" }],
    ["/catalogs/8101/", { screen: "catalog", code: "catalogs", id: 8101 }],
    ["/widget_page/", { screen: "widget_page", code: "widget-page:mine", item: null }],
    ["/widget_page/mine/reports/day/", { item: "reports", subitem: "day" }],
    ["/stats/widget/mine/day/", { screen: "widget_page", item: "stats", subitem: "day" }],
    ["/mail/", { screen: "mail", code: "mail", id: null }],
    ["/mail/thread/5201/", { screen: "mail", code: "mail", id: 5201 }],
    ["/chats/", { screen: "chats", code: "outer_space", id: null }],
    ["/chats/3101/", { screen: "chats", id: 3101 }],
    ["/anything/else", { screen: "outside", code: "outer_space" }],
    ["/%zz/%00", { screen: "outside" }],
  ])("%s", (path, expected) => {
    expect(findRoute(path, "mine")).toMatchObject(expected);
  });
});

describe("default pages of the areas", () => {
  const areas = listAreas({ lead: 1, contact: 2, company: 3, customer: 4, pipeline: 5, catalog: 6 });

  it("list every location of the platform once", () => {
    expect(areas.map(({ area }) => area)).toEqual(locations.map(({ code }) => code));
  });

  it("are paths of screens, none outside", () => {
    const screens = areas.map(({ url }) => findRoute(url, "mine").screen);

    expect(areas.every(({ url }) => /^\/[a-z0-9/_]+$/.test(url))).toBe(true);
    expect(screens).not.toContain("outside");
  });
});
