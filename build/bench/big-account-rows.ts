import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "../browser/launch-chromium";
import { launchBrowser } from "./launch-browser";
import type { BenchContext, BenchRow } from "./row";
import { timeServer } from "./run-command";
import { findMedian } from "./statistics";

/** Playbook has no place on the last two: they are there when they have started. */
const pages = [
  { title: "list, first callback", path: "leads/list/", mark: "called" },
  { title: "card, first callback", path: "leads/detail/31200001", mark: "called" },
  { title: "kanban, started", path: "leads/pipeline/", mark: "started" },
  { title: "dashboard, started", path: "dashboard/", mark: "started" },
] as const;
type Mark = (typeof pages)[number]["mark"];

/** How long a page of a big account takes to be there, this repository's widget in it. */
export const bigAccountRows: readonly BenchRow[] = pages.map(({ title, path, mark }) => ({
  name: `page with 10,000 leads, ${title}`,
  budget: 300,
  unit: "ms",
  measure: (context) => measurePage(path, mark, context),
}));

/** From the start of the navigation to the mark, in a warm browser. */
async function measurePage(path: string, mark: Mark, { runs }: BenchContext): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "komponent-bench-"));
  const scenario = join(folder, "scenario.json");
  writeFileSync(scenario, JSON.stringify({ leads: 10_000 }));
  const server = await timeServer(["--scenario", scenario]);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.addInitScript(noteMarks);
    const times: number[] = [];
    for (let run = 0; run < runs * 3; run++) {
      times.push(await timePage(page, server.url + path, mark));
      // The page that is left has drawn what comes last.
      await page.waitForTimeout(300);
    }
    return findMedian(times.slice(Math.min(3, runs)));
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

type MarkedWindow = Window & Partial<Record<Mark, number>>;

async function timePage(page: Page, address: string, mark: Mark): Promise<number> {
  await page.goto(address);
  const time = await page.waitForFunction((name) => (window as MarkedWindow)[name], mark);
  return (await time.jsonValue()) ?? Number.NaN;
}

/** Runs in the page before everything else. */
function noteMarks(): void {
  const page = window as MarkedWindow;
  document.addEventListener("DOMContentLoaded", () => {
    const { jQuery } = window as unknown as { jQuery: JQueryStatic };
    // Follows the widget's `render` at once.
    jQuery(document).one("widget:playbook:loaded", () => {
      page.called = performance.now();
    });
    const observer = new MutationObserver(() => {
      if (document.documentElement.dataset.emulator !== "ready") return;
      page.started = performance.now();
      observer.disconnect();
    });
    observer.observe(document.documentElement, { attributes: true });
  });
}
