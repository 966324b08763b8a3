import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "../../../../build/browser/launch-chromium";
import { servePages, type ServedPages } from "../fixtures/serve-pages";

const lead = 31_200_001;
const tabs: Page[] = [];
const streams: string[] = [];
let pages: ServedPages;

beforeAll(async () => {
  pages = await servePages();
  const context = await pages.page.context().browser()!.newContext();
  context.on("request", (request) => {
    if (new URL(request.url()).pathname === "/-/events") streams.push(request.url());
  });
  for (let count = 0; count < 10; count++) {
    const tab = await context.newPage();
    tabs.push(tab);
    await tab.goto(`${pages.server.url}leads/list/?plain`);
    await waitUntilReady(tab);
  }
}, 120_000);

afterAll(() => pages?.close());

const waitUntilReady = (tab: Page) => tab.locator("html[data-emulator=ready]").waitFor();
const rename = (name: string) => {
  const row = pages.server.model.tables.leads.get(lead);
  if (row === undefined) throw new Error("The first lead is not there.");
  pages.server.model.write((writer) => writer.put("leads", { ...row, name }));
};
const waitForName = (name: string) =>
  Promise.all(tabs.map((tab) => tab.locator(`#list_item_${lead}`).getByText(name).waitFor()));

describe("ten tabs of one browser", () => {
  it("follow the account over one stream", async () => {
    rename("Seen by all");
    await waitForName("Seen by all");

    expect(streams).toHaveLength(1);
  });

  it("go on when the one that reads is closed or loaded again, and miss nothing meanwhile", async () => {
    await tabs.shift()?.close();
    rename("After the first");
    await waitForName("After the first");

    const [reader] = tabs;
    const loaded = reader?.reload();
    rename("While the second was away");
    await loaded;
    await waitForName("While the second was away");
  });

  it("are all loaded again when the widget changes", async () => {
    for (const tab of tabs) await tab.evaluate(() => Object.assign(window, { isOld: true }));
    pages.server.setWidget(pages.files, "page");

    await Promise.all(tabs.map((tab) => tab.waitForFunction(() => !("isOld" in window))));
    await Promise.all(tabs.map(waitUntilReady));
    rename("After all");
    await waitForName("After all");
    expect(pages.errors).toEqual([]);
  });
});

describe("a browser without locks", () => {
  it("gives each tab a stream of its own", async () => {
    const tab = await tabs[0]!.context().newPage();
    tabs.push(tab);
    await tab.addInitScript(() => Object.defineProperty(navigator, "locks", { value: undefined }));
    await tab.goto(`${pages.server.url}leads/list/?plain`);
    await waitUntilReady(tab);

    rename("Without locks");
    await waitForName("Without locks");
  });
});

describe("a tab that stands still while it reads for the others", () => {
  it("loses the stream to the next one", async () => {
    const context = await pages.page.context().browser()!.newContext();
    const [reader, other] = [await context.newPage(), await context.newPage()];
    for (const tab of [reader, other]) {
      await tab.goto(`${pages.server.url}leads/list/?plain`);
      await waitUntilReady(tab);
    }
    await reader.evaluate(() => {
      setTimeout(() => {
        for (;;);
      });
    });
    const answer = reader.evaluate(() => "still here").catch(() => "gone");
    expect(await Promise.race([answer, other.waitForTimeout(500)])).toBe(undefined);
    rename("Told by the next one");

    await other.locator(`#list_item_${lead}`).getByText("Told by the next one").waitFor({ timeout: 30_000 });
  });
});
