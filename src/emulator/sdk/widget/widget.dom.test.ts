import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTestCrm, widgetOf, type TestCrm } from "../fixtures/create-test-crm";
import type { WidgetObject } from "./widget-object";

let crm: TestCrm;
vi.spyOn(console, "error").mockImplementation(() => {});
const langs = { widget: { name: "Hello", call_action: "Call" }, settings: { login: "Login", empty: "" } };

async function setUp(initOnce = false): Promise<void> {
  crm = createTestCrm({
    hello: { module: widgetOf(), langs, initOnce, locations: ["lcard-1", "llist-1", "ccard-1"] },
    alpha: { module: widgetOf() },
  });
  await crm.openCard();
}

beforeEach(() => setUp());
afterEach(() => {
  crm.loader.dispose();
  crm.host.dispose();
});

const self = () => crm.widget("hello");
const call = (name: string, ...args: unknown[]) =>
  (self()[name] as (...args: unknown[]) => unknown).apply(self(), args);

const codes = () =>
  crm
    .$(".card-widgets__widget")
    .map((_index, block) => crm.$(block).attr("data-code"))
    .get();

describe("small getters", () => {
  it("get_settings gives the very object of params, which set_settings changes", () => {
    call("set_settings", { login: "x" });

    expect(call("get_settings")).toBe(self().params);
    expect(self().params?.login).toBe("x");
  });

  it("get_version and get_install_status read it", () => {
    expect(call("get_version")).toBe("1.2.3");
    expect(call("get_install_status")).toBe("installed");
  });

  it("system gives the live object, whose area changes with the page", async () => {
    const system = call("system") as { area: string };

    expect(system).toBe(crm.APP.widgets.system);
    expect(system).toMatchObject({ area: "lcard", amohash: "", subdomain: crm.model.account.subdomain });
    await crm.open({ code: "contacts", path: "/contacts/list/" });
    expect(system.area).toBe("clist");
  });

  it("system gives false where there is none", () => {
    Reflect.set(crm.APP.widgets, "system", "gone");

    expect(call("system")).toBe(false);
  });

  it.each([
    ["widget.name", "Hello"],
    ["settings.login", "Login"],
    ["settings.empty", ""],
    ["settings", langs.settings],
    ["settings.none", false],
    ["none", false],
    [7, false],
    [undefined, false],
  ])("i18n(%j) gives %j", (path, expected) => {
    expect(call("i18n", path)).toEqual(expected);
  });

  it("i18n throws where a key before the last is missing, and in the constructor", () => {
    expect(() => call("i18n", "none.of.these")).toThrow(TypeError);

    const bare = Object.create(Object.getPrototypeOf(Object.getPrototypeOf(self()))) as WidgetObject;
    expect(() => (bare.i18n as (path: string) => unknown)("a")).toThrow(TypeError);
    expect(() => (bare.get_version as () => unknown)()).toThrow(TypeError);
    expect((bare.get_settings as () => unknown)()).toBeUndefined();
    expect((bare.system as () => unknown)()).toBe(crm.APP.widgets.system);
  });

  it("get_accounts_current gives the older shape, made once", () => {
    const first = call("get_accounts_current") as { account: Record<string, unknown> };

    expect(first).toBe(call("get_accounts_current"));
    expect(first.account).toMatchObject({ country: "us", widget: self().params, leads_statuses: [] });
    expect(first.account.custom_fields).toBe((crm.APP.constant("account") as { cf: object }).cf);
  });
});

describe("render", () => {
  it.each([
    ["a source", { data: "<b>{{ name }}</b>" }, "<b><i></b>"],
    ["a system template, which escapes", { ref: "/tmpl/controls/delete_button.twig" }, /&lt;i&gt;/],
  ])("gives text for %s", (_what, source, expected) => {
    expect(call("render", source, { name: "<i>", text: "<i>" })).toMatch(expected);
  });

  it("knows the language and the CRM's functions in every template", () => {
    const html = call("render", {
      data: "{{ lang_id }} {{ _time_format }} {{ 'cancel'|i18n }} {{ include_control('input', {name: 'a'}) }}",
    });

    expect(html).toContain('Cancel <input name="a"');
    expect(html).toMatch(/^en (12|24) /);
  });

  it("loads a file with the address joined as it is, and caches it for the page", async () => {
    const load = vi.fn();
    const source = { href: "/templates/a.twig", base_path: "/widgets/hello", v: "1.2.3", load };

    expect(call("render", source)).toBe(true);
    await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1));
    call("render", source);

    expect(load).toHaveBeenCalledTimes(2);
    const [template] = load.mock.calls[0] as [{ render(params: object): string }];
    expect(template.render({ name: "you" })).toBe("Hello you");
  });

  it("gives a promise of a file where that is asked for", async () => {
    const template = (await call("render", { href: "/a.twig", base_path: "", promised: true })) as {
      render(params: object): string;
    };

    expect(template.render({ name: "you" })).toBe("Hello you");
  });

  it.each([
    ["a file without load", { href: "/a.twig" }],
    ["nothing", {}],
    ["no argument", undefined],
    ["an unknown system template", { ref: "/tmpl/controls/wysiwyg.twig" }],
  ])("throws for %s", (_what, source) => {
    expect(() => call("render", source)).toThrow(TypeError);
  });

  it("reports a system template that the emulator lacks", () => {
    expect(() => call("render", { ref: "/tmpl/controls/wysiwyg.twig" })).toThrow();

    expect(crm.unsupported).toEqual(["template /tmpl/controls/wysiwyg.twig"]);
  });
});

describe("render_template", () => {
  it("adds a block a call, sorted by code, before the panel's end", () => {
    const alpha = crm.widget("alpha");
    self().render_template({ body: "1", render: "" });
    alpha.render_template({ body: "2", render: "" });
    self().render_template({ body: "3", render: "" });

    expect(codes()).toEqual(["alpha", "hello", "hello"]);
    expect(crm.$(".card-widgets__elements").children().last().hasClass("js-card-widgets-cap")).toBe(true);
  });

  it("draws the block of the platform: caption class, logos, own class, rendered part before the body", () => {
    let told = "";
    crm.$(document).on("widget:render-template.test", (_event, code: string) => void (told = code));
    self().render_template(
      {
        caption: { class_name: "mine", html: "<i>ignored</i>" },
        body: "<b>body</b>",
        render: "<i>{{ name }}</i>",
        block_class_name: "extra",
      },
      { name: "N" },
    );
    crm.$(document).off(".test");

    const $block = crm.$(".card-widgets__widget-hello");
    expect($block.hasClass("card-widgets__widget-extra")).toBe(true);
    expect($block.find(".js-widget-caption-block").hasClass("mine")).toBe(true);
    expect($block.find(".card-widgets__widget__body").html()).toBe("<i>N</i><b>body</b>");
    expect(
      $block
        .find("img")
        .map((_index, image) => crm.$(image).attr("src"))
        .get(),
    ).toEqual(["/widgets/hello/images/logo_medium.png", "/widgets/hello/images/logo_min.png"]);
    expect(told).toBe("hello");
  });

  it("is lenient about a missing render", () => {
    self().render_template({ body: "only" });

    expect(crm.$(".card-widgets__widget__body").text()).toBe("only");
  });
});

describe("add_action", () => {
  it.each([
    ["phone", "Call"],
    ["email", "Call"],
  ] as const)("offers an action on a %s with the text of the widget", (type, label) => {
    const seen: unknown[] = [];
    call("add_action", type, (data: unknown) => seen.push(data));

    const [action] = crm.host.listActions(type);
    action?.run({ value: "+1" });

    expect(action).toMatchObject({ widget: "hello", label });
    expect(seen).toEqual([{ value: "+1" }]);
    expect(Object.keys(crm.APP.widgets.cf_actions[type] ?? {})).toEqual(["hello"]);
  });

  it.each([
    ["e-mail", () => {}],
    ["phone", "no function"],
  ])("passes over add_action(%j, %s)", (type, handler) => {
    call("add_action", type, handler);

    expect(crm.APP.widgets.cf_actions).toEqual({});
  });

  it("goes with the widget", () => {
    call("add_action", "phone", () => {});

    crm.loader.closePage();

    expect(crm.host.listActions("phone")).toEqual([]);
  });
});

describe("add_source", () => {
  it.each([
    ["an unknown type", "fax", () => {}, "Fax"],
    ["no handler", "sms", undefined, "Sms"],
    ["no title", "chat", () => {}, undefined],
  ])("throws for %s", (_what, type, handler, title) => {
    expect(() => call("add_source", type, handler, title)).toThrow(TypeError);
  });

  it("offers a sender of SMS under the account's name, and tells the document", async () => {
    let told: unknown;
    crm.$(document).on("widgets:sources:add.test", (_event, source: unknown) => (told = source));
    const seen: unknown[] = [];
    call("add_source", "sms", async (message: unknown) => seen.push(message));
    crm.$(document).off(".test");

    const [source] = crm.host.listSources();
    await source?.send({ phone: "+1", message: "Hi", contact_id: 5 });

    expect(source?.title).toBe(crm.model.account.name);
    expect(seen).toEqual([{ phone: "+1", message: "Hi", contact_id: 5 }]);
    expect(told).toEqual({ widget_code: "hello", type: "sms" });
  });

  it("does nothing outside of cards, and forgets with the page", async () => {
    call("add_source", "chat", () => {}, "Chat");
    expect(crm.host.listSources().length).toBe(1);

    await crm.openList();
    call("add_source", "chat", () => {}, "Chat");

    expect(crm.host.listSources()).toEqual([]);
  });
});

describe("crm_post", () => {
  it("sends through the proxy, changes the data, and gives text", async () => {
    const data = { a: 1 };
    const answer = await new Promise((resolve) => {
      call("crm_post", "https://service.example/x", data, resolve);
    });

    expect(data).toEqual({ a: 1, target: "https://service.example/x" });
    expect(answer).toBe("asked https://service.example/x a=1");
  });

  it("lets one call a second pass", async () => {
    vi.useFakeTimers();
    const ajax = vi.spyOn(crm.$, "ajax").mockImplementation((() => undefined) as never);
    for (let count = 0; count < 3; count += 1) call("crm_post", "https://service.example/", {});

    expect(ajax).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1000);
    expect(ajax).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(1000);
    expect(ajax).toHaveBeenCalledTimes(3);
    ajax.mockRestore();
    vi.useRealTimers();
  });

  it("is the document's as well", () => {
    expect(typeof Reflect.get(document, "crm_post")).toBe("function");
  });
});

/** Asks with a one-time token; resolves with how many values came. */
const askAccount = () =>
  new Promise<number>((resolve) => {
    const request = call("$authorizedAjax", { url: "/api/v4/account", dataType: "json" });
    (request as JQueryPromise<unknown>).done((...values: unknown[]) => resolve(values.length));
  });

describe("$authorizedAjax", () => {
  it("sends a token and gives the three values, with a token that is kept too", async () => {
    expect([await askAccount(), await askAccount()]).toEqual([3, 3]);
  });

  it("asks for a new token once the kept ones are forgotten", async () => {
    const asked: string[] = [];
    crm.$(document).ajaxSend((_event, _request, { url = "" }) => void asked.push(url));
    await askAccount();
    await askAccount();

    crm.host.forgetTokens();
    await askAccount();

    expect(asked.map((url) => /token|account/.exec(url)?.[0])).toEqual([
      "token",
      "account",
      "account",
      "token",
      "account",
    ]);
  });

  it("rejects with a reason where the integration has no client", async () => {
    self().params = { widget_code: "hello" };

    await expect(call("$authorizedAjax", { url: "/" })).rejects.toMatch(/no OAuth client/);
  });
});

describe("on the page", () => {
  it("set_status changes every element of the widget's code", () => {
    document.body.innerHTML =
      '<div data-code="hello" class="install"><span class="widget-status-text"></span></div><div data-code="alpha"></div>';
    let told: unknown;
    crm.$(document).on("widgets:status:change.test", (_event, change: unknown) => (told = change));

    call("set_status", "error");
    crm.$(document).off(".test");

    expect(crm.$('[data-code="hello"]').attr("class")).toBe("error");
    expect(crm.$(".widget-status-text").text()).toBe("Error");
    expect(self().params?.status).toBe("error");
    expect(told).toEqual({ widget_code: "hello", status: "error" });
  });

  it("set_status does nothing at all where there is no such element", () => {
    document.body.innerHTML = "";

    call("set_status", "error");

    expect(self().params?.status).toBe("installed");
  });

  it.each([
    ["leads", true],
    ["contacts", true],
    ["customers", true],
    ["companies", false],
    ["todo", false],
    ["leads-pipeline", false],
  ])("list_selected answers on %s: %s", async (code, answers) => {
    await crm.openList(code);
    crm.host.list?.models[1]?.set({ is_checked: true });

    const selection = callBare("list_selected");

    expect(selection === false).toBe(!answers);
  });

  it("get_current_card_contacts_data gives the linked contacts, the contact itself, or nothing", async () => {
    const linked = (await call("get_current_card_contacts_data")) as { id: number; phones: string[] }[];
    const contact = linked[0]?.id ?? 0;
    await crm.openCard("contacts", contact);
    const own = (await callBare("get_current_card_contacts_data")) as object[];
    await crm.openList();
    const none = await callBare("get_current_card_contacts_data");

    expect(linked.length).toBeGreaterThan(0);
    expect(linked[0]?.phones.length).toBeGreaterThan(0);
    expect(own).toEqual([linked[0]]);
    expect(none).toEqual([]);
  });

  it("get_pipeline_id rejects where the widget is no source", () => {
    let state = "";
    (call("get_pipeline_id") as JQueryDeferred<number>).fail(() => (state = "rejected"));

    expect(state).toBe("rejected");
  });

  it("setCountBadge asks for a bubble in the menu", () => {
    call("setCountBadge", "orders", 3);

    expect(crm.asked).toEqual(["badge hello orders 3"]);
  });

  it("background_install presses save and keeps the modal open", () => {
    document.body.innerHTML =
      '<div class="widget-settings__modal hello"><button class="js-widget-save" data-onsave-destroy-modal="true"></button></div>';
    let pressed = 0;
    crm.$(".js-widget-save").on("click", () => (pressed += 1));

    call("background_install");

    expect(pressed).toBe(1);
    expect(crm.$(".js-widget-save").attr("data-onsave-destroy-modal")).toBe("false");
  });
});

describe("listenSocketChannel", () => {
  it.each([
    [1, [], () => {}],
    ["channel", "keys", () => {}],
    ["channel", [], undefined],
  ])("throws for (%j, %j, %s)", (...args) => {
    expect(() => call("listenSocketChannel", ...args)).toThrow(TypeError);
  });

  it("hears messages with one of its keys until it is unsubscribed", () => {
    const seen: unknown[] = [];
    const stop = call("listenSocketChannel", "leads:events", ["id"], (payload: unknown) =>
      seen.push(payload),
    ) as () => void;

    crm.host.publish("leads:events", { id: 1 });
    crm.host.publish("leads:events", { other: 1 });
    crm.host.publish("contacts:events", { id: 2 });
    stop();
    crm.host.publish("leads:events", { id: 3 });

    expect(seen).toEqual([{ id: 1 }]);
  });

  it("hears what happens to a card of the account", () => {
    const seen: unknown[] = [];
    call("listenSocketChannel", `leads:card:${crm.lead}`, [], (payload: unknown) => seen.push(payload));

    crm.model.run("updateCard", { type: "leads", id: crm.lead, values: { name: "New" } });

    expect(seen).toEqual([{ id: crm.lead, entity: "leads", removed: false }]);
  });
});

/** The prototype's method, for pages on which the widget does not run. */
function callBare(name: string): unknown {
  const base = Object.getPrototypeOf(
    Object.getPrototypeOf(crm.host.createWidget(function F() {}, "bare", "N")),
  ) as WidgetObject;
  return (base[name] as () => unknown).call(base);
}
