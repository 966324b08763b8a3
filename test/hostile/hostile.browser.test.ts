import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium, type Browser, type Page } from "../../build/browser/launch-chromium";
import { bundleClient } from "../../build/emulator/bundle-client";
import { createEmulatorServer, type EmulatorServer } from "../../src/emulator/server/create-emulator-server";
import { breakingCases, emptyingCases, leavingCases, stuckCases, type HostileCase } from "./hostile-cases";
import { skipPainting } from "../support/skip-painting";
import { makeHostileWidget } from "./hostile-widget";

// One server for all, and one tab, whose cache has the emulator's scripts: the next document ends what a widget did to
// the one before. A page that stands still has a context of its own, which ends it.
let browser: Browser;
let server: EmulatorServer;
let shared: Page;
const crashes: unknown[] = [];

beforeAll(async () => {
  const [started, assets] = await Promise.all([launchChromium(), bundleClient()]);
  browser = started;
  server = await createEmulatorServer({
    widget: { code: "hostile", files: makeHostileWidget({}) },
    assets,
    port: 0,
    onCrash: (error) => crashes.push(error),
  });
  shared = await openPage();
});

async function openPage(): Promise<Page> {
  const context = await browser.newContext();
  await skipPainting(context);
  context.setDefaultTimeout(40_000);
  return context.newPage();
}

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

interface Report {
  readonly callbacks: readonly { readonly name: string; readonly ok: boolean; readonly error?: string }[];
  readonly errors: readonly {
    readonly widget: string | null;
    readonly area: string;
    readonly message: string;
    readonly origin: string;
  }[];
  readonly unknown: readonly object[];
  readonly dropped: number;
}

interface Stage {
  readonly page: Page;
  /** Another tab on the dashboard; resolves when the emulator stands there. */
  readonly openTab: (path?: string) => Promise<Page>;
}

/** Serves a widget that is hostile and opens a lead with it, as far as it opens. */
async function stage(hostile: Partial<HostileCase>, run: (stage: Stage) => Promise<void>): Promise<void> {
  await setStage(hostile, shared);
  await run(createStage(shared));
}

async function setStage(hostile: Partial<HostileCase>, page: Page): Promise<void> {
  // The widget that was there before would answer a change of its files.
  await page.goto("about:blank");
  await fetch(`${server.url}-/reset`, { method: "POST" });
  server.setWidget(makeHostileWidget(hostile), "page");
  await page.goto(`${server.url}leads/detail/31200001?plain`, { waitUntil: "commit" });
}

function createStage(page: Page): Stage {
  return {
    page,
    async openTab(path = "dashboard/?plain") {
      const other = await page.context().newPage();
      await other.goto(`${server.url}${path}`);
      await waitUntilReady(other);
      return other;
    },
  };
}

/** For what may stand still: whatever becomes of the page, the context ends it. */
async function stageApart(hostile: HostileCase, run: (stage: Stage) => Promise<void>): Promise<void> {
  const page = await openPage();
  try {
    await setStage(hostile, page);
    await run(createStage(page));
  } finally {
    await page.context().close();
  }
}

async function readReport(): Promise<Report> {
  return (await (await fetch(`${server.url}-/report.json`)).json()) as Report;
}

type Drive = Readonly<Record<string, (...args: unknown[]) => Promise<unknown>>>;

/** What `window.emulator` answers, `rejected: …` where it does not; null where the page has no time to. */
function drive(page: Page, name: HostileCase["drive"]): Promise<unknown> {
  return page
    .evaluate((method) => {
      const { emulator } = window as unknown as { emulator: Drive };
      const asked = method === "openCardTab" ? emulator["open"]?.("card_sdk") : emulator[method ?? ""]?.();
      return asked?.catch((error: unknown) => `rejected: ${String(error)}`);
    }, name)
    .catch(() => null);
}

const waitUntilReady = (page: Page) => page.locator("html[data-emulator=ready]").waitFor();

/** Waits for what takes its time on a machine that has much to do; what never comes, the assertions after it tell. */
async function until(isTrue: () => Promise<boolean>, pause = 50): Promise<void> {
  for (const end = performance.now() + 40_000; performance.now() < end;) {
    if (await isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function expectEntry({ message, widget = "hostile" }: HostileCase): Promise<void> {
  const isMeant = (text: string) => (typeof message === "string" ? text === message : message.test(text));
  await until(async () => (await readReport()).errors.some((entry) => isMeant(entry.message)));
  const { errors } = await readReport();
  const entry = errors.find((one) => isMeant(one.message));
  expect(entry ?? errors).toMatchObject({ widget, origin: "widget" });
  expect(errors.filter(({ origin }) => origin === "host")).toEqual([]);
}

const nameOf = (one: HostileCase) => [one.name, one] as const;

describe("a widget that keeps the page busy", () => {
  it.each(stuckCases.map(nameOf))("%s: is named, and left out of the next page", async (_name, hostile) => {
    await stageApart(hostile, async (stand) => {
      if (hostile.drive !== undefined) {
        await waitUntilReady(stand.page);
        void drive(stand.page, hostile.drive);
      }
      await expectEntry(hostile);

      const tab = await stand.openTab("leads/detail/31200001");
      await tab.getByText("hostile is left out: a page with it has not answered any more.").waitFor();
      expect(
        await tab.evaluate(() =>
          Object.keys((window as never as { APP: { widgets: { list: object } } }).APP.widgets.list),
        ),
      ).toEqual([]);
    });
  });
});

describe("a widget that sends the page elsewhere", () => {
  it.each(leavingCases.map(nameOf))("%s: is named, and left out after five times", async (_name, hostile) => {
    await stageApart(hostile, async (stand) => {
      await expectEntry(hostile);
      await expectEntry({
        name: "",
        message:
          "The widget has sent the page elsewhere 5 times in a row: it is left out until its files change or it is started again.",
      });
      const tab = await stand.openTab("leads/detail/31200001");
      await tab.getByText("hostile is left out: it has sent the page elsewhere again and again.").waitFor();
      const before = (await readReport()).callbacks.length;

      await tab.getByRole("button", { name: "Start it again" }).click();

      await until(async () => (await readReport()).callbacks.length > before);
      expect((await readReport()).callbacks.length).toBeGreaterThan(before);
      // Once it is left out again, the tab stands still and can be closed.
      await tab.getByText("hostile is left out: it has sent the page elsewhere again and again.").waitFor();
    });
  });
});

it("tells where a widget sends the page that goes to another site", async () => {
  const hostile = {
    name: "",
    callbacks: "render: function () { location.href = 'https://elsewhere.example/?a=1'; return true; },",
    message:
      "The widget sends the page to https://elsewhere.example/?a=1, in render, while nobody has pressed anything.",
  };
  await stageApart(hostile, () => expectEntry(hostile));
});

describe("a widget that takes the page apart", () => {
  it.each(emptyingCases.map(nameOf))("%s: is named, and the driver says so", async (_name, hostile) => {
    await stage(hostile, async (stand) => {
      await expectEntry(hostile);

      expect(await drive(stand.page, "select")).toBe(`rejected: Error: ${String(hostile.message)}`);
    });
  });

  it("leaves the strip, which offers to load the page again", async () => {
    await stage({ callbacks: "settings: function () { document.open(); }," }, async ({ page }) => {
      await page.goto(`${server.url}leads/detail/31200001`);
      await waitUntilReady(page);
      await page.evaluate(
        () => void (window as never as { emulator: Drive }).emulator["openSettings"]?.().catch(() => null),
      );
      const again = page.getByRole("button", { name: "Load the page again" });
      await again.waitFor();

      await again.click();

      await waitUntilReady(page);
      await page.locator("#page_holder").waitFor();
      expect((await readReport()).errors.filter(({ origin }) => origin === "host")).toEqual([]);
    });
  });
});

describe("a widget that breaks what others stand on", () => {
  it.each(breakingCases.map(nameOf))("%s: is named, and the driver answers", async (_name, hostile) => {
    await stage(hostile, async (stand) => {
      await waitUntilReady(stand.page);
      const answer = await drive(stand.page, hostile.drive ?? "openSettings");

      await expectEntry(hostile);
      expect(String(answer)).not.toMatch(/rejected/);
    });
  });
});

describe("a widget that fails 15,000 times at once", () => {
  it.each([
    ["rejections", "for (var i = 0; i < 15000; i++) Promise.reject(new Error('no ' + i));"],
    [
      "console errors and rejections of no error",
      "for (var i = 0; i < 15000; i++) { console.error('no ' + i); Promise.reject(i); }",
    ],
    ["reads of unknown members", "for (var i = 0; i < 15000; i++) self['no' + i];"],
  ])(
    "%s: the last 10,000 entries are kept, the rest counted, and the page goes on",
    async (_name, source) => {
      await stage({ callbacks: `init: function () { ${source} return true; },` }, async ({ page }) => {
        await waitUntilReady(page);
        // A report of 10,000 entries is megabytes.
        await until(async () => (await readReport()).dropped > 4900, 500);

        const { callbacks, errors, unknown, dropped } = await readReport();
        expect(dropped).toBeGreaterThan(4900);
        expect(callbacks.length + errors.length + unknown.length).toBeLessThanOrEqual(10_000);
        expect(
          await page.evaluate(() =>
            (window as never as { emulator: Drive }).emulator["open"]?.("ccard").then(
              () => location.pathname,
            ),
          ),
        ).toMatch(/^\/contacts\/detail\//);
      });
    },
  );
});

it("has let nothing of all that break the server", () => {
  expect(crashes).toEqual([]);
});
