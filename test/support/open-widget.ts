import type { BrowserContext, Page } from "playwright-core";
import { launchChromium } from "../../build/browser/launch-chromium";
import { startDev } from "./start-dev";

/** What `window.emulator` offers to end-to-end tests; see docs/emulator.md. */
interface Driver {
  open(area: string): Promise<void>;
  select(ids?: readonly number[]): Promise<void>;
  runListAction(): Promise<boolean>;
  openSettings(): Promise<void>;
  saveSettings(values: Readonly<Record<string, unknown>>): Promise<boolean>;
  openPipelineAction(): Promise<void>;
  disable(): Promise<void>;
}

export interface OpenedWidget {
  readonly url: string;
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors that reached the page: uncaught ones and what was written with `console.error`. */
  readonly errors: readonly string[];
  /** Calls a function of `window.emulator`. */
  drive<Name extends keyof Driver>(name: Name, ...args: Parameters<Driver[Name]>): ReturnType<Driver[Name]>;
  /** Asks the account, as a widget would. */
  ask<T>(path: string, init?: { readonly method: string; readonly body: unknown }): Promise<T>;
  /** The account as it was at the start. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Serves a widget as a user would, archive or folder, and opens a page on it in a real Chromium. */
export async function openWidget(path: string): Promise<OpenedWidget> {
  const [dev, browser] = await Promise.all([startDev(["--widget", path]), launchChromium()]);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(`${dev.url}/dashboard/?plain`);
  return {
    url: dev.url,
    page,
    context,
    errors,
    drive: (name, ...args) =>
      page.evaluate(
        ([method, values]) =>
          (window as unknown as { emulator: Record<string, (...values: unknown[]) => unknown> }).emulator[
            method
          ]?.(...values),
        [name, args] as [string, unknown[]],
      ) as ReturnType<Driver[typeof name]>,
    ask: async (path, init) => {
      const response = await fetch(`${dev.url}${path}`, {
        ...(init && {
          method: init.method,
          body: JSON.stringify(init.body),
          headers: { "content-type": "application/json" },
        }),
      });
      return (response.status === 204 ? undefined : await response.json()) as never;
    },
    reset: async () => {
      await fetch(`${dev.url}/-/reset`, { method: "POST" });
      await page.goto(`${dev.url}/dashboard/?plain`);
    },
    close: async () => {
      await browser.close();
      await dev.stop();
    },
  };
}
