import {
  createEmulatorServer,
  type EmulatorServerOptions,
} from "../../../src/emulator/server/create-emulator-server";
import type { Sight } from "../../../src/checker/page-evidence";
import type { Browser, Page } from "../../browser/launch-chromium";
import { listThrown, watchTraffic } from "./watch-page";
import { createNeighbour } from "./neighbour";
import { readNoted } from "./read-noted";
import { Obstacle, within } from "./within";

/** What all visits of one run share. */
export interface Theatre {
  readonly browser: Browser;
  readonly probe: string;
  readonly widget: EmulatorServerOptions["widget"];
  readonly assets: EmulatorServerOptions["assets"];
  /** Hears of what breaks in the emulator. */
  readonly onCrash: (error: unknown) => void;
}

/** A page of the emulator with an account of its own, driven and looked at from outside. */
export interface Stage {
  readonly page: Page;
  goTo(path: string): Promise<void>;
  /** Calls a method of `window.emulator`, whose promise settles when the page has. */
  drive(method: string, ...args: readonly unknown[]): Promise<unknown>;
  /** Presses the first that the selector finds. */
  click(selector: string): Promise<void>;
  /** Calls a method of the probe; see `probe/main.ts`. */
  probe(method: string, ...args: readonly unknown[]): Promise<unknown>;
  /** What was seen until now. A page that answers no more gives what was heard of it outside. */
  collect(): Promise<readonly Sight[]>;
  close(): Promise<void>;
}

/** A page that is not ready by then is held up by its widget. Milliseconds. */
const patience = { ready: 20_000, step: 10_000, answer: 1500, close: 3000 };
/** What a widget does after its callbacks, without being waited for. Milliseconds. */
const afterwards = 250;

export async function openStage(
  { browser, probe, widget, assets, onCrash }: Theatre,
  area: string,
): Promise<Stage> {
  const server = await createEmulatorServer({
    widget,
    assets,
    port: 0,
    beside: [createNeighbour()],
    onCrash,
  });
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    acceptDownloads: false,
  });
  await context.addInitScript({ content: probe });
  const page = await context.newPage();
  context.on("page", (other) => void other.close().catch(() => undefined));
  const traffic = watchTraffic(page, server.url, area);

  const evaluate = async <T>(work: Promise<T>, ms: number) => {
    try {
      return await within(
        ms,
        Promise.race([work, traffic.left]),
        `the page did not answer within ${ms / 1000} s`,
      );
    } catch (error) {
      if (error instanceof Obstacle) throw error;
      throw new Obstacle(describeFailure(error));
    }
  };
  const noted: Sight[] = [];
  /** A document takes what it has seen with it. */
  const keepNoted = async () => {
    const read = within(patience.answer, page.evaluate(callProbe, { method: "read", args: [] }), "");
    noted.push(...readNoted(await read.catch(() => []), area));
  };

  return {
    page,
    async goTo(path) {
      if (page.url() !== "about:blank") await keepNoted();
      traffic.expect();
      const address = `${server.url.replace(/\/$/, "")}${path}`;
      await evaluate(
        page
          .goto(address, { waitUntil: "domcontentloaded", timeout: 0 })
          .then(() => page.waitForSelector('html[data-emulator="ready"]', { state: "attached", timeout: 0 })),
        patience.ready,
      );
      await settle();
    },
    async drive(method, ...args) {
      const answer = await evaluate(page.evaluate(callEmulator, { method, args }), patience.step);
      await settle();
      return answer;
    },
    async click(selector) {
      await evaluate(page.evaluate(clickFirst, selector), patience.step);
      await settle();
    },
    probe: (method, ...args) => evaluate(page.evaluate(callProbe, { method, args }), patience.step),
    async collect() {
      await keepNoted();
      const thrown = await listThrown(server.url, widget.code, area);
      return [...noted, ...thrown, ...traffic.sights()];
    },
    async close() {
      await within(patience.close, context.close(), "").catch(() => undefined);
      await server.close();
    },
  };
}

function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, afterwards));
}

interface Call {
  readonly method: string;
  readonly args: readonly unknown[];
}
type Methods = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

// These run in the page.
function callEmulator({ method, args }: Call): unknown {
  return (window as unknown as { emulator: Methods }).emulator[method]?.(...args);
}

function clickFirst(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click();
}

function callProbe({ method, args }: Call): unknown {
  return (window as unknown as { komponentProbe: Methods }).komponentProbe[method]?.(...args);
}

function describeFailure(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/context was destroyed|navigat/i.test(message)) return "the widget loaded the page anew";
  if (/crash|closed/i.test(message)) return "the page crashed";
  const said = (message.split("\n", 1)[0] as string).replace(/^page\.\w+: /, "");
  return `the page is broken: ${said.slice(0, 200)}`;
}
