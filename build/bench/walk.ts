import type { Page } from "../browser/launch-chromium";
import { launchBrowser } from "./launch-browser";
import { timeServer, type TimedServer } from "./run-command";

/** What was there after the warm-up, and what after the walk; each counted after a collection. */
export interface Walk {
  /** Of the server's heap, percent. */
  readonly heapGrowth: number;
  /** Nodes and listeners of the page by Chromium's own counters. */
  readonly pageGrowth: number;
}

/** Each is waited for, so that they never overlap. */
const steps = 5_000;
/** After so many every area was open several times and the account was reset: what is made once is made. */
const warmUp = 200;

/**
 * Walks through the emulator as a developer's test would, this repository's widget in it: areas are opened, rows
 * ticked, settings saved, actions run and opened, cards changed by the API, and now and then the account is reset.
 */
export async function walk(): Promise<Walk> {
  const server = await timeServer([], ["--expose-gc", "--import", tellHeap]);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}dashboard/`);
    await page.locator("html[data-emulator=ready]").waitFor();
    await takeSteps(page, warmUp);
    const before = await count(server, page);
    await takeSteps(page, steps);
    const after = await count(server, page);
    return {
      heapGrowth: (after.heap / before.heap - 1) * 100,
      pageGrowth: Math.max(0, after.nodes - before.nodes) + Math.max(0, after.listeners - before.listeners),
    };
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** For `node --import`: answers every message with the bytes that the heap holds after a collection. */
const tellHeap = `data:text/javascript,${encodeURIComponent(`
  process.on("message", () => {
    for (let round = 0; round < 3; round++) globalThis.gc();
    process.send(process.memoryUsage().heapUsed);
  });
  process.channel.unref();
`)}`;

async function takeSteps(page: Page, all: number): Promise<void> {
  // In parts, because one call of a page must not last for minutes.
  for (let done = 0; done < all; done += 100) await page.evaluate(takePart, Math.min(100, all - done));
}

async function count(
  server: TimedServer,
  page: Page,
): Promise<{ heap: number; nodes: number; listeners: number }> {
  await page.evaluate(endWalk);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  // Twice, because what a first collection frees may hold more.
  for (let round = 0; round < 2; round++) await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const counted = { nodes: read("Nodes"), listeners: read("JSEventListeners") };
  await session.detach();
  return { heap: await server.ask(), ...counted };
}

interface WalkedWindow extends Window {
  readonly emulator: {
    open(area: string): Promise<void>;
    select(): Promise<number[]>;
    runListAction(): Promise<boolean>;
    saveSettings(values: object): Promise<boolean>;
    openPipelineAction(): Promise<boolean>;
  };
  areas?: readonly { readonly area: string }[];
  step?: number;
}

// The two below run in the page.

async function takePart(times: number): Promise<void> {
  const page = window as unknown as WalkedWindow;
  const { emulator } = page;
  page.areas ??= (await (await fetch("/-/areas.json")).json()) as { area: string }[];
  // The page gets this function alone.
  // oxlint-disable-next-line unicorn/consistent-function-scoping
  const send = (method: string, url: string, body: object) =>
    fetch(url, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  const lead = 31_200_001;
  for (let time = 0; time < times; time++) {
    const step = (page.step = (page.step ?? 0) + 1);
    if (step % 250 === 0) await send("POST", "/-/reset", {});
    else if (step % 50 === 7) await emulator.saveSettings({});
    else if (step % 50 === 17) await emulator.openPipelineAction();
    else if (step % 25 === 8) await emulator.select();
    else if (step % 25 === 9) await emulator.runListAction();
    else if (step % 5 === 1) await send("PATCH", `/api/v4/leads/${lead}`, { price: step });
    else if (step % 5 === 3) {
      await send("POST", `/api/v4/leads/${lead}/notes`, [
        { note_type: "common", params: { text: `Step ${step}` } },
      ]);
    } else await emulator.open(page.areas[step % page.areas.length]?.area ?? "lcard");
  }
}

/**
 * Leads back to where each count is made: an account that is reset, and the dashboard. What a page was left with goes
 * with the second page after it, so the last of them are always the same.
 */
async function endWalk(): Promise<void> {
  const { emulator } = window as unknown as WalkedWindow;
  await fetch("/-/reset", { method: "POST" });
  for (const area of ["settings", "llist", "lcard", "digital_pipeline"]) await emulator.open(area);
  await emulator.openPipelineAction();
  await emulator.open("everywhere");
  await new Promise((resolve) => setTimeout(resolve, 1500));
}
