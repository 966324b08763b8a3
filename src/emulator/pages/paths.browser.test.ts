import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listTriggers } from "../model/customer-periods";
import { servePages, type ServedPages } from "./fixtures/serve-pages";

// What a person does, one page load a path, in one browser for all.
const script = `
  window.heard = [];
  self.add_action("phone", function (data) { window.heard.push("phone " + data.value); });
  self.add_action("email", function (data) { window.heard.push("email " + data.value); });
  self.callbacks.salesbotDesignerSettings = function () {
    return { exits: [{ code: "success", title: "Answered" }, { code: "fail", title: "No answer" }] };
  };
  self.callbacks.onSalesbotDesignerSave = function (handler) {
    return JSON.stringify([{ question: [{ handler: "exits", params: { value: handler } }] }]);
  };`;
const lead = 31_200_001;
let pages: ServedPages;

beforeAll(async () => {
  pages = await servePages({}, script);
});
beforeEach(async () => {
  await pages.page.goto("about:blank");
  await fetch(`${pages.server.url}-/reset`, { method: "POST" });
  pages.errors.length = 0;
});
afterAll(() => pages?.close());

const heard = () => pages.page.evaluate(() => (window as unknown as { heard: string[] }).heard);

describe("a person's path", () => {
  it.each([
    ["leads", "/settings/pipeline/leads/7201001/", 7_201_001],
    ["customers", "/settings/pipeline/customers/", 0],
  ])("sets every trigger of an action for %s, the first one last", async (_, url, pipeline) => {
    const { page, server } = pages;
    const triggers = listTriggers(pipeline);
    await pages.goTo(`${url}?plain`);
    await page.locator(".js-add-trigger").nth(1).click();
    await page.locator(".digital-pipeline__choice").click();
    await page.locator("input[name=message]").fill("Hello");

    const stored: (string | undefined)[] = [];
    for (const trigger of [...triggers.slice(1), ...triggers.slice(0, 1)]) {
      const form = page.locator(".digital-pipeline__edit-forms");
      const select = form.locator(".control--select", { has: page.locator("[name=trigger_type]") });
      await select.locator(".control--select--button").click();
      await select.locator(`[data-value=${trigger}].control--select--list--item`).click();
      await page.locator(".js-trigger-save").click();
      await form.waitFor({ state: "detached" });
      stored.push([...server.model.tables.stage_actions.all()][0]?.trigger);
      await page.locator(".digital-pipeline__short-task__open").click();
    }

    expect(stored).toEqual([...triggers.slice(1), ...triggers.slice(0, 1)]);
    expect([...server.model.tables.stage_actions.all()]).toMatchObject([{ settings: { message: "Hello" } }]);
    expect(pages.errors).toEqual([]);
  });

  it("stores the trigger that is chosen at last, though others were tried before", async () => {
    const { page, server } = pages;
    await pages.goTo("/settings/pipeline/leads/7201001/?plain");
    await page.locator(".js-add-trigger").nth(1).click();
    await page.locator(".digital-pipeline__choice").click();
    const select = page.locator(".control--select", { has: page.locator("[name=trigger_type]") });
    for (const trigger of ["chat", "lead_status_changed"]) {
      await select.locator(".control--select--button").click();
      await select.locator(`[data-value=${trigger}].control--select--list--item`).click();
    }

    await page.locator(".js-trigger-save").click();
    await page.locator(".digital-pipeline__edit-forms").waitFor({ state: "detached" });

    expect([...server.model.tables.stage_actions.all()].map(({ trigger }) => trigger)).toEqual([
      "lead_status_changed",
    ]);
  });

  it("adds a step of a bot, sees its exits, saves it, and reads the JSON that the widget made", async () => {
    const { page, server } = pages;
    await pages.goTo("/settings/salesbot/?plain");
    await page.locator(".js-add-handler").click();
    await page.locator(".salesbot__exit").nth(1).waitFor();
    expect(await page.locator(".salesbot__exit").allInnerTexts()).toEqual([
      expect.stringMatching(/Answered\s+success/),
      expect.stringMatching(/No answer\s+fail/),
    ]);

    await page.getByLabel("Name of the bot").fill("Greeting");
    await page.locator(".js-salesbot-save").click();

    expect(JSON.parse(await page.locator(".salesbot__json").innerText())).toEqual([
      { question: [{ handler: "exits", params: { value: "ask" } }] },
    ]);
    expect(await page.locator(".salesbot__bot_open").innerText()).toBe("Greeting");
    expect([...server.model.tables.salesbots.all()]).toMatchObject([
      { name: "Greeting", handler_code: "ask" },
    ]);
    expect(pages.errors).toEqual([]);
  });

  it("changes a card, is reminded, takes it back, and saves it with what is linked", async () => {
    const { page, server } = pages;
    await pages.goTo(`/leads/detail/${lead}?plain`);
    const bar = page.locator(".js-card-top-save");
    expect(await bar.isVisible()).toBe(false);

    await page.locator("#lead_card_budget").fill("9900");
    expect(await bar.innerText()).toContain("There are unsaved changes");
    await bar.locator(".js-card-cancel").click();
    await bar.waitFor({ state: "hidden" });
    expect(await page.locator("#lead_card_budget").inputValue()).toBe("4300");

    await page.locator("#lead_card_budget").fill("9900");
    const linked = page.locator(".linked-form_contacts .js-linked-name-view").first();
    await linked.fill("James Carter");
    await bar.locator(".js-card-save").click();
    await bar.waitFor({ state: "hidden" });

    expect(server.model.tables.leads.get(lead)?.price).toBe(9900);
    expect(server.model.tables.contacts.get(45_100_001)?.name).toBe("James Carter");
    expect(pages.errors).toEqual([]);
  });

  it("reads the feed from its end, looks back, and has a new note brought in sight", async () => {
    const { page } = pages;
    await pages.goTo("/leads/detail/31200001?plain");
    const notes = page.locator("#nano-card-feed");
    const fromEnd = () =>
      notes.evaluate((feed) => {
        const content = feed.firstElementChild as HTMLElement;
        return Math.round(content.getBoundingClientRect().bottom - feed.getBoundingClientRect().bottom);
      });
    expect(await notes.evaluate((feed) => feed.scrollHeight > feed.clientHeight + 100)).toBe(true);
    expect(await fromEnd()).toBe(0);

    await notes.evaluate((feed) => feed.scrollBy(0, -100));
    expect(await fromEnd()).toBe(100);

    const before = await notes.locator(".feed-note").count();
    await page.locator(".feed-compose textarea").fill("Called back");
    await page.locator(".feed-compose .js-note-submit").click();
    await expect.poll(() => notes.locator(".feed-note").count()).toBe(before + 1);
    expect(await fromEnd()).toBe(0);
  });

  it("calls and writes by the menus of numbers and addresses, links a contact and unlinks it", async () => {
    const { page, server } = pages;
    await pages.goTo(`/leads/detail/${lead}?plain`);
    const contact = page.locator(".linked-form_contacts").first();
    await contact.getByRole("button", { name: "Phone +1 212 555-0100" }).click();
    await contact.locator('[data-id="phone_sample"]').getByRole("menuitem").click();
    await contact.getByRole("button", { name: /^E-mail james/ }).click();
    await contact.locator('[data-id="email_sample"]').getByRole("menuitem").click();
    expect(await heard()).toEqual(["phone +1 212 555-0100", "email james.novak@mail0.example.com"]);

    const linked = () =>
      server.model.linksOf("leads", lead).filter(({ to_type: type }) => type === "contacts").length;
    const before = linked();
    await page.getByRole("button", { name: "Add contact" }).click();
    await page.locator(".linked-forms__search .control--suggest--input").fill("Chloe Bailey");
    await page.locator(".linked-forms__found__item").first().click();
    const added = page.locator(".linked-form_contacts").nth(before);
    await added.waitFor();
    expect(linked()).toBe(before + 1);

    await added.getByRole("button", { name: "More" }).click();
    await added.getByRole("menuitem", { name: "Unlink" }).click();
    await added.waitFor({ state: "detached" });
    expect(linked()).toBe(before);
    expect(pages.errors).toEqual([]);
  });

  it("goes through windows and menus by keyboard: the focus stays inside, Esc closes, and it goes back", async () => {
    const { page } = pages;
    await pages.goTo("/settings/pipeline/leads/7201001/?plain");
    const opener = page.locator(".js-add-trigger").nth(1);
    await opener.focus();
    await page.keyboard.press("Enter");
    await page.locator(".digital-pipeline__choice").waitFor();
    const isInside = () => page.evaluate(() => document.activeElement?.closest("[role=dialog]") !== null);
    for (const key of ["Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab"]) {
      await page.keyboard.press(key);
      expect(await isInside(), key).toBe(true);
    }
    await page.keyboard.press("Escape");
    await page.locator(".digital-pipeline__choice").waitFor({ state: "detached" });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);

    const menu = page.getByRole("button", { name: "Pipeline" });
    await menu.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("menuitem");
    await page.keyboard.press("Escape");
    expect(await menu.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(pages.errors).toEqual([]);
  });
});
