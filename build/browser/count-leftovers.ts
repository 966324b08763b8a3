import type { CDPSession, Page } from "./launch-chromium";

/** What a page holds that a widget could leave behind. */
export interface Leftovers {
  readonly nodes: number;
  readonly listeners: number;
  readonly timers: number;
  readonly observers: number;
  readonly globals: number;
  readonly styleRules: number;
}

interface Watched {
  readonly timers: Set<number>;
  readonly observers: Set<object>;
}

/** Has a page keep count of timers and observers from its start; call it before the first navigation. */
export async function watchLeftovers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: Watched = { timers: new Set(), observers: new Set() };
    Object.defineProperty(window, "watchedForLeftovers", { value: watched, enumerable: false });

    const { setTimeout, setInterval, clearTimeout, clearInterval } = window;
    const follow = (timer: number) => {
      watched.timers.add(timer);
      return timer;
    };
    window.setTimeout = ((work: (...values: unknown[]) => void, wait?: number, ...values: unknown[]) => {
      const timer = setTimeout(() => {
        watched.timers.delete(timer);
        work(...values);
      }, wait);
      return follow(timer as unknown as number);
    }) as typeof window.setTimeout;
    window.setInterval = ((work: () => void, wait?: number, ...values: unknown[]) =>
      follow(setInterval(work, wait, ...values) as unknown as number)) as typeof window.setInterval;
    window.clearTimeout = (timer) => {
      watched.timers.delete(timer as number);
      clearTimeout(timer);
    };
    window.clearInterval = (timer) => {
      watched.timers.delete(timer as number);
      clearInterval(timer);
    };
    for (const name of ["MutationObserver", "ResizeObserver", "IntersectionObserver"] as const) {
      const { observe, disconnect } = window[name].prototype;
      window[name].prototype.observe = function (this: object, ...values: unknown[]) {
        watched.observers.add(this);
        return (observe as (...values: unknown[]) => void).apply(this, values);
      };
      window[name].prototype.disconnect = function (this: object) {
        watched.observers.delete(this);
        return disconnect.apply(this as never);
      };
    }
  });
}

/** Counts after a collection of garbage: nodes and listeners are Chromium's own counters. */
export async function countLeftovers(page: Page, session: CDPSession): Promise<Leftovers> {
  await session.send("Performance.enable");
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  const counted = await page.evaluate(() => {
    const { timers, observers } = (window as unknown as { watchedForLeftovers: Watched }).watchedForLeftovers;
    return {
      timers: timers.size,
      observers: observers.size,
      globals: Object.keys(window).length,
      styleRules: [...document.styleSheets].reduce((sum, sheet) => sum + sheet.cssRules.length, 0),
    };
  });
  return { nodes: metric("Nodes"), listeners: metric("JSEventListeners"), ...counted };
}
