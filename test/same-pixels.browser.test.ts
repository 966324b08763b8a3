import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium } from "../build/browser/launch-chromium";
import { startDev, type RunningDev } from "./support/start-dev";

let browser: Browser;
let runs: readonly { readonly dev: RunningDev; readonly page: Page }[];

beforeAll(async () => {
  browser = await launchChromium();
  runs = await Promise.all(
    [1, 2].map(async () => ({
      dev: await startDev(),
      page: await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" }),
    })),
  );
});

afterAll(async () => {
  await browser?.close();
  await Promise.all((runs ?? []).map(({ dev }) => dev.stop()));
});

type Run = (typeof runs)[number];

async function open({ dev, page }: Run, path: string): Promise<void> {
  await page.goto(`${dev.url}${path}?plain&still`);
  await page.locator('html[data-emulator="ready"]').waitFor({ state: "attached" });
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
}

/** Whether both show the same; what a widget asks for after its start may come to one a little later. */
async function areEqual(): Promise<boolean> {
  for (let look = 0; look < 10; look++) {
    const [first, ...others] = await Promise.all(
      runs.map(({ page }) => page.screenshot({ animations: "disabled" })),
    );
    if (first !== undefined && others.every((other) => other.equals(first))) return true;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return false;
}

it("shows the same account in two runs, equal to the pixel", async () => {
  const response = await fetch(`${runs[0]?.dev.url}/-/areas.json`);
  const areas = (await response.json()) as { readonly area: string; readonly url: string }[];
  const different: string[] = [];

  for (const { area, url } of areas) {
    await Promise.all(runs.map((run) => open(run, url)));
    if (!(await areEqual())) different.push(area);
  }

  expect(areas.length).toBeGreaterThan(20);
  expect(different).toEqual([]);
});
