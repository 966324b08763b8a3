import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { platformMembers } from "../../../host/members";
import { missingMembers } from "../not-emulated";
import { createTestCrm, widgetOf, type TestCrm } from "../fixtures/create-test-crm";

let crm: TestCrm;
vi.spyOn(console, "error").mockImplementation(() => {});

beforeEach(() => {
  crm = createTestCrm({ hello: { module: widgetOf() }, once: { module: widgetOf(), initOnce: true } });
});
afterEach(() => {
  crm.loader.dispose();
  crm.host.dispose();
});

const constant = (key: string) => crm.APP.constant(key) as Record<string, never>;

describe("APP", () => {
  it("is AMOCRM as well, and goes with the host", () => {
    expect(Reflect.get(window, "APP")).toBe(crm.APP);
    expect(Reflect.get(window, "AMOCRM")).toBe(crm.APP);

    crm.host.dispose();

    expect("APP" in window).toBe(false);
    expect("$" in window).toBe(false);
  });

  it.each([
    ["leads_card", "lcard", "leads.card", "leads", "leads"],
    ["contacts_card", "ccard", "contacts.card", "contacts", "contacts"],
    ["leads", "llist", "leads.list", "leads", "leads"],
    ["companies", "clist", "companies.list", "companies", "companies"],
    ["leads-pipeline", "outer_space", "leads.pipeline", "leads", "leads-pipeline"],
    ["todo", "tlist", "todo.list", "todo", "todo"],
    ["todo-line", "tline", "todo.line", "todo", "todo-line"],
    ["widgetsSettings", "settings", "settings.widgets", "widgetsSettings", "widgetsSettings"],
    [
      "advanced-settings:x",
      "advanced_settings",
      "widget.advanced_settings",
      "widgetsSettings",
      "advanced-settings:x",
    ],
    ["widget-page:x", "widget_page", "widget.widget_page", "widgetsSettings", "widget-page:x"],
    ["leads-dp", "digital_pipeline", "dp.settings", "leads", "leads-dp"],
    ["nowhere", "outer_space", "nowhere", "nowhere", "nowhere"],
  ])("names the page %s", async (code, area, v3, entity, current) => {
    await crm.open({ code, path: "/" });

    expect(crm.APP.widgets.system.area).toBe(area);
    expect(crm.APP.getWidgetsArea()).toBe(code);
    expect(crm.APP.getV3WidgetsArea()).toBe(v3);
    expect(crm.APP.getBaseEntity()).toBe(entity);
    expect(crm.APP.data.current_entity).toBe(current);
  });

  it("takes the area that the page says where its code says none", async () => {
    await crm.open({ code: "settings-communications", area: "sms", path: "/settings/communications/sms/" });

    expect(crm.APP.widgets.system.area).toBe("sms");
  });
});

describe("constant", () => {
  it("tells who the user is and what they may", () => {
    const user = crm.model.tables.users.get(crm.model.account.current_user_id);

    expect(constant("user")).toMatchObject({ id: user?.id, login: user?.email, name: user?.name, theme: 1 });
    expect(constant("user_rights")).toMatchObject({ is_admin: true, is_free_user: false });
  });

  it("tells of the account, with fields by id in capitals", () => {
    const [field] = [...crm.model.tables.custom_fields.all()];
    const account = constant("account") as unknown as { cf: Record<string, object> };

    expect(account).toMatchObject({ id: crm.model.account.id, subdomain: crm.model.account.subdomain });
    expect(account.cf[field?.id ?? 0]).toMatchObject({ ID: field?.id, NAME: field?.name });
    expect(Object.keys(Reflect.get(account, "predefined_cf"))).toContain("PHONE");
  });

  it("gives managers by id, groups as texts, and types of tasks", () => {
    const [user] = [...crm.model.tables.users.all()];
    const [type] = [...crm.model.tables.task_types.all()];

    expect(constant("managers")[user?.id ?? 0]).toMatchObject({
      id: String(user?.id),
      title: user?.name,
      option: user?.name,
      is_admin: "Y",
    });
    expect(Object.keys(constant("groups"))[0]).toMatch(/^group_\d+$/);
    expect(constant("task_types")[type?.id ?? 0]).toMatchObject({ id: type?.id, option: type?.name });
  });

  it("gives false for what it does not know, and what was set", () => {
    expect(constant("nothing")).toBe(false);
    expect(constant("toString")).toBe(false);
    crm.APP.constant("mine", 5);
    expect(constant("mine")).toBe(5);
  });

  it("keeps the object until the account changes", () => {
    const before = constant("managers");
    expect(constant("managers")).toBe(before);

    crm.model.run("setTheme", { theme: 2 });

    expect(constant("managers")).not.toBe(before);
    expect(constant("user").theme).toBe(2);
  });

  it("knows the open card", async () => {
    expect(constant("card_id")).toBe(false);

    await crm.openCard();

    expect(constant("card_id")).toBe(crm.lead);
    expect(constant("card_element")).toMatchObject({ id: crm.lead, element_type: 2 });
  });
});

describe("data.current_card", () => {
  it("is false outside of cards", async () => {
    await crm.openList();

    expect(crm.APP.data.current_card).toBe(false);
    expect(crm.APP.isCard()).toBe(false);
    expect(crm.APP.data.current_list?.length).toBe(4);
  });

  it("holds the form's live values", async () => {
    await crm.openCard();
    const card = crm.APP.data.current_card;
    if (card === false) throw new Error("no card");
    const changes: unknown[] = [];
    card.model.on("change:lead[NAME]", (_model: unknown, value: unknown) => changes.push(value));

    crm.$('[name="lead[NAME]"]').val("Typed").trigger("input");
    const box = document.querySelector('[name="CFV[1]"]') as HTMLInputElement;
    box.click();
    crm.$('[name="lead[STATUS]"]').val("143").trigger("change");

    expect(card.id).toBe(crm.lead);
    expect(card.element_type).toBe(2);
    expect(card.new_card).toBe(false);
    expect(changes).toEqual(["Typed"]);
    expect(card.model.attributes["CFV[1]"]).toBe("Y");
    expect(card.model.get("lead[STATUS]")).toBe("143");
    box.click();
    expect(card.model.get("CFV[1]")).toBe("");
  });

  it("knows the saved values beside the live ones, and what differs", async () => {
    await crm.openCard();
    const card = crm.APP.data.current_card;
    if (card === false) throw new Error("no card");
    const saved = String(card.model.get("lead[NAME]"));

    crm.$('[name="lead[NAME]"]').val("Typed").trigger("input");
    expect(Reflect.get(card.model, "defaults")).toMatchObject({ "lead[NAME]": saved });
    expect(Reflect.get(card.model, "changed_fields")).toEqual(["lead[NAME]"]);

    crm.$('[name="lead[NAME]"]').val(saved).trigger("input");
    expect(Reflect.get(card.model, "changed_fields")).toEqual([]);
    expect(card.form.$el.length).toBe(1);
    expect(card.fields_hider.model).toBe(card.model);
  });

  it("keeps linked forms apart, and does not listen to widgets' blocks", async () => {
    await crm.openCard();
    const linked = crm.host.card?.linked.models[0];
    crm
      .$(`<form><input name="ID" value="${String(linked?.id)}"><input name="contact[NAME]"></form>`)
      .appendTo("#card_holder");
    crm.$('<input name="lead[NAME]" class="theirs">').appendTo("#widgets_block");
    crm.$(`<input type="radio" checked value="1" class="odd" name='a"]b'>`).appendTo(".card-entity-form");
    crm.$(".odd").trigger("change");
    expect(crm.host.card?.model.get('a"]b')).toBe("1");

    crm.$('[name="contact[NAME]"]').val("Linked").trigger("change");
    crm.$(".theirs").val("widget").trigger("change");

    expect(linked?.get("contact[NAME]")).toBe("Linked");
    expect(crm.host.card?.model.get("contact[NAME]")).toBeUndefined();
    expect(crm.host.card?.model.get("lead[NAME]")).not.toBe("widget");
  });

  it("saves, and ends with the page", async () => {
    await crm.openCard();
    const card = crm.APP.data.current_card;
    if (card !== false) await card.save();
    await crm.openList();
    document.body.innerHTML = '<div id="card_holder"><input name="lead[NAME]"></div>';
    crm.$('[name="lead[NAME]"]').val("After").trigger("change");

    expect(crm.asked).toEqual(["save card"]);
    if (card !== false) expect(card.model.get("lead[NAME]")).not.toBe("After");
  });

  it("is a new card with id 0", async () => {
    await crm.openCard("leads", 0);

    expect(crm.APP.data.current_card).toMatchObject({ id: 0, new_card: true });
  });
});

describe("data.current_view", () => {
  it.each([
    ["leads-pipeline", "/leads/pipeline/7201001/", 7201001],
    ["leads-dp", "/settings/pipeline/leads/7201001/", 7201001],
    ["leads-pipeline", "/leads/pipeline/", undefined],
    ["leads", "/leads/list/pipeline/5/", undefined],
  ])("of %s at %s knows the pipeline %s", async (code, path, pipeline) => {
    await crm.open({ code, path, view: { element: document.body, params: { a: 1 } } });

    const view = crm.APP.data.current_view;

    expect([view?.$el[0], view?.params]).toEqual([document.body, { a: 1 }]);
    expect([view?.pipeline_id, view?.current_pipeline?.id]).toEqual([pipeline, pipeline]);
  });

  it("is missing on cards, and a list tells which it is", async () => {
    await crm.openCard();
    expect(crm.APP.data.current_view).toBeUndefined();

    await crm.openList();
    expect(Reflect.get(crm.APP.data.current_list as object, "url")).toBe("/ajax/leads/list/");
  });
});

describe("sdk", () => {
  it("tells who is online", () => {
    const users = [...crm.model.tables.users.all()].filter((user) => user.is_active);
    const online = users.filter((user) => user.is_online).map((user) => String(user.id));
    const [first] = users;

    expect(crm.APP.sdk.showUserStatus("online")).toEqual(online);
    expect(crm.APP.sdk.showUserStatus(first?.id)).toBe(first?.is_online);
    expect(Object.keys(crm.APP.sdk.showUserStatus(1) as object)).toEqual(
      users.map((user) => String(user.id)),
    );
  });

  it("remembers a call", () => {
    expect(crm.APP.sdk.getCallingStatus()).toBe(false);
    expect(typeof crm.APP.sdk.setCallingStatus(true)).toBe("string");
    expect(crm.APP.sdk.getCallingStatus()).toBe(true);
  });
});

describe("notifications", () => {
  it.each([
    [
      "show_message",
      { header: "H", text: "T", date: 5 },
      { kind: "message", header: "H", html: "T", date: 5 },
    ],
    ["show_message_error", { header: "H", text: "T" }, { kind: "error", header: "H", html: "T" }],
    ["show_notification", { text: { header: "H", text: "T" }, type: "call" }, { kind: "call", header: "H" }],
    [
      "show_notification",
      { text: { header: "H", text: "T" }, type: "error" },
      { kind: "error", header: "H" },
    ],
  ] as const)("%s draws a toast and stores nothing", (name, message, expected) => {
    const before = crm.model.tables.notifications.size;
    (crm.APP.notifications[name] as (message: object) => void)(message);

    expect(crm.toasts).toMatchObject([expected]);
    expect(crm.model.tables.notifications.size).toBe(before);
  });

  it("add_error is stored, shown, and answered", async () => {
    const answers: string[] = [];
    await new Promise<void>((resolve) => {
      crm.APP.notifications.add_error(
        { header: "H", text: "<p>T</p>", link: "/leads/detail/1" },
        { done: () => answers.push("done"), fail: () => answers.push("fail"), always: resolve },
      );
    });

    const last = [...crm.model.tables.notifications.all()].at(-1);
    expect(last).toMatchObject({ kind: "error", header: "H", text: "<p>T</p>", link: "/leads/detail/1" });
    expect(crm.toasts).toMatchObject([{ kind: "error", header: "H", link: "/leads/detail/1" }]);
    expect(answers).toEqual(["done"]);
  });

  it("add_call shows who called whom, how long, and where a click leads", async () => {
    crm.APP.notifications.add_call({
      text: "Call",
      from: "+1",
      to: "+2",
      duration: 65,
      element: { id: 7, type: "lead", name: "Deal" },
    });
    await vi.waitFor(() => expect(crm.toasts.length).toBe(1));

    expect(crm.toasts[0]).toMatchObject({
      kind: "call",
      header: "Deal",
      html: "Call<br>+1 → +2<br>01:05",
      link: "/leads/detail/7",
    });
  });

  it("calls widgets with init_once for each notification that comes in", async () => {
    await crm.openCard();
    const seen: string[] = [];
    crm.APP.addNotificationCallback("once", (item: { body: { title: string } }) =>
      seen.push(item.body.title),
    );
    crm.APP.addNotificationCallback("hello", () => seen.push("never"));

    crm.model.run("addNotification", { kind: "message", header: "News", text: "T" });

    expect(seen).toEqual(["News"]);
    expect(() => crm.APP.addNotificationCallback("unknown", () => {})).toThrow(TypeError);
  });
});

describe("widgets, router, inbox", () => {
  it("adds one phone icon a widget and takes it away", () => {
    document.body.innerHTML = '<div class="nav__notifications"></div>';
    let clicks = 0;
    const options = { ns: ".widget:hello", click: () => (clicks += 1) };
    crm.APP.widgets.notificationsPhone(options);
    crm.APP.widgets.notificationsPhone(options);

    crm.$(".calls-list-toggler").trigger("click");
    expect([crm.$(".calls-list-toggler").length, clicks]).toEqual([1, 1]);

    crm.APP.widgets.destroyNotificationsPhone({ ns: ".widget:hello" });
    expect(crm.$(".calls-list-toggler").length).toBe(0);
  });

  it("gives the codes of the panel in order", () => {
    crm.APP.widgets.registerToRightPanel("b");

    expect(crm.APP.widgets.registerToRightPanel("a")).toEqual(["a", "b"]);
  });

  it("navigates, unless a guard forbids it", async () => {
    crm.APP.router.navigate("/leads/list/");
    crm.APP.router.registerPreventConfig("mine", () => Promise.resolve(false));
    crm.APP.router.navigate("/dashboard/");
    await Promise.resolve();
    crm.APP.router.removePreventConfig("mine");
    crm.APP.router.preventPageChange();
    crm.APP.router.navigate("/dashboard/");
    crm.APP.router.preventPageChange(false);
    crm.APP.router.back();
    crm.APP.router.reload();

    expect(crm.asked).toEqual(["navigate /leads/list/", "back", "reload"]);
  });

  it.each(["page:reload", "list:reload"])("reloads the page at %s", (event) => {
    crm.$(document).trigger(event);

    expect(crm.asked).toEqual(["reload"]);
  });

  it("shows a notification of the inbox as a toast", () => {
    crm.APP.inbox.showNotification({ body: { title: "T", rows: ["a", "b"] } });

    expect(crm.toasts).toMatchObject([{ header: "T", html: "a<br>b" }]);
  });
});

describe("what widgets read and call", () => {
  it("counts calls by their names", async () => {
    await crm.openCard();
    crm.APP.isCard();
    crm.APP.sdk.getCallingStatus();
    (crm.widget().system as () => unknown)();

    expect(crm.calls).toEqual(["APP.isCard", "APP.sdk.getCallingStatus", "widget.system"]);
  });

  it("reports names that nobody knows, and leaves them undefined", async () => {
    await crm.openCard();
    const reads = [
      Reflect.get(crm.APP, "showLeadCardModal"),
      Reflect.get(crm.APP.data, "nothing"),
      Reflect.get(crm.APP.sdk, "openChat"),
      Reflect.get(crm.widget(), "getTemplate"),
      Reflect.get(crm.APP.data.current_card as object, "name"),
    ];

    expect(reads).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(crm.unknown).toEqual([
      "APP.showLeadCardModal",
      "APP.data.nothing",
      "APP.sdk.openChat",
      "widget.getTemplate",
      "APP.data.current_card.name",
    ]);
  });

  it("knows every member of the platform, or says which it lacks", async () => {
    await crm.openCard();
    const objects: Record<string, object> = {
      widget: crm.widget(),
      "widget.params": crm.widget().params ?? {},
      APP: crm.APP,
      "APP.data": crm.APP.data,
      "APP.data.current_card": crm.APP.data.current_card as object,
      "APP.sdk": crm.APP.sdk,
      "APP.notifications": crm.APP.notifications,
      "APP.widgets": crm.APP.widgets,
      "APP.widgets.system": crm.APP.widgets.system,
      "APP.router": crm.APP.router,
      "APP.inbox": crm.APP.inbox,
      "APP.system": crm.APP.system,
      modal: new crm.host.Modal(),
    };
    const lacking = Object.entries(objects).flatMap(([path, object]) =>
      platformMembers[path as keyof typeof platformMembers]
        .filter((name) => !(name in object))
        .map((name) => `${path}.${name}`),
    );

    // The code of a category is seen now and then only.
    expect(lacking).toEqual(["widget.params.category_code", ...missingMembers]);
  });

  it("reports what the platform has and the emulator lacks, and warns once", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    for (let turn = 0; turn < 2; turn += 1) {
      expect(Reflect.get(crm.APP, "todo_types")).toBeUndefined();
      expect(crm.APP.constant("features")).toBe(false);
    }

    expect(crm.unsupported).toEqual([
      "APP.todo_types",
      'APP.constant("features")',
      "APP.todo_types",
      'APP.constant("features")',
    ]);
    expect(warn.mock.calls).toEqual([
      ["Komponent's emulator does not have APP.todo_types."],
      ['Komponent\'s emulator does not have APP.constant("features").'],
    ]);
    warn.mockRestore();
  });

  it("changes nothing of what an object is", async () => {
    await crm.openCard();
    const card = crm.APP.data.current_card;
    if (card === false) throw new Error("no card");

    expect("nothing" in crm.APP).toBe(false);
    expect(JSON.parse(JSON.stringify(crm.APP.element_types))).toEqual({
      contacts: 1,
      leads: 2,
      companies: 3,
      customers: 12,
    });
    expect(crm.$.isPlainObject(crm.APP)).toBe(true);
    expect(Object.keys(crm.APP.sdk)).toEqual(["showUserStatus", "setCallingStatus", "getCallingStatus"]);
    expect(card.model instanceof crm.host.libraries.Backbone.Model).toBe(true);
    expect(String(crm.APP)).toBe("[object Object]");
    expect(crm.unknown).toEqual([]);
  });
});
