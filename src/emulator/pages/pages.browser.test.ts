import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchChromium, type Browser } from "../../../build/browser/launch-chromium";
import { servePages, type ServedPages } from "./fixtures/serve-pages";

let browser: Browser;
let pages: ServedPages;

beforeAll(async () => {
  browser = await launchChromium();
});
afterEach(() => pages?.close());
afterAll(() => browser?.close());

const open = (scenario: Parameters<typeof servePages>[0] = {}, extra = "") =>
  servePages(scenario, extra, "", browser);

type Emulator = {
  open(area: string): Promise<void>;
  openSettings(): Promise<boolean>;
  select(): Promise<number[]>;
  openPipelineAction(): Promise<boolean>;
};

const areasOf = async ({ server }: ServedPages) => {
  const response = await fetch(`${server.url}-/areas.json`);
  return (await response.json()) as { area: string; url: string }[];
};
const openArea = (name: string) =>
  pages.page.evaluate((area) => (window as unknown as { emulator: Emulator }).emulator.open(area), name);

describe("every area in a real browser", () => {
  // The two languages with the longest words.
  it.each(["es", "ru"] as const)(
    "fits into 1280 × 720 in %s: nothing makes the page itself scroll, no text of the chrome is cut",
    async (locale) => {
      pages = await open({ locale });
      await pages.goTo("/dashboard/?plain");
      const spilled: string[] = [];
      for (const { area } of await areasOf(pages)) {
        await openArea(area);
        spilled.push(
          ...(await pages.page.evaluate((name) => {
            const root = document.documentElement;
            const found =
              root.scrollWidth > root.clientWidth ? [`${name}: the page is wider than the window`] : [];
            const cut = [
              ...document.querySelectorAll<HTMLElement>(
                ".button-input-inner, .content__top__preset__caption, .nav__menu__item__title",
              ),
            ];
            for (const element of cut) {
              if (element.scrollWidth > element.clientWidth + 1)
                found.push(`${name}: ${element.textContent}`);
            }
            return found;
          }, area)),
        );
      }

      expect(spilled).toEqual([]);
      expect(pages.errors).toEqual([]);
    },
  );
});

describe("the pages in a real browser", () => {
  it("grow in neither nodes nor listeners while one goes from page to page", async () => {
    pages = await open();
    await pages.goTo("/dashboard/?plain");
    const session = await pages.page.context().newCDPSession(pages.page);
    await session.send("Performance.enable");
    const round = () =>
      pages.page.evaluate(async () => {
        const { emulator } = window as unknown as { emulator: Emulator };
        for (const area of ["lcard", "llist", "digital_pipeline", "tlist", "catalogs"])
          await emulator.open(area);
        await emulator.openSettings();
        await emulator.select();
        await emulator.openPipelineAction();
        await emulator.open("everywhere");
      });
    const count = async () => {
      await session.send("HeapProfiler.collectGarbage");
      const { metrics } = await session.send("Performance.getMetrics");
      const read = (name: string) => metrics.find((metric) => metric.name === name)?.value;
      return { nodes: read("Nodes"), listeners: read("JSEventListeners") };
    };
    for (let index = 0; index < 2; index += 1) await round();
    const before = await count();

    for (let index = 0; index < 6; index += 1) await round();

    // What closes with an animation goes a moment later.
    await expect.poll(count, { timeout: 10_000 }).toEqual(before);
  });

  it("end with a widget that frames its own page under an address that changes, and draw it once in there", async () => {
    pages = await open(
      {},
      `$("body").append("<iframe class='own-frame' src='/leads/detail/31200001?plain&n=" + Math.random() + "'></iframe>");`,
    );
    await pages.goTo("/leads/detail/31200001?plain");
    const framed = pages.page.frameLocator(".own-frame");

    await framed.locator(".own-frame").waitFor();
    await pages.page.waitForTimeout(1000);

    expect(await framed.locator("#left_menu").count()).toBe(1);
    expect(pages.page.frames().length).toBe(3);
    expect(await pages.page.frames().at(-1)?.locator("#left_menu, .own-frame").count()).toBe(0);
  });

  it("tell the report of a frame that was kept from loading", async () => {
    pages = await open({}, `$("body").append("<iframe src='https://frames.example/page'></iframe>");`);
    await pages.goTo("/leads/detail/31200001?plain");

    await expect
      .poll(async () => {
        const response = await fetch(`${pages.server.url}-/report.json`);
        const { requests } = (await response.json()) as { requests: { url: string; status: number }[] };
        return requests.filter(({ url }) => url.includes("frames.example")).map(({ status }) => status);
      })
      .toEqual([0]);
  });

  it("move a lead to another stage by dragging", async () => {
    pages = await open();
    await pages.goTo("/leads/pipeline/?plain");
    const tile = pages.page.locator(".pipeline_status:nth-child(2) .pipeline_leads__item").first();
    const id = Number(await tile.getAttribute("data-id"));
    const column = pages.page.locator(".pipeline_status:nth-child(3)");

    await tile.dragTo(column);
    await column.locator(`[data-id="${id}"]`).waitFor();

    expect(pages.server.model.tables.leads.get(id)?.status_id).toBe(
      Number(await column.getAttribute("data-id")),
    );
  });

  it("keep the focus inside a window, and give it back", async () => {
    pages = await open();
    const { page } = pages;
    await pages.goTo("/settings/widgets/?plain");
    await page.locator(".js-widget-open").focus();
    await page.keyboard.press("Enter");
    await page.locator(".widget-settings__modal .js-widget-save").waitFor();

    for (let index = 0; index < 12; index += 1) await page.keyboard.press("Tab");
    expect(
      await page.evaluate(() => document.activeElement?.closest(".widget-settings__modal") !== null),
    ).toBe(true);

    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement?.classList.contains("js-widget-open"));
  });

  it("keep a card's history beside the widgets' panel whatever the length of its words", async () => {
    pages = await open();

    await pages.goTo("/leads/detail/31200001?plain&words=long");

    const [history, composer, panel] = await pages.page.evaluate(() =>
      [".js-card-feed", ".feed-compose", "#widgets_block"].map((place) =>
        document.querySelector(place)!.getBoundingClientRect(),
      ),
    );
    expect(history?.right).toBeLessThanOrEqual(panel?.left ?? 0);
    expect(composer?.right).toBeLessThanOrEqual(panel?.left ?? 0);
  });

  it("show a change at once that another page has made", async () => {
    pages = await open();
    const { page, server } = pages;
    await pages.goTo("/leads/list/?plain");
    const row = page.locator(".js-list-row").first();
    const id = Number(await row.getAttribute("data-id"));

    server.model.run("updateCard", { type: "leads", id, values: { name: "Renamed elsewhere" } });

    await row.getByText("Renamed elsewhere").waitFor();
  });
});

describe("the start of a page", () => {
  it("asks for each file of the widget once, and the widget begins in a whole document", async () => {
    pages = await open({}, "window.wasWhole = performance.timing.domContentLoadedEventStart > 0;");
    await pages.goTo("/leads/detail/31200001?plain");
    const asked: string[] = [];
    pages.page.on("request", (request) => asked.push(new URL(request.url()).pathname));

    await pages.goTo("/leads/detail/31200001?plain");

    const files = asked.filter((path) => /script\.js|\.json|widgets\/list/.test(path)).sort();
    expect(files).toEqual(["/widgets/sample/i18n/en.json", "/widgets/sample/script.js"]);
    expect(await pages.page.evaluate(() => (window as { wasWhole?: boolean }).wasWhole)).toBe(true);
    expect(pages.errors).toEqual([]);
  });

  it("starts the widget where the page is looked at in another language", async () => {
    pages = await open();
    const texts = new TextEncoder().encode(
      JSON.stringify({ widget: { name: "Muestra", short: "Un widget" } }),
    );
    pages.server.setWidget(new Map([...pages.files, ["i18n/es.json", texts]]), "page");

    await pages.goTo("/leads/detail/31200001?plain&locale=es");

    await pages.page.locator("html[data-emulator=ready] .sample-text").waitFor({ state: "attached" });
    expect(pages.errors).toEqual([]);
  });

  it("shows the strip in time beside a widget that takes its own", async () => {
    pages = await open();
    const script = `define([], function () {
      return function () {
        this.callbacks = { render: function () { return new Promise(function () {}); }, init: function () {}, bind_actions: function () {} };
      };
    });`;
    pages.server.setWidget(
      new Map([...pages.files, ["script.js", new TextEncoder().encode(script)]]),
      "page",
    );
    await pages.page.goto(`${pages.server.url}leads/detail/31200001`);

    await pages.page.getByRole("button", { name: "Health" }).waitFor();

    expect(await pages.page.evaluate(() => document.documentElement.dataset["emulator"])).toBe(undefined);
    expect(pages.errors).toEqual([]);
  });
});

/** Measures health and gives what the strip says. */
async function measure(): Promise<string> {
  const { page } = pages;
  await page.getByRole("button", { name: "Health" }).click();
  await page.getByRole("button", { name: "Measure" }).click();
  const result = page.locator("komponent-strip .health").locator("table, .good");
  await result.waitFor();
  return result.innerText();
}

describe("the strip", () => {
  it("covers nothing of the page, and is off with ?plain", async () => {
    pages = await open();
    await pages.goTo("/leads/detail/31200001");
    const [strip, screen] = await pages.page.evaluate(() => [
      document.querySelector("komponent-strip")?.getBoundingClientRect().top,
      document.querySelector("#wrapper")?.getBoundingClientRect().bottom,
    ]);
    expect(screen).toBeLessThanOrEqual(strip ?? 0);

    await pages.goTo("/leads/detail/31200001?plain");

    expect(await pages.page.locator("komponent-strip").count()).toBe(0);
  });

  it("names what a widget leaves behind, and the rule that reaches out of it", async () => {
    pages = await open(
      {},
      `setInterval(function () {}, 5000); $(document).on("click.mine" + Math.random(), function () {});
       window.addEventListener("resize", function () {}); window["leak" + Math.random()] = 1;
       $("head").append("<link rel=stylesheet href='/widgets/sample/style.css'>");
       $(".card-tabs").append("<b>x</b>");`,
    );
    await pages.goTo("/leads/detail/31200001");

    const found = await measure();

    expect(found).toContain("setInterval (script.js:");
    expect(found).toContain("resize on window (script.js:");
    expect(found).toContain("leak0.");
    expect(found).toContain("div.card-tabs");
    expect(found).toContain(".text-input → ");
  });

  it("finds nothing where a widget is clean", async () => {
    pages = await open();
    await pages.goTo("/leads/detail/31200001");

    expect(await measure()).toContain("Nothing is left behind");
  });
});
