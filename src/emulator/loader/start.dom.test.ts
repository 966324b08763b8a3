import { afterEach, describe, expect, it, vi } from "vitest";
import { createTestCrm, widgetOf, type TestCrm, type TestWidget } from "../sdk/fixtures/create-test-crm";
import type { WidgetObject } from "../sdk/widget/widget-object";

let crm: TestCrm;
const quiet = vi.spyOn(console, "error").mockImplementation(() => {});

function setUp(widget: TestWidget | Readonly<Record<string, TestWidget>>): TestCrm {
  crm = createTestCrm(
    "module" in widget || "error" in widget ? { hello: widget } : (widget as Record<string, TestWidget>),
  );
  return crm;
}

afterEach(() => {
  crm.loader.dispose();
  crm.host.dispose();
  quiet.mockClear();
});

const later = <T>(value: T) => new Promise<T>((resolve) => setTimeout(() => resolve(value), 5));

describe("the order of a widget's start", () => {
  it.each([
    ["true", () => true, ["render", "init", "bind_actions"]],
    ["another truthy value", () => "yes", ["render", "init", "bind_actions"]],
    ["a promise", () => later(undefined), ["bind_actions", "render", "init"]],
    ["a rejected promise", () => Promise.reject(new Error("no")), ["bind_actions", "render!"]],
    ["false", () => false, ["render", "bind_actions"]],
    ["nothing", () => undefined, ["render", "bind_actions"]],
    [
      "an exception",
      () => {
        throw new Error("no");
      },
      ["render!", "bind_actions"],
    ],
  ])("with a render that gives %s", async (_what, render, expected) => {
    setUp({ module: widgetOf(() => ({ render })) });

    await crm.openCard();

    expect(crm.log).toEqual(expected.map((name) => `hello.${name}`));
  });

  it("lets a falsy render block bind_actions too in the documented order", async () => {
    setUp({ module: widgetOf(() => ({ render: () => false })) });
    crm.loader.setFaults({ order: "documented" });

    await crm.openCard();

    expect(crm.log).toEqual(["hello.render"]);
  });

  it("calls each callback twice where that fault is on", async () => {
    setUp({ module: widgetOf() });
    crm.loader.setFaults({ callTwice: true });

    await crm.openCard();

    expect(crm.log).toEqual(
      ["render", "render", "init", "init", "bind_actions", "bind_actions"].map((name) => `hello.${name}`),
    );
  });

  it("waits for jQuery's promises as for any other", async () => {
    setUp({ module: widgetOf(() => ({ render: () => crm.$.Deferred().resolve("done").promise() })) });

    await crm.openCard();

    expect(crm.log).toContain("hello.init");
  });

  it("tells the document before init that the widget has loaded", async () => {
    const seen: string[] = [];
    setUp({ module: widgetOf(() => ({ init: () => seen.push("init") })) });
    crm.$(document).on("widget:hello:loaded", () => void seen.push("loaded"));

    await crm.openCard();
    crm.$(document).off("widget:hello:loaded");

    expect(seen).toEqual(["loaded", "init"]);
  });

  it("says that all have loaded, and tells the list", async () => {
    setUp({ module: widgetOf(), locations: ["llist-1"] });
    let told = 0;
    crm.$(document).on("list:checkbox.test", () => (told += 1));

    await crm.openList();
    crm.$(document).off(".test");

    expect(crm.APP.widgets.loaded).toBe(true);
    expect(told).toBe(1);
  });

  it("goes on with the page when a render never ends", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    setUp({ module: widgetOf(() => ({ render: () => new Promise(() => {}) })) });

    const opened = crm.openCard();
    await vi.advanceTimersByTimeAsync(6000);
    await opened;
    vi.useRealTimers();

    expect(crm.log).toEqual(["hello.bind_actions"]);
  });
});

describe("what the platform makes of script.js", () => {
  it("replaces the prototype of the author's function and runs no base constructor", async () => {
    const seen: Record<string, unknown> = {};
    function Author(this: WidgetObject) {
      Object.assign(seen, {
        langs: this.langs,
        params: this.params,
        settings: callSettings(this),
        own: this.own,
      });
      this.callbacks = { render: () => true, init: () => true, bind_actions: () => true };
    }
    Author.prototype.own = "lost";
    setUp({ module: Author, langs: { widget: { name: "Hello" } } });

    await crm.openCard();

    expect(seen).toEqual({ langs: undefined, params: undefined, settings: undefined, own: undefined });
    expect(crm.widget().langs).toMatchObject({ widget: { name: "Hello" } });
    expect(crm.widget().ns).toBe(".widget:hello");
    expect(crm.widget().init_once).toBe("N");
    expect(crm.widget()).toBeInstanceOf(Author);
  });

  it.each([
    [
      "a class",
      class Module {
        callbacks = {};
      },
      "script.js gives a class; the platform replaces the prototype, which a class forbids",
    ],
    [
      "an arrow function",
      () => {},
      "script.js gives an arrow function or a method; the platform needs a plain function",
    ],
  ])("refuses %s, and lays it to the widget", async (_what, module, message) => {
    setUp({ module });

    await crm.openCard();

    expect(crm.APP.widgets.list).toEqual({});
    expect(crm.errors).toMatchObject([{ widget: "hello", area: "lcard", message, origin: "widget" }]);
    expect(quiet).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["a module of type object", { render() {} }],
    ["nothing", undefined],
  ])("passes over %s, and the report tells it", async (what, module) => {
    crm = createTestCrm({ hello: { module: module ?? null } });

    await crm.openCard();

    expect(crm.APP.widgets.list).toEqual({});
    expect(crm.errors).toMatchObject([
      {
        widget: "hello",
        message: `script.js gives ${what}; the platform passes over what is no function`,
        origin: "widget",
      },
    ]);
  });

  it.each(["render", "init", "bind_actions"])("drops a widget without %s", async (name) => {
    setUp({ module: widgetOf(() => ({ [name]: undefined })) });

    await crm.openCard();

    expect(crm.APP.widgets.list).toEqual({});
    expect(crm.log).toEqual([]);
  });

  it("reports a script that could not be loaded", async () => {
    setUp({ error: new Error("script error") });

    await crm.openCard();

    expect(crm.errors).toMatchObject([{ widget: "hello", message: "script error", origin: "widget" }]);
  });

  it("calls a callback as a method of its object", async () => {
    const seen: unknown[] = [];
    const callbacks = {
      render(this: unknown) {
        seen.push(this);
        return true;
      },
    };
    setUp({
      module: widgetOf(() => callbacks),
    });

    await crm.openCard();

    expect(seen).toEqual([crm.widget().callbacks]);
  });

  it("hands over settings with the system's keys, and the integration's name over that of the texts", async () => {
    setUp({
      module: widgetOf(),
      settings: { login: { name: "settings.login", type: "text", required: true } },
      langs: { widget: { name: "Hello" }, settings: { login: "Login" } },
    });

    await crm.openCard();

    expect(crm.widget().params).toMatchObject({
      login: "text",
      id: 1,
      widget_code: "hello",
      widget_active: "Y",
      active: "Y",
      status: "installed",
      path: "/widgets/hello",
      cdn_path: "/widgets/hello",
      images_path: "/widgets/hello/images",
      version: "1.2.3",
    });
    expect(crm.widget().langs).toMatchObject({ widget: { name: "Hello" }, settings: { login: "Login" } });
  });
});

describe("errors", () => {
  it.each(["render", "init", "bind_actions"])(
    "of %s are caught, written once, reported, and stop nobody",
    async (name) => {
      const broken = widgetOf(() => ({
        [name]: () => {
          throw new Error(`broken ${name}`);
        },
      }));
      setUp({ broken: { module: broken }, whole: { module: widgetOf() } });

      await crm.openCard();

      expect(crm.errors).toMatchObject([{ widget: "broken", message: `broken ${name}`, origin: "widget" }]);
      expect(quiet).toHaveBeenCalledTimes(1);
      expect(crm.log).toContain("whole.init");
      expect(crm.callbacks.find((entry) => entry.widget === "broken" && entry.name === name)).toMatchObject({
        area: "lcard",
        ok: false,
        error: `broken ${name}`,
      });
    },
  );

  it("of the constructor leave no widget behind", async () => {
    setUp({ module: Broken });

    await crm.openCard();

    expect(crm.APP.widgets.list).toEqual({});
    expect(crm.errors).toMatchObject([{ widget: "hello", message: "constructor" }]);
  });

  it("that nobody catches are reported by the window, with the widget of their folder", async () => {
    setUp({ module: widgetOf() });
    const error = new Error("late");
    error.stack = "Error: late\n    at click (http://127.0.0.1/widgets/hello/script.js:1:1)";

    window.dispatchEvent(new ErrorEvent("error", { error, message: "late" }));

    expect(crm.errors).toMatchObject([{ widget: "hello", message: "late", origin: "widget" }]);
  });
});

describe("navigation", () => {
  it("destroys a widget, takes its handlers and blocks away, and starts a new one", async () => {
    let clicks = 0;
    setUp({
      module: widgetOf((self) => ({
        render() {
          self.render_template({ body: "<b>hello</b>", render: "" });
          return true;
        },
        bind_actions() {
          crm.$(document).on(`click${self.ns}`, () => (clicks += 1));
        },
      })),
    });
    await crm.openCard();
    const first = crm.widget();

    await crm.openCard();
    document.body.click();

    expect(crm.widget()).not.toBe(first);
    expect(crm.log).toEqual(
      ["render", "init", "bind_actions", "render", "init", "bind_actions"].map((name) => `hello.${name}`),
    );
    expect(clicks).toBe(1);
    expect(document.querySelectorAll(".card-widgets__widget-hello").length).toBe(1);
  });

  it("calls destroy after page:changed", async () => {
    const seen: string[] = [];
    setUp({ module: widgetOf(() => ({ destroy: () => seen.push("destroy") })) });
    await crm.openCard();
    crm.$(document).on("page:changed.test", () => void seen.push("page:changed"));

    crm.loader.closePage();
    crm.$(document).off(".test");

    expect(seen).toEqual(["page:changed", "destroy"]);
    expect(crm.APP.widgets.list).toEqual({});
  });

  it("only renders a widget with init_once again, on pages that it does not list too", async () => {
    setUp({ module: widgetOf(), initOnce: true, locations: ["lcard-1"] });
    await crm.openCard();
    const first = crm.widget();

    await crm.openList();
    await crm.open({ code: "dashboard", path: "/dashboard/" });

    expect(crm.widget()).toBe(first);
    expect(crm.log).toEqual([
      "hello.render",
      "hello.init",
      "hello.bind_actions",
      "hello.render",
      "hello.render",
    ]);
    expect(crm.APP.widgets.system.area).toBe("outer_space");
  });

  it("does not let init follow a render that ends on another page", async () => {
    let end: (value: boolean) => void = noop;
    let inits = 0;
    setUp({
      module: widgetOf(() => ({
        render: () => new Promise<boolean>((resolve) => (end = resolve)),
        init: () => (inits += 1),
      })),
    });
    const opened = crm.openCard();
    await vi.waitFor(() => expect(crm.log).toContain("hello.bind_actions"));

    crm.loader.closePage();
    end(true);
    await opened;

    expect(inits).toBe(0);
  });

  it("starts all anew when a widget fires widgets:load", async () => {
    let destroyed = 0;
    setUp({ module: widgetOf(() => ({ destroy: () => (destroyed += 1) })) });
    await crm.openCard();

    crm.$(document).trigger("widgets:load");
    await vi.waitFor(() => expect(crm.log.length).toBe(7));

    expect(destroyed).toBe(1);
    expect(crm.log.slice(3)).toEqual(["hello.destroy", "hello.render", "hello.init", "hello.bind_actions"]);
  });

  it.each([
    ["of billing", "/settings/pay/", 0],
    ["of settings", "/settings/", 1],
  ])("starts widgets that run everywhere on the page %s: %s", async (_what, path, count) => {
    setUp({ module: widgetOf(), locations: ["everywhere"] });

    await crm.open({ code: "settings", path });

    expect(Object.keys(crm.APP.widgets.list).length).toBe(count);
  });

  it("starts nothing for a free user", async () => {
    setUp({ module: widgetOf() });
    const user = crm.model.tables.users.get(crm.model.account.current_user_id);
    if (user !== undefined)
      crm.model.apply([{ table: "users", id: user.id, row: { ...user, is_free: true } }]);

    await crm.openCard();

    expect(crm.log).toEqual([]);
  });
});

describe("pages of a widget's own", () => {
  it.each([
    ["advanced-settings:hello", "/settings/advanced/hello/", ["advancedSettings"]],
    ["advanced-settings:other", "/settings/advanced/other/", []],
    ["widget-page:hello", "/widget_page/hello/orders/new", ["initMenuPage"]],
  ])("%s", async (code, path, expected) => {
    const seen: unknown[] = [];
    setUp({
      module: widgetOf(() => ({
        advancedSettings: () => seen.push("advancedSettings"),
        initMenuPage: (params: unknown) => seen.push("initMenuPage", params),
      })),
      initOnce: true,
      locations: ["advanced_settings", "widget_page"],
    });

    await crm.open({ code, path });

    expect(seen.slice(0, 1)).toEqual(expected);
  });

  it.each([
    ["/widget_page/hello/orders/new", { location: "widget_page", item_code: "orders", subitem_code: "new" }],
    ["/widget_page/hello/orders", { location: "widget_page", item_code: "orders", subitem_code: undefined }],
    ["/widget_page/hello/", { location: "widget_page", item_code: "main", subitem_code: undefined }],
    ["/stats/widget/hello/sales", { location: "stats", subitem_code: "sales" }],
    ["/settings/widget/hello/keys", { location: "settings", subitem_code: "keys" }],
  ])("initMenuPage learns its place from %s", async (path, expected) => {
    const seen: unknown[] = [];
    setUp({
      module: widgetOf(() => ({ initMenuPage: (params: unknown) => seen.push(params) })),
      locations: ["widget_page"],
      leftMenu: { main: { title: "widget.name", icons: { light: "a.svg", dark: "b.svg" } } },
    });

    await crm.open({ code: "widget-page:hello", path });

    expect(seen).toEqual([expected]);
  });
});

function callSettings(widget: WidgetObject): unknown {
  return (widget.get_settings as () => unknown)();
}

function Broken(): never {
  throw new Error("constructor");
}

function noop(): void {}
