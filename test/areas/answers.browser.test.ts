import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium, type Browser, type Page } from "../../build/browser/launch-chromium";
import { bundleClient } from "../../build/emulator/bundle-client";
import { createEmulatorServer, type EmulatorServer } from "../../src/emulator/server/create-emulator-server";
import { makeAreaWidget } from "./area-widget";

// What a widget answers and is asked in areas that are drawn already, in an account of amoCRM: it has all that Kommo's
// has, and the synchronisation of tasks.
let server: EmulatorServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const [assets, started] = await Promise.all([bundleClient(), launchChromium()]);
  browser = started;
  server = await createEmulatorServer({
    widget: makeAreaWidget("card_sdk"),
    beside: [makeAreaWidget("lcard"), makeAreaWidget("tlist")],
    assets,
    port: 0,
    scenario: { brand: "amocrm", locale: "en" },
  });
  page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  page.setDefaultTimeout(20_000);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function goTo(path: string): Promise<void> {
  await page.goto(`${server.url}${path}?plain`);
  await page.locator("html[data-emulator=ready]").waitFor();
}

const hear = (code: string): Promise<readonly string[]> =>
  page.evaluate(
    (name) => (window as unknown as { areaLog: Record<string, string[]> }).areaLog[name] ?? [],
    code,
  );

it.each([
  ["observed", "no", ["render", "bind_actions"]],
  ["documented", "no", ["render"]],
  ["observed", "later", ["render", "bind_actions", "init"]],
  ["documented", "later", ["render", "bind_actions", "init"]],
] as const)("in the %s order a render that answers %s is followed by %j", async (order, answer, expected) => {
  server.model.run("saveWidgetSettings", { code: "area_lcard", settings: { answer }, active: true });
  await fetch(`${server.url}-/faults`, { method: "POST", body: JSON.stringify({ order }) });

  await goTo("leads/detail/31200001");

  const steps = (await hear("area_lcard")).filter((entry) => /^(?:render|init|bind_actions)$/.test(entry));
  expect(steps).toEqual(expected);
});

it("hears which number, address and message of a card a person means, and what is searched in its tab", async () => {
  server.model.run("saveWidgetSettings", { code: "area_lcard", settings: { answer: "yes" }, active: true });
  await fetch(`${server.url}-/faults`, { method: "POST", body: JSON.stringify({ order: "observed" }) });
  await goTo("leads/detail/31200001");
  const contact = page.locator(".linked-form_contacts").first();
  await contact.getByRole("button", { name: "Phone +1 212 555-0100" }).click();
  await contact.locator("[data-id=phone_area_lcard]").getByRole("menuitem").click();
  await contact.getByRole("button", { name: /^E-mail james/ }).click();
  await contact.locator("[data-id=email_area_lcard]").getByRole("menuitem").click();

  await page.locator(".feed-compose-switcher__button").click();
  await page.locator(".feed-compose-switcher__item[data-id=source_0]").click();
  await page.locator(".feed-compose__message").fill("On our way");
  await page.locator(".feed-compose .js-note-submit").click();
  await expect.poll(() => hear("area_lcard")).toContainEqual(expect.stringMatching(/^sms /));

  await page.locator(".js-card-tab[data-id=widget_area_card_sdk]").click();
  const search = page.locator(".card-tab__products input").first();
  await search.fill("red");
  await page.locator(".card-tab__item").filter({ hasText: "Rug red" }).waitFor();

  const clicks = (await hear("area_lcard")).filter((entry) => /^(?:phone|email|sms) /.test(entry));
  expect(clicks).toEqual([
    "phone +1 212 555-0100",
    "email james.novak@mail0.example.com",
    "sms +1 212 555-0100",
  ]);
  expect(await hear("area_card_sdk")).toContain("searchDataInCard red 2 31200001");
});

it("is offered in amoCRM's synchronisation of tasks, and hears when it is switched and set up", async () => {
  await goTo("todo/list/");
  await page.getByRole("button", { name: "Synchronisation" }).click();
  const entry = page.locator(".crm-calendar-sync[data-widget-code=area_tlist]");
  const before = (await hear("area_tlist")).length;
  const toggle = entry.locator("label").first();
  await toggle.click();
  await toggle.click();
  await entry.getByRole("button", { name: "Settings" }).click();

  expect(await hear("area_tlist")).toContain("calendarSync");
  expect((await hear("area_tlist")).slice(before)).toEqual(["onEnable", "onDisable", "onSetup"]);
});
