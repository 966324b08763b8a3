import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "../browser/launch-chromium";
import { launchBrowser } from "./launch-browser";
import type { BenchContext, BenchRow } from "./row";
import { timeServer } from "./run-command";
import { findMedian } from "./statistics";

const pages = {
  list: "leads/list/",
  card: "leads/detail/31200001",
  kanban: "leads/pipeline/",
  dashboard: "dashboard/",
} as const;

/** How long a page of a big account takes to be there, this repository's widget in it. */
export const bigAccountRows: readonly BenchRow[] = Object.entries(pages).map(([title, path]) => ({
  name: `page with 10,000 leads, ${title}`,
  budget: 300,
  unit: "ms",
  measure: (context) => measurePage(path, context),
}));

/** From the start of the navigation to the end of the widget's first callback; the browser is warm. */
async function measurePage(path: string, { runs }: BenchContext): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "komponent-bench-"));
  const scenario = join(folder, "scenario.json");
  writeFileSync(scenario, JSON.stringify({ leads: 10_000 }));
  const server = await timeServer(["--scenario", scenario]);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.addInitScript(noteFirstCallback);
    const times: number[] = [];
    for (let run = 0; run < runs * 3; run++) times.push(await timePage(page, server.url + path));
    return findMedian(times.slice(Math.min(3, runs)));
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

type NotedWindow = Window & { firstCallback?: number };

async function timePage(page: Page, address: string): Promise<number> {
  await page.goto(address);
  const noted = await page.waitForFunction(() => (window as NotedWindow).firstCallback);
  return (await noted.jsonValue()) ?? Number.NaN;
}

/** Runs in the page before everything else: the event follows the widget's `render` at once. */
function noteFirstCallback(): void {
  document.addEventListener("DOMContentLoaded", () => {
    const { jQuery } = window as unknown as { jQuery: JQueryStatic };
    jQuery(document).one("widget:playbook:loaded", () => {
      (window as NotedWindow).firstCallback = performance.now();
    });
  });
}
