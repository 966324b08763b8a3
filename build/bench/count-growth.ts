import type { Page } from "../browser/launch-chromium";

/**
 * Visits the card of a lead and the dashboard in turn, and counts what has grown since the tenth visit: nodes and
 * listeners by Chromium's own counters after a collection, running timers, observers, globals and rules of styles.
 */
export async function countGrowth(page: Page, visits: number): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await page.evaluate(watchPage);
  await page.evaluate(visit, 10);
  const before = await count();
  await page.evaluate(visit, visits);
  const after = await count();
  return Object.entries(after)
    .map(([name, value]) => Math.max(0, value - (before[name] ?? 0)))
    .reduce((total, growth) => total + growth, 0);

  async function count(): Promise<Record<string, number>> {
    // Twice, because what a first collection frees may hold more.
    for (let round = 0; round < 2; round++) await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const chromium = metrics.filter(({ name }) => name === "Nodes" || name === "JSEventListeners");
    return {
      ...Object.fromEntries(chromium.map(({ name, value }) => [name, value])),
      ...(await page.evaluate(countPage)),
    };
  }
}

interface WatchedWindow extends Window {
  emulator: { open(area: string): Promise<void> };
  watched?: { timers: Set<unknown>; observers: Set<unknown> };
}

// The three below run in the page.

function watchPage(): void {
  const page = window as unknown as WatchedWindow & Record<string, unknown>;
  const timers = new Set<unknown>();
  const observers = new Set<unknown>();
  page.watched = { timers, observers };
  const { setTimeout: start, clearTimeout: stop, setInterval: repeat, clearInterval: cease } = window;
  window.setTimeout = ((run: (...values: unknown[]) => void, ms?: number, ...values: unknown[]) => {
    const id = start(() => {
      timers.delete(id);
      run(...values);
    }, ms);
    timers.add(id);
    return id;
  }) as typeof window.setTimeout;
  window.clearTimeout = (id) => {
    timers.delete(id);
    stop(id);
  };
  window.setInterval = ((run: () => void, ms?: number) => {
    const id = repeat(run, ms);
    timers.add(id);
    return id;
  }) as typeof window.setInterval;
  window.clearInterval = (id) => {
    timers.delete(id);
    cease(id);
  };
  for (const name of ["MutationObserver", "ResizeObserver", "IntersectionObserver"] as const) {
    const { prototype } = window[name];
    const { observe, disconnect } = prototype;
    prototype.observe = function (this: object, ...values: unknown[]) {
      observers.add(this);
      return (observe as (...values: unknown[]) => void).apply(this, values);
    };
    prototype.disconnect = function (this: object) {
      observers.delete(this);
      return (disconnect as () => void).apply(this);
    };
  }
}

async function visit(times: number): Promise<void> {
  const { emulator } = window as unknown as WatchedWindow;
  for (let time = 0; time < times; time++) {
    await emulator.open("lcard");
    await emulator.open("everywhere");
  }
}

function countPage(): Record<string, number> {
  const { watched } = window as unknown as WatchedWindow;
  const rules = [...document.styleSheets].map((sheet) => sheet.cssRules.length);
  return {
    timers: watched?.timers.size ?? 0,
    observers: watched?.observers.size ?? 0,
    globals: Object.keys(window).length,
    rules: rules.reduce((total, length) => total + length, 0),
  };
}
