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

async function areEqual(): Promise<boolean> {
  const [first, ...others] = await Promise.all(
    runs.map(({ page }) => page.screenshot({ animations: "disabled" })),
  );
  return first !== undefined && others.every((other) => other.equals(first));
}

/**
 * Whether both come to show the same. What a widget asks for after its start may come to one a little later; and the
 * clocks go on from one fixed time each since its server's start, so for some seconds they may differ by a minute.
 * Chromium itself draws the clipped corner of the stage's bar in one of two ways, three pixels apart, so each page has
 * several tries.
 */
async function becomeEqual(path: string): Promise<boolean> {
  for (let visit = 0; visit < 8; visit++) {
    await Promise.all(runs.map((run) => open(run, path)));
    for (let look = 0; look < 4; look++) {
      if (await areEqual()) return true;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
  return false;
}

it("shows the same account in two runs, equal to the pixel", async () => {
  const response = await fetch(`${runs[0]?.dev.url}/-/areas.json`);
  const areas = (await response.json()) as { readonly area: string; readonly url: string }[];
  const different: string[] = [];

  for (const { area, url } of areas) {
    if (!(await becomeEqual(url))) different.push(area);
  }

  expect(areas.length).toBeGreaterThan(20);
  expect(different).toEqual([]);
});
