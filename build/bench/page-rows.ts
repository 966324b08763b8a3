import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { watchLeftovers } from "../browser/count-leftovers";
import type { Page } from "../browser/launch-chromium";
import { copyHello, type ProjectCopy } from "./copy-project";
import { countGrowth } from "./count-growth";
import { launchBrowser } from "./launch-browser";
import { NotMeasured, type BenchContext, type BenchRow } from "./row";
import { timeServer } from "./run-command";
import { findMedian, findP95 } from "./statistics";

/** What a developer and a user of the CRM see, in a real Chromium. */
export const pageRows: readonly BenchRow[] = [
  { name: "save → changed page, p95, full reload", budget: 300, unit: "ms", measure: measureReload },
  {
    name: "save → changed page, p95, style only, with sass-embedded",
    budget: 60,
    unit: "ms",
    measure: async (context) => {
      await requireNativeSass();
      return measureStyle(context, []);
    },
  },
  {
    name: "save → changed page, p95, style only, without it",
    budget: 200,
    unit: "ms",
    measure: (context) => measureStyle(context, ["--import", leaveOutNativeSass]),
  },
  {
    name: "save → changed page, p95, view swapped in place",
    budget: 80,
    unit: "ms",
    measure: () => Promise.reject(new NotMeasured("a view is not swapped in place yet")),
  },
  { name: "mount of 20 components", budget: 2, unit: "ms", measure: measureMount },
  { name: "grown after 1,000 visits of a card", budget: 0, unit: "", measure: measureGrowth },
];

const card = "leads/detail/31200001";
const view = (text: string): string => `import { CardArea } from "komponent";
import "./card.scss";

export class LeadCard extends CardArea {
  render() {
    return <p>${text}</p>;
  }
}
`;
const sheet = (red: number): string => `@use "sass:color";\np { color: rgb(${red}, 0, 0); }\n`;

async function measureReload({ runs }: BenchContext): Promise<number> {
  return onCard({ nodeArgs: [], prepare: (page) => page.addInitScript(noteTexts) }, async (page, project) => {
    const times: number[] = [];
    for (let run = 0; run < runs * 3; run++) {
      const text = `Run ${run}`;
      const begun = performance.timeOrigin + performance.now();
      writeFileSync(join(project.root, "widget", "lead-card.tsx"), view(text));
      await page.getByText(text, { exact: true }).waitFor();
      const shown = await page.evaluate((one) => (window as NotedWindow).shownAt?.[one], text);
      times.push((shown ?? Number.NaN) - begun);
      await rest();
    }
    return findP95(times);
  });
}

type NotedWindow = Window & { shownAt?: Record<string, number> };

/** Runs in the page before everything else. Who asks a page from outside hears of a text some frames later. */
function noteTexts(): void {
  const shownAt: Record<string, number> = {};
  Object.assign(window, { shownAt });
  new MutationObserver(() => {
    const text = document.querySelector(".hello_card p")?.textContent;
    if (text) shownAt[text] ??= performance.timeOrigin + performance.now();
  }).observe(document, { childList: true, characterData: true, subtree: true });
}

async function measureStyle({ runs }: BenchContext, nodeArgs: readonly string[]): Promise<number> {
  return onCard({ nodeArgs }, async (page, project) => {
    const times: number[] = [];
    for (let run = 0; run < runs * 3; run++) {
      const begun = performance.now();
      writeFileSync(join(project.root, "widget", "card.scss"), sheet(run + 10));
      await page.waitForFunction(
        (color) => {
          const paragraph = document.querySelector(".hello_card p");
          return paragraph !== null && getComputedStyle(paragraph).color === color;
        },
        `rgb(${run + 10}, 0, 0)`,
      );
      times.push(performance.now() - begun);
      await rest();
    }
    return findP95(times);
  });
}

/** From the start of the area's `render` to the moment when the last of 20 components stands in the page. */
async function measureMount({ runs }: BenchContext): Promise<number> {
  return onCard({ nodeArgs: [], view: twenty }, async (page) => {
    const times: number[] = [];
    for (let run = 0; run < runs * 3; run++) {
      await page.reload();
      const mounted = await page.waitForFunction(() => (window as { mounted?: number }).mounted);
      times.push((await mounted.jsonValue()) ?? Number.NaN);
    }
    return findMedian(times);
  });
}

const twenty = `import { CardArea } from "komponent";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import "./card.scss";

function Item({ index }: { readonly index: number }) {
  const [count, setCount] = useState(index);
  useEffect(() => setCount((before) => before + 1), []);
  return (
    <li>
      <label>
        Item {index} <input value={count} />
      </label>
      <button type="button">Remove</button>
    </li>
  );
}

function List({ begun }: { readonly begun: number }) {
  useLayoutEffect(() => void Object.assign(window, { mounted: performance.now() - begun }), []);
  return <ul>{Array.from({ length: 20 }, (_, index) => <Item key={index} index={index} />)}</ul>;
}

export class LeadCard extends CardArea {
  render() {
    return <List begun={performance.now()} />;
  }
}
`;

async function measureGrowth(): Promise<number> {
  return onCard({ nodeArgs: [], prepare: watchLeftovers }, (page) => countGrowth(page, 1000));
}

interface CardOptions {
  readonly nodeArgs: readonly string[];
  readonly view?: string;
  /** What the page needs before it is opened. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** Opens the card of a lead with a copy of the hello card in the emulator. */
async function onCard<T>(
  { nodeArgs, view: source = view("Hello"), prepare }: CardOptions,
  measure: (page: Page, project: ProjectCopy) => Promise<T>,
): Promise<T> {
  const project = copyHello();
  writeFileSync(join(project.root, "widget", "lead-card.tsx"), source);
  writeFileSync(join(project.root, "widget", "card.scss"), sheet(1));
  const server = await timeServer(["--root", project.root], nodeArgs);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await prepare?.(page);
    await page.goto(server.url + card);
    await page.locator(".hello_card").first().waitFor();
    await rest();
    return await measure(page, project);
  } finally {
    await browser.close();
    await server.stop();
    project.dispose();
  }
}

/** Longer than the checks that run beside wait, so that each save meets an idle server. */
function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 3000));
}

async function requireNativeSass(): Promise<void> {
  const name = "sass-embedded";
  await import(name).catch(() => {
    throw new NotMeasured("sass-embedded is not installed");
  });
}

/** For `node --import`: makes sass-embedded a package that nobody has installed. */
const leaveOutNativeSass = `data:text/javascript,${encodeURIComponent(`
  import module from "node:module";
  const resolve = module._resolveFilename;
  module._resolveFilename = (name, ...rest) => {
    if (name === "sass-embedded") throw Object.assign(new Error("left out"), { code: "MODULE_NOT_FOUND" });
    return resolve.call(module, name, ...rest);
  };`)}`;
