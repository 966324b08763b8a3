import { afterEach, describe, expect, it, vi } from "vitest";
import { createTestCrm, widgetOf, type TestCrm, type TestWidget } from "../sdk/fixtures/create-test-crm";
import type { WidgetObject } from "../sdk/widget/widget-object";

let crm: TestCrm;
vi.spyOn(console, "error").mockImplementation(() => {});

const login = { login: { name: "settings.login", type: "text", required: true } };

function setUp(make?: (self: WidgetObject) => Record<string, unknown>, widget: TestWidget = {}): void {
  crm = createTestCrm({
    hello: { locations: ["settings", "lcard-1"], module: widgetOf(make), settings: login, ...widget },
  });
}

async function openIntegrations(): Promise<Element> {
  document.body.innerHTML =
    '<div class="modal hello"><div class="right"><div class="widget_settings_block"><input name="login" value="text"></div></div></div>';
  await crm.open({ code: "widgetsSettings", path: "/settings/widgets/" });
  return document.querySelector(".right") as Element;
}

afterEach(() => {
  crm.loader.dispose();
  crm.host.dispose();
});

const selecting = (name: string, seen: unknown[]) => (self: WidgetObject) => ({
  [name]: { selected: () => seen.push((self.list_selected as () => unknown)()) },
});

describe("the settings modal", () => {
  it("hands the right part of the modal to settings, and the lead source's context where there is one", async () => {
    const seen: unknown[][] = [];
    setUp(() => ({ settings: (...args: unknown[]) => seen.push(args) }));
    const body = await openIntegrations();

    await crm.loader.openSettings("hello", body);
    await crm.loader.openSettings("hello", body, { source_id: 7, external_id: "x" });

    const [first, second] = seen as [[JQuery], [JQuery, object]];
    expect(first[0].find('input[name="login"]').val()).toBe("text");
    expect(first.length).toBe(1);
    expect(second[1]).toEqual({ source_id: 7, external_id: "x" });
    expect(crm.APP.widgets.system.area).toBe("settings");
  });

  it("starts a widget that is switched off", async () => {
    setUp(() => ({ settings: () => true }));
    crm.model.run("disableWidget", { code: "hello" });
    const body = await openIntegrations();
    expect(crm.log).toEqual([]);

    await crm.loader.openSettings("hello", body);

    expect(crm.log).toEqual(["hello.render", "hello.init", "hello.bind_actions", "hello.settings"]);
    expect(crm.widget().params?.widget_active).toBe("N");
  });

  it("is where widgets find themselves by the open view", async () => {
    setUp(() => ({ settings: () => true }));
    const body = await openIntegrations();
    await crm.open({ code: "widgetsSettings", path: "/settings/widgets/", view: { element: document.body } });

    await crm.loader.openSettings("hello", body);

    expect(crm.APP.data.current_view?.widget_obj).toBe(crm.widget());
  });

  it("renders a running widget again", async () => {
    setUp(() => ({ settings: () => true }));
    const body = await openIntegrations();

    await crm.loader.openSettings("hello", body);

    expect(crm.log.slice(3)).toEqual(["hello.render", "hello.settings"]);
  });

  it("starts a widget once where it is opened while the page still starts it", async () => {
    setUp(() => ({ settings: () => true }));
    const body = await openIntegrations();
    crm.loader.closePage();
    crm.log.length = 0;

    const page = crm.open({ code: "widgetsSettings", path: "/settings/widgets/" });
    await Promise.all([page, crm.loader.openSettings("hello", body)]);

    expect(crm.log.filter((name) => name === "hello.init")).toEqual(["hello.init"]);
    expect(crm.log.filter((name) => name === "hello.settings")).toEqual(["hello.settings"]);
  });

  it("answers false for a widget whose script failed", async () => {
    crm = createTestCrm({ hello: { locations: ["settings"], error: new Error("script error") } });
    const body = await openIntegrations();

    expect(await crm.loader.openSettings("hello", body)).toBe(false);
  });
});

describe("saving", () => {
  it.each([
    ["true", () => true, true],
    ["a promise", () => Promise.resolve(), true],
    ["a jQuery promise", () => window.$.Deferred().resolve().promise(), true],
    ["false", () => false, false],
    ["nothing", () => undefined, false],
    ["a promise of false", () => Promise.resolve(false), false],
    ["a rejected promise", () => Promise.reject(new Error("refused")), false],
    [
      "an exception",
      () => {
        throw new Error("broken");
      },
      false,
    ],
    ["no onSave", undefined, false],
  ])("with an onSave that gives %s", async (_what, onSave, expected) => {
    setUp(() => ({ onSave }));
    await openIntegrations();

    const saved = await crm.loader.saveSettings("hello", { fields: { login: "new" } });

    expect(saved).toBe(expected);
    expect(crm.model.tables.widgets.get("hello")?.settings.login).toBe(expected ? "new" : "text");
    expect(crm.widget().params?.login).toBe(expected ? "new" : "text");
  });

  it("stores the fields as the widget left them, and tells the document", async () => {
    setUp(
      () => ({
        onSave(event: { active: string; fields: Record<string, string> }) {
          event.fields.custom = JSON.stringify({ active: event.active });
          return true;
        },
      }),
      { settings: { custom: { name: "settings.custom", type: "custom", required: false } } },
    );
    await openIntegrations();
    let told: unknown[] = [];
    crm.$(document).on("widget:installed.test", (_event, ...args: unknown[]) => (told = args));

    await crm.loader.saveSettings("hello", { fields: { custom: "" } });
    crm.$(document).off(".test");

    expect(crm.model.tables.widgets.get("hello")?.settings).toEqual({ custom: '{"active":"Y"}' });
    expect(crm.widget().params?.custom).toBe('{"active":"Y"}');
    expect(told).toEqual(["hello", '{"custom":"{\\"active\\":\\"Y\\"}"}']);
  });

  it("calls onInstall once before, and minds no error of it", async () => {
    setUp(() => ({
      onInstall() {
        throw new Error("install");
      },
    }));
    await openIntegrations();

    const saved = await crm.loader.saveSettings("hello", { fields: {}, install: true });

    expect(saved).toBe(true);
    expect(crm.log.slice(-2)).toEqual(["hello.onInstall!", "hello.onSave"]);
  });

  it("keeps the list that setSdkCatalogId names", async () => {
    setUp((self) => ({
      onSave() {
        (self.setSdkCatalogId as (id: unknown) => void)(String(catalog()));
        return true;
      },
    }));
    const catalog = () => [...crm.model.tables.catalogs.all()][0]?.id;
    await openIntegrations();

    await crm.loader.saveSettings("hello", { fields: {} });

    expect(crm.model.tables.widgets.get("hello")?.sdk_catalog_id).toBe(catalog());
  });
});

describe("switching off and on", () => {
  it("calls onSave with active N, then destroy, then widget:removed", async () => {
    const seen: unknown[] = [];
    setUp(() => ({
      onSave: (event: { active: string }) => seen.push(event.active) > 0,
      destroy: () => seen.push("destroy"),
    }));
    await openIntegrations();
    crm.$(document).on("widget:removed.test", (_event, code: string) => void seen.push(`removed ${code}`));

    const isOff = await crm.loader.disable("hello");
    crm.$(document).off(".test");

    expect(isOff).toBe(true);
    expect(seen).toEqual(["N", "destroy", "removed hello"]);
    expect(crm.APP.widgets.list).toEqual({});
    expect(crm.model.tables.widgets.get("hello")?.is_active).toBe(false);
  });

  it("cannot be refused by the widget", async () => {
    setUp(() => ({ onSave: () => false }));
    await openIntegrations();

    expect(await crm.loader.disable("hello")).toBe(true);
  });

  it("ends a widget with init_once too", async () => {
    setUp(undefined, { initOnce: true });
    await openIntegrations();

    await crm.loader.disable("hello");
    await crm.openCard();

    expect(crm.APP.widgets.list).toEqual({});
  });

  it("starts it again where it belongs", async () => {
    setUp();
    await openIntegrations();
    await crm.loader.disable("hello");

    await crm.loader.enable("hello");

    expect(Object.keys(crm.APP.widgets.list)).toEqual(["hello"]);
    expect(crm.model.tables.widgets.get("hello")?.settings).toEqual({ login: "text" });
  });
});

describe("the list's menu", () => {
  it.each([
    ["leads", ["llist-1"], "leads", 1],
    ["leads", ["llist-0"], "leads", 1],
    ["leads", ["everywhere"], "leads", 0],
    ["contacts", ["clist"], "contacts", 1],
    ["companies", ["clist"], "contacts", 1],
    ["customers", ["culist-1"], "customers", 1],
    ["todo", ["tlist-1"], "todo", 1],
    ["todo", ["tlist-1"], "tasks", 1],
    ["leads", ["llist-1"], "contacts", 0],
  ])("of %s, for a widget with %j and a callback in %s", async (code, locations, name, count) => {
    setUp(selecting(name, []), { locations, langs: { widget: { name: "Hello" } } });

    await crm.openList(code);

    expect(crm.loader.listListActions()).toEqual(count === 0 ? [] : [{ code: "hello", title: "Hello" }]);
    expect(await crm.loader.runListAction("hello")).toBe(count > 0);
  });

  it("opens the panel with the widget's block and lets it read what is ticked", async () => {
    const seen: unknown[] = [];
    setUp(
      (self) => ({
        leads: {
          selected() {
            seen.push((self.list_selected as () => unknown)());
            self.render_template({ body: "<b>hello</b>", render: "" });
          },
        },
      }),
      { locations: ["llist-1"] },
    );
    await crm.openList();
    const [first] = crm.host.list?.models ?? [];
    first?.set({ is_checked: true });

    await crm.loader.runListAction("hello");

    expect(seen).toEqual([
      {
        selected: [
          {
            id: first?.id,
            type: "lead",
            emails: ["a0@x.example", "b0@x.example"],
            phones: ["+1 212 555 0100"],
          },
        ],
        summary: { items: 1, emails: 2, phones: 1 },
      },
    ]);
    expect(crm.$("#widgets_block").css("display")).not.toBe("none");
    expect(crm.$(".card-widgets__widget-hello .card-widgets__widget__body").hasClass("js-body-hide")).toBe(
      true,
    );
  });
});

describe("other openings", () => {
  it("calls dpSettings with the form of the action", async () => {
    const seen: unknown[] = [];
    setUp(() => ({ dpSettings: ($form: JQuery) => seen.push($form.find("input").length) }));
    document.body.innerHTML = "<form><input></form>";
    await crm.open({ code: "leads-dp", path: "/settings/pipeline/leads/1/" });

    expect(await crm.loader.openPipelineAction("hello", document.querySelector("form") as Element)).toBe(
      true,
    );

    expect(seen).toEqual([1]);
    expect(crm.APP.widgets.system.area).toBe("digital_pipeline");
  });

  it("gives the designer's values by their names, and inside the handler that holds them", async () => {
    let seen: unknown[] = [];
    setUp(() => ({
      salesbotDesignerSettings(
        _$body: JQuery,
        _row: unknown,
        params: { params: { params: { params: object } } },
      ) {
        seen = [{ ...params }, params.params.params.params];
      },
    }));
    await crm.open({ code: "salesbot_designer", path: "/settings/salesbot/" });

    await crm.loader.openDesigner("hello", document.createElement("div"), { text: "Hi" });

    expect(seen).toEqual([{ text: "Hi" }, { text: "Hi" }]);
  });

  it.each([
    [
      { exits: [{ code: "ok", title: "Done" }, { code: 7 }] },
      [
        { code: "ok", title: "Done" },
        { code: "7", title: "7" },
      ],
    ],
    [{}, []],
    [undefined, []],
    [{ exits: "none" }, []],
  ])("reads the exits of the designer from %j", async (answer, expected) => {
    let rows = "";
    setUp(() => ({
      salesbotDesignerSettings(_$body: JQuery, renderRow: (caption: string) => string) {
        rows = renderRow("<Exits>");
        return answer;
      },
    }));
    await crm.open({ code: "salesbot_designer", path: "/settings/salesbot/" });

    expect(await crm.loader.openDesigner("hello", document.createElement("div"), {})).toEqual(expected);

    expect(rows).toContain("&lt;Exits&gt;");
  });

  it.each([
    ["[]", "[]"],
    [undefined, null],
    [{ a: 1 }, null],
  ])("takes %j of onSalesbotDesignerSave as %j", async (answer, expected) => {
    setUp(() => ({ onSalesbotDesignerSave: () => answer }));
    await crm.open({ code: "salesbot_designer", path: "/settings/salesbot/" });

    expect(await crm.loader.saveDesigner("hello", "handler", { url: "x" })).toBe(expected);
  });

  it("opens a card tab, searches in it and links", async () => {
    const seen: unknown[][] = [];
    const item = { id: 1, sku: "a", name: "A", price: 5 };
    setUp(
      () => ({
        loadPreloadedData: async () => [item],
        loadElements: async (...args: unknown[]) => (seen.push(args), {}),
        searchDataInCard: async (...args: unknown[]) => (seen.push(args), [item, null]),
        linkCard: async (...args: unknown[]) => seen.push(args),
      }),
      { locations: ["card_sdk", "lcard-0"] },
    );
    await crm.openCard();
    const entity = { elementType: 2, id: crm.lead } as const;

    expect(await crm.loader.openCardTab("hello", entity)).toEqual({ preloaded: [item], linked: [] });
    expect(await crm.loader.searchCardTab("hello", "table", entity)).toEqual([item]);
    expect(await crm.loader.linkInCardTab("hello", { link: [] })).toBe(true);

    expect(seen).toEqual([[{ id: 2, type: "leads" }, crm.lead], ["table", 2, crm.lead], [{ link: [] }]]);
  });

  it("gives the element of a list to the widget that took the list, and to nobody else", async () => {
    const seen: unknown[] = [];
    setUp(() => ({ loadCatalogElement: (element: unknown) => seen.push(element) }), {
      locations: ["catalogs"],
    });
    const [catalog] = [...crm.model.tables.catalogs.all()];
    crm.model.run("setSdkCatalog", { code: "hello", catalog_id: catalog?.id ?? 0 });
    await crm.open({ code: "catalogs", path: "/catalogs/" });
    const element = { id: 5, name: { text: "Chair" } };

    expect(await crm.loader.editCatalogElement(catalog?.id ?? 0, element)).toBe(true);
    expect(await crm.loader.editCatalogElement(1, element)).toBe(false);

    expect(seen).toEqual([element]);
  });

  it("adds the widget as a source of a pipeline", async () => {
    const seen: unknown[] = [];
    setUp(
      (self) => ({
        onAddAsSource(pipeline: number) {
          seen.push(pipeline);
          (self.get_pipeline_id as () => JQueryDeferred<number>)().done((id) => void seen.push(id));
        },
      }),
      { locations: ["lead_sources"] },
    );
    const [pipeline] = [...crm.model.tables.pipelines.all()];
    await crm.open({ code: "lead_sources", path: "/settings/pipeline/leads/1/sources/" });

    await crm.loader.addAsSource("hello", pipeline?.id ?? 0);

    expect(seen).toEqual([pipeline?.id, pipeline?.id]);
  });

  it("lists what calendarSync offers", async () => {
    setUp(() => ({ calendarSync: () => ({ name: "Calendar", enabled: true }) }), {
      locations: ["tcalendar"],
    });
    await crm.open({ code: "todo-calendar", path: "/todo/calendar/" });

    expect(await crm.loader.listCalendars()).toEqual([
      { code: "hello", offer: { name: "Calendar", enabled: true } },
    ]);
  });
});

describe("containers that come late", () => {
  it.each([
    [20, 1],
    [-1, 0],
  ])("after %i ms", async (containerDelay, count) => {
    setUp();
    crm.loader.setFaults({ containerDelay });

    await crm.openCard();
    expect(document.querySelectorAll(".card-widgets__elements").length).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 40));

    expect(document.querySelectorAll(".card-widgets__elements").length).toBe(count);
    crm.loader.closePage();
    expect(document.querySelectorAll(".card-widgets__elements").length).toBe(1);
  });
});
