import { afterAll, beforeAll, expect, it } from "vitest";
import { bundleClient } from "../../build/emulator/bundle-client";
import { launchChromium, type Browser, type Page } from "../../build/browser/launch-chromium";
import type { Faults } from "../../src/emulator/model/wire";
import { createEmulatorServer, type EmulatorServer } from "../../src/emulator/server/create-emulator-server";
import { noFaults } from "../../src/emulator/rest/faults";
import { locations } from "../../src/manifest/locations";
import { skipPainting } from "../support/skip-painting";
import { makeAreaWidget } from "./area-widget";
import { areaVisits, type AreaVisit } from "./area-visits";
import { findCutTexts } from "./find-cut-texts";
import { visitArea, type Sight } from "./visit-area";

// An account with a stranger's widget for each area of the platform. Every page is walked through in a real browser
// while something goes wrong, and again when all is well. All faults share the server and a few tabs.
let server: EmulatorServer;
let browser: Browser;
let tabs: readonly Page[];
let urls: ReadonlyMap<string, string>;
const pageErrors: string[] = [];

/** As many as there are processors on a small machine: each tab loads its first document in every walk. */
const tabCount = 2;
/** Of the areas so many are visited again after a fault. */
const oneIn = 4;

beforeAll(async () => {
  const widgets = locations.map(({ code }) => makeAreaWidget(code));
  const main = widgets.find(({ code }) => code === "area_card_sdk");
  if (main === undefined) throw new Error("There is no widget for card_sdk.");
  const [assets, started] = await Promise.all([bundleClient(), launchChromium()]);
  browser = started;
  server = await createEmulatorServer({
    // The tab of the card that the area's address opens is the main widget's.
    widget: main,
    beside: widgets.filter((widget) => widget !== main),
    assets,
    port: 0,
  });
  urls = new Map(
    (await ask<{ area: string; url: string }[]>("-/areas.json")).map(({ area, url }) => [area, url]),
  );
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  await skipPainting(context);
  tabs = await Promise.all(Array.from({ length: tabCount }, () => context.newPage()));
  for (const tab of tabs) tab.on("pageerror", (error) => pageErrors.push(error.message));
  await setUp(tabs[0] as Page);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** What a user does once: lets a widget edit a list, and adds another to a pipeline's sources. */
async function setUp(page: Page): Promise<void> {
  await page.goto(urlOf("/settings/widgets/"));
  await page.locator(".widget-card[data-code=area_catalogs] .js-widget-open").click();
  const [, catalog] = /^\/catalogs\/(\d+)\/$/.exec(urls.get("catalogs") ?? "") ?? [];
  await page.locator(".widget-settings__modal [name=catalog]").fill(catalog ?? "");
  await page.locator(".widget-settings__modal .js-widget-save").click();
  await page.locator(".widget-settings__modal").waitFor({ state: "detached" });
  await page.goto(urlOf(urls.get("lead_sources") ?? ""));
  await page.locator(".js-add-source[data-widget-code=area_lead_sources]").click();
  await page.locator(".digital-pipeline__source[data-id][data-widget-code=area_lead_sources]").waitFor();
}

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${server.url}${path}`, {
    ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
  });
  return (response.status === 204 ? undefined : await response.json()) as T;
}

const urlOf = (path: string) =>
  `${server.url.replace(/\/$/, "")}${path}${path.includes("?") ? "&" : "?"}plain`;

interface Seen extends Sight {
  readonly area: string;
  readonly cut: readonly string[];
}

interface Walk {
  readonly visits: readonly AreaVisit[];
  /** The first page of each tab loads the document; the others come as by a click. */
  readonly load: boolean;
  /** Look for texts that are cut off. */
  readonly look: boolean;
  /** Areas where nothing of the widget's is to be waited for. */
  readonly without?: ((visit: AreaVisit) => boolean) | undefined;
}

/** Visits areas in parallel tabs. */
async function walk({ visits, load, look, without }: Walk): Promise<Seen[]> {
  const queue = [...visits];
  const work = async (tab: Page): Promise<Seen[]> => {
    const seen: Seen[] = [];
    for (let visit = queue.shift(); visit !== undefined; visit = queue.shift()) {
      const url = visit.url ?? urls.get(visit.area) ?? "";
      const isLoaded = load && seen.length === 0;
      if (isLoaded) await tab.goto(urlOf(url));
      const sight = await tab.evaluate(visitArea, {
        visit,
        url: `${url}?plain`,
        go: !isLoaded,
        isExpected: without?.(visit) !== true,
      });
      const cut = look ? await tab.evaluate(findCutTexts) : [];
      seen.push({ area: visit.area, cut, ...sight });
    }
    return seen;
  };
  const seen = (await Promise.all(tabs.map(work))).flat();
  return visits.flatMap(({ area }) => seen.filter((sight) => sight.area === area));
}

interface Expected {
  /** What a widget that asks the back end gets. */
  readonly state?: readonly string[];
  readonly token?: readonly (string | null)[];
  /** Callbacks of the start come so many times. */
  readonly times?: number;
  /** Where a widget that waits for nothing may find no place to draw into. */
  readonly without?: (visit: AreaVisit) => boolean;
}

function expectSeen(
  visits: readonly AreaVisit[],
  seen: readonly Seen[],
  { state = ["loaded"], token = ["valid"], times = 1, without }: Expected,
): void {
  const expected = visits.map((visit, index) => {
    const sight = seen[index];
    const isOwn = visit.drawn.endsWith(".area_widget");
    const isMissing = without?.(visit) === true && sight?.isDrawn !== true;
    const isStarted = visit.callbacks.length > 0;
    return {
      area: visit.area,
      callbacks: repeatStart(visit.callbacks, times),
      isDrawn: !isMissing,
      state:
        isOwn && !isMissing ? (state.includes(sight?.state ?? "") ? sight?.state : state.join(" or ")) : null,
      token: isStarted ? (token.includes(sight?.token ?? null) ? sight?.token : token.join(" or ")) : null,
      broken: null,
      isBlank: false,
      cut: [],
    };
  });
  expect(seen).toEqual(expected);
}

/** With `callTwice` each callback of the first start comes twice; those of further openings do not. */
function repeatStart(callbacks: readonly string[], times: number): string[] {
  return callbacks.flatMap((name, index) => (index < 3 ? Array.from({ length: times }, () => name) : [name]));
}

interface Case extends Expected {
  readonly fault: Partial<Faults>;
  readonly look?: boolean;
}

const failed = { state: ["failed"], token: ["none"] };
/** Places that are taken away as they are opened. */
const isTaken = ({ drawn }: AreaVisit) => /area_\w+card |work-area|settings__modal/.test(drawn);

const cases: readonly Case[] = [
  { fault: { delay: 120 } },
  ...([401, 402, 403, 404, 429, 500, 502, 503, 504] as const).map((status) => ({
    fault: { status },
    ...failed,
  })),
  { fault: { html: true }, ...failed },
  { fault: { offline: true }, ...failed },
  { fault: { tokenExpired: true }, token: ["expired"] },
  { fault: { rateLimit: true }, state: ["loaded", "failed"], token: ["valid", "none"] },
  { fault: { callTwice: true }, times: 2 },
  { fault: { order: "documented" } },
  { fault: { containerDelay: 60 }, without: isTaken },
  {
    fault: { containerDelay: -1 },
    without: (visit) => isTaken(visit) || /card-widgets/.test(visit.drawn),
  },
  { fault: { foreignJquery: true } },
  { fault: { longWords: true }, look: true },
  { fault: { narrowPanel: true }, look: true },
  { fault: { zoom: 200 }, look: true },
  { fault: { theme: "dark" }, look: true },
];

const nameOf = (fault: Partial<Faults>) =>
  Object.entries(fault)
    .map(([name, value]) => `${name}: ${value}`)
    .join(", ");

it("has a visit for every area, and a case for every fault", () => {
  expect(areaVisits.map(({ area }) => area)).toEqual(locations.map(({ code }) => code));
  expect(new Set(cases.flatMap(({ fault }) => Object.keys(fault)))).toEqual(new Set(Object.keys(noFaults)));
});

it("draws every area, and its widget hears its callbacks", async () => {
  expectSeen(areaVisits, await walk({ visits: areaVisits, load: true, look: true }), {});
});

it.each(cases.map((one, index) => [nameOf(one.fault), one, index] as const))(
  "stands %s, and works when that is over",
  async (_name, { fault, look, ...expected }, index) => {
    // Other pages load their document each time, and others are looked at afterwards.
    const visits = areaVisits.map((_, place) => areaVisits[(place + index) % areaVisits.length] as AreaVisit);
    const some = visits.filter((_, place) => place % oneIn === 0);

    await ask("-/faults", fault);
    const seen = await walk({ visits, load: true, look: look === true, without: expected.without });
    await ask("-/faults", noFaults);
    const after = await walk({ visits: some, load: false, look: false });

    expectSeen(visits, seen, expected);
    expectSeen(some, after, {});
  },
);

it("has blamed the host for nothing, and let no error through to the page", async () => {
  const { errors } = await ask<{ errors: { origin: string }[] }>("-/report.json");

  expect(errors.filter(({ origin }) => origin === "host")).toEqual([]);
  expect(pageErrors).toEqual([]);
});
