import { chromium, type Browser } from "playwright-core";
import { findChromium } from "./find-chromium";
import { switchedOff } from "./switched-off";

export type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";

/**
 * Starts the Chromium that `findChromium` finds, without its own traffic, and without a way to any other machine: a
 * widget that is looked at may send its page wherever it likes. A container has no sandbox of its own to offer, and
 * root may not use Chromium's.
 */
export async function launchChromium(tell: (step: string) => void = console.error): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(tell),
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
      `--disable-features=${switchedOff.join(",")}`,
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
