import * as fc from "fast-check";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { propertyRuns } from "../../test/property-runs";
import { findChromium } from "../browser/find-chromium";
import { sheet } from "./fixtures/arbitrary-sheet";
import { scopeText } from "./fixtures/scope-text";
import { trickySheets } from "./fixtures/tricky-sheets";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findChromium(console.error),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
    ],
  });
  page = await browser.newPage();
  await page.setContent(
    `<html class="dark"><body>${host}<main class="playbook open">${inside}</main>${host}</body></html>`,
  );
});

afterAll(() => browser.close());

// What the random sheets speak of stands beside the root and inside of it.
const inside = `
  <div class="x" title="}{,"><div class="y a:b" id="i"><span class="z 1x">text</span><p class="x y">text</p></div></div>
  <p class="y">text</p><p class="z x" title="a>b">text</p>`;
const host = `<div class="host x y z">${inside}</div><div class="x">${inside}</div><p class="y">text</p>`;

describe("a scoped sheet in Chromium", () => {
  it.each(trickySheets)("keeps what the browser understood of %s", async (text) => {
    const { css, problems } = scopeText(text);

    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(await readSheet(css)).toEqual(await readSheet(text));
    expect(await listTouched(css)).toEqual([]);
  });

  it("keeps what the browser understood of any sheet, and touches nothing beside the root", async () => {
    await fc.assert(
      fc.asyncProperty(sheet, async (text) => {
        const { css, problems } = scopeText(text);
        fc.pre(problems.length === 0);

        expect(await readSheet(css)).toEqual(await readSheet(text));
        expect(await listTouched(css)).toEqual([]);
      }),
      propertyRuns,
    );
  });

  it("reaches the root and what lies in it", async () => {
    const { css } = scopeText(`
      :root { order: 1 }
      .x { order: 2; > .y { order: 3 } }
      html.dark .z { order: 4 }
      p:is(.x, .y) { order: 5 }
    `);

    expect(await readOrders(css)).toEqual(["1", "2", "3", "4", "5", "5", "4"]);
  });
});

/** How many declarations of each kind the browser takes from a sheet, keyframes included. */
function readSheet(css: string): Promise<Record<string, number>> {
  return page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const found: Record<string, number> = {};
    const visit = (rules: CSSRuleList) => {
      for (const rule of rules) {
        const { style, cssRules } = rule as Partial<CSSStyleRule>;
        for (const property of style ?? []) {
          // Chromium lists the declarations of @position-try without their names.
          const name = String(property).replace("--playbook-", "--");
          found[name] = (found[name] ?? 0) + 1;
        }
        if (cssRules) visit(cssRules);
      }
    };
    visit(sheet.cssRules);
    return found;
  }, css);
}

/** The elements and pseudo-elements beside the root that a sheet changes. */
function listTouched(css: string): Promise<string[]> {
  return page.evaluate((css) => {
    const style = document.createElement("style");
    style.textContent = css;
    document.head.append(style);
    const touched = [...document.querySelectorAll("*")]
      .filter((element) => element.closest(".playbook") === null)
      .flatMap((element) =>
        [null, "::before", "::after"]
          .filter((pseudo) => getComputedStyle(element, pseudo).order !== "0")
          .map((pseudo) => `${element.tagName} ${element.className} ${pseudo ?? ""}`),
      );
    style.remove();
    return touched;
  }, css);
}

/** What a sheet gives to the root and to the elements in it, in the order of the document. */
function readOrders(css: string): Promise<string[]> {
  return page.evaluate((css) => {
    const style = document.createElement("style");
    style.textContent = css;
    document.head.append(style);
    const root = document.querySelector(".playbook") as Element;
    const orders = [root, ...root.querySelectorAll("*")].map((element) => getComputedStyle(element).order);
    style.remove();
    return orders;
  }, css);
}
