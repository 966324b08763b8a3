import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createModel } from "../../model/create-model";
import { createAccount } from "../../model/seed/create-account";
import { countShown } from "./create-panel";
import { createTestCrm, widgetOf, type TestCrm } from "../fixtures/create-test-crm";

let crm: TestCrm;
/** What the widget on the list draws when it is chosen. */
let draw = (): object => ({ body: "hello", render: "" });

beforeEach(() => {
  document.cookie = "leads_crd_wdgt=; path=/; max-age=0";
  draw = () => ({ body: "hello", render: "" });
  crm = createTestCrm({
    hello: {
      locations: ["lcard-1", "llist-1"],
      module: widgetOf((self) => ({
        render: () => self.system !== undefined,
        leads: { selected: () => self.render_template(draw()) },
      })),
    },
    quiet: {
      locations: ["llist-0"],
      module: widgetOf((self) => ({
        leads: { selected: () => setTimeout(() => self.render_template(draw()), 5) },
      })),
    },
  });
});
afterEach(() => {
  crm.loader.dispose();
  crm.host.dispose();
});

const isOpen = () => crm.$("#widgets_block").hasClass("js-widgets-active");
const isShown = () => crm.$("#widgets_block").css("display") !== "none";
const isBlockOpen = (code = "hello") =>
  crm.$(`.card-widgets__widget-${code} .card-widgets__widget__body`).hasClass("js-body-hide");

describe("on a card", () => {
  it("is open at first, and a block opens with it", async () => {
    await crm.openCard();
    crm.widget("hello").render_template({ body: "hello", render: "" });

    expect(isOpen()).toBe(true);
    expect(crm.$("#card_holder").attr("class")).toBe("js-widgets-active content__card-holder-widgets");
    expect(isBlockOpen()).toBe(true);
    expect(crm.$(".widgets__widget__caption__arrow_top").length).toBe(1);
  });

  it("folds a block by its caption, and remembers that it was closed for the kind of card", async () => {
    await crm.openCard();
    crm.widget("hello").render_template({ body: "hello", render: "" });
    crm.$(".js-widget-caption-block").trigger("click");
    expect(isBlockOpen()).toBe(false);

    crm.$(".card-widgets__top").trigger("click");
    await crm.openCard();

    expect(isOpen()).toBe(false);
    crm.widget("hello").render_template({ body: "hello", render: "" });
    expect(isBlockOpen()).toBe(false);
    crm.$(".js-widget-caption-block").trigger("click");
    expect([isOpen(), isBlockOpen()]).toEqual([true, true]);
  });

  it.each(["openWidgetPanel", "toggleWidgetPanel"])("opens at %s", async (event) => {
    document.cookie = "leads_crd_wdgt=0; path=/";
    await crm.openCard();

    crm.$(document).trigger(event);

    expect(isOpen()).toBe(true);
  });

  it("is used by no widget where the user is a free one", async () => {
    await crm.openCard();
    const { account, tables } = crm.model;
    const users = (isFree: boolean) => [...tables.users.all()].map((user) => ({ ...user, is_free: isFree }));
    const seed = createAccount();
    const count = (isFree: boolean) => {
      const rows = { ...seed.tables, users: users(isFree), widgets: [...tables.widgets.all()] };
      return countShown(createModel({ ...seed, account, tables: rows }), crm.host);
    };

    expect([count(false), count(true)]).toEqual([1, 0]);
  });

  it("is hidden where no widget uses it", async () => {
    await crm.openCard("contacts", [...crm.model.tables.contacts.all()][0]?.id);

    expect(crm.$("#card_holder").hasClass("js-widgets-hidden")).toBe(true);
  });
});

describe("on a list", () => {
  it("is hidden until an entry is chosen", async () => {
    await crm.openList();
    expect([isShown(), isOpen()]).toEqual([false, false]);

    await crm.loader.runListAction("hello");

    expect([isShown(), isOpen(), isBlockOpen()]).toEqual([true, true, true]);
  });

  it("waits for the block of a widget that says it needs no panel", async () => {
    await crm.openList();

    await crm.loader.runListAction("quiet");
    expect(isShown()).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 10));

    expect([isShown(), isBlockOpen("quiet")]).toEqual([true, true]);
  });

  it("closes with its overlay at widgetsOverlay(false), at the cross, and by a click beside it", async () => {
    for (const close of [
      () => (crm.widget("hello").widgetsOverlay as (flag: boolean) => void)(false),
      () => crm.$("#multi-widget_close").trigger("click"),
      () => crm.$("#card_widgets_overlay").trigger("click"),
    ]) {
      await crm.openList();
      await crm.loader.runListAction("hello");
      (crm.widget("hello").widgetsOverlay as (flag: boolean) => void)(true);
      expect(crm.$("#list_page_holder > .default-overlay#card_widgets_overlay").css("z-index")).toBe("51");

      close();

      expect([isShown(), isOpen(), crm.$("#card_widgets_overlay").length]).toEqual([false, false, 0]);
    }
  });

  it.each([
    ["Enter on the cross", "#multi-widget_close", 13],
    ["the space bar on the cross", "#multi-widget_close", 32],
    ["Escape", ".card-widgets__widget__body", 27],
  ])("closes by %s", async (_what, target, which) => {
    await crm.openList();
    await crm.loader.runListAction("hello");
    expect(crm.$("#multi-widget_close").attr("aria-label")).toBe("Close");

    crm.$(target).trigger(crm.$.Event("keydown", { which }));

    expect([isShown(), isOpen()]).toEqual([false, false]);
  });

  it("leaves Escape to a widget that has taken it", async () => {
    await crm.openList();
    await crm.loader.runListAction("hello");
    crm.$(".card-widgets__widget__body").on("keydown", (event) => event.preventDefault());

    crm.$(".card-widgets__widget__body").trigger(crm.$.Event("keydown", { which: 27 }));

    expect(isShown()).toBe(true);
  });

  it.each([
    ["true", () => true, true],
    ["a promise of true", () => Promise.resolve(true), true],
    ["another truthy value", () => "yes", false],
    ["false", () => false, false],
    ["a rejection", () => Promise.reject(new Error("no")), true],
    [
      "an exception",
      () => {
        throw new Error("no");
      },
      true,
    ],
  ])("asks onBeforeCloseWidgetBlock first: %s", async (_what, onBeforeCloseWidgetBlock, closes) => {
    draw = () => ({ body: "hello", render: "", onBeforeCloseWidgetBlock });
    await crm.openList();
    await crm.loader.runListAction("hello");

    crm.$("#multi-widget_close").trigger("click");
    await new Promise((resolve) => setTimeout(resolve));

    expect(isShown()).toBe(!closes);
  });

  it("asks once at a time, and forgets the guard with the page", async () => {
    let asked = 0;
    draw = () => ({
      body: "hello",
      render: "",
      onBeforeCloseWidgetBlock: () => new Promise(() => (asked += 1)),
    });
    await crm.openList();
    await crm.loader.runListAction("hello");
    crm.$("#multi-widget_close").trigger("click").trigger("click");
    expect(asked).toBe(1);

    draw = () => ({ body: "hello", render: "" });
    await crm.openList();
    await crm.loader.runListAction("hello");
    crm.$("#multi-widget_close").trigger("click");

    expect(isShown()).toBe(false);
  });
});

it("drops a logo that the archive lacks", async () => {
  await crm.openCard();
  crm.widget("hello").render_template({ body: "hello", render: "" });

  document.querySelector(".card-widgets__widget__caption__logo")?.dispatchEvent(new Event("error"));

  expect(crm.$(".card-widgets__widget__caption img").length).toBe(1);
});
