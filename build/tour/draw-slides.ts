import type { WidgetFiles } from "../archive/widget-files";
import type { Scenario } from "../../src/emulator/scenario/read-scenario";
import { createEmulatorServer } from "../../src/emulator/server/create-emulator-server";
import type { TourScript, TourSlide } from "../../src/manifest";
import type { Browser, Page } from "../browser/launch-chromium";
import { bundleClient } from "../emulator/bundle-client";
import { formatSlide, screenSize, slideSize } from "./slide-page";

/** Languages that the local Kommo speaks; it shows English to all others. */
const spoken = ["en", "es", "pt", "ru"] as const;

/**
 * Draws the slides of one language as PNG: the widget in a local Kommo of that language, its settings and the
 * account's rows as the script says, one screen a slide.
 */
export async function drawSlides(
  browser: Browser,
  widget: { readonly code: string; readonly files: WidgetFiles },
  locale: string,
  script: TourScript,
): Promise<Uint8Array[]> {
  const server = await createEmulatorServer({
    widget,
    assets: await bundleClient(),
    port: 0,
    scenario: createScenario(locale, script),
  });
  const context = await browser.newContext({ viewport: screenSize, locale, deviceScaleFactor: 1 });
  try {
    const page = await context.newPage();
    await page.goto(`${server.url}dashboard/?plain`);
    const slides: Uint8Array[] = [];
    for (const slide of script.slides) slides.push(await drawSlide(page, slide));
    return slides;
  } finally {
    await context.close();
    await server.close();
  }
}

/** What `window.emulator` offers; see the emulator's documentation. */
interface Driver {
  open(area: string): Promise<void>;
  select(): Promise<void>;
  runListAction(): Promise<boolean>;
  openSettings(): Promise<void>;
  openPipelineAction(): Promise<void>;
}

function createScenario(locale: string, { settings, create = [] }: TourScript): Scenario {
  return {
    locale: spoken.find((language) => language === locale) ?? "en",
    ...(settings && { widget: { settings } }),
    requests: create.map(({ path, items }) => ({ method: "POST", url: `/api/v4/${path}`, body: items })),
  };
}

async function drawSlide(page: Page, slide: TourSlide): Promise<Uint8Array> {
  await page.evaluate(showArea, slide.area);
  await waitForQuiet(page);
  const screen = await page.screenshot({ animations: "disabled" });
  const canvas = await page.context().newPage();
  await canvas.setViewportSize(slideSize);
  await canvas.setContent(formatSlide(slide, screen));
  const drawn = await canvas.screenshot({ animations: "disabled" });
  await canvas.close();
  return drawn;
}

/** Waits until nothing more is loaded. The network is never idle: the page listens to its server. */
async function waitForQuiet(page: Page): Promise<void> {
  const count = () => page.evaluate(() => performance.getEntriesByType("resource").length);
  for (let before = -1, now = await count(); before !== now; now = await count()) {
    before = now;
    await page.waitForTimeout(400);
  }
}

/** Runs in the page: opens the area, and the part of it that a person would open to see the widget. */
async function showArea(area: string): Promise<void> {
  const { emulator } = window as unknown as { emulator: Driver };
  await emulator.open(area);
  if (area === "settings") await emulator.openSettings();
  if (area === "digital_pipeline") await emulator.openPipelineAction();
  if (!/^(?:l|c|cu|t)list$/.test(area)) return;
  await emulator.select();
  await emulator.runListAction();
}
