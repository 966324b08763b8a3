import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchChromium } from "../../../build/browser/launch-chromium";
import { bundleClient } from "../../../build/emulator/bundle-client";
import { packagedModules } from "../sdk/amd/packaged-modules";
import { createEmulatorServer, type EmulatorServer } from "../server/create-emulator-server";

let server: EmulatorServer;
let browser: Browser;
/** Of all tests: its cache has the emulator's own scripts. */
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  server = await createEmulatorServer({
    widget: { code: "hello", files: filesOf({}) },
    assets: await bundleClient(),
    port: 0,
  });
  browser = await launchChromium();
  context = await browser.newContext();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(async () => {
  page = await context.newPage();
  return () => page.close();
});

interface Files {
  readonly manifest?: object;
  readonly [path: string]: unknown;
}

const encoder = new TextEncoder();

function filesOf({ manifest, ...rest }: Files): ReadonlyMap<string, Uint8Array> {
  const whole = {
    widget: {
      name: "widget.name",
      version: "1.0.0",
      locale: ["en"],
      interface_version: 2,
      installation: true,
    },
    locations: ["lcard-1", "settings"],
    ...manifest,
  };
  const files = {
    "manifest.json": JSON.stringify(whole),
    "i18n/en.json": '{"widget":{"name":"Hello"}}',
    ...rest,
  };
  return new Map(Object.entries(files).map(([path, text]) => [path, encoder.encode(String(text))]));
}

/** A module whose widget has all callbacks; `body` runs inside its constructor, `more` are further callbacks. */
const script = (dependencies: string, parameters: string, body = "", more = "") =>
  `define(${dependencies}, function (${parameters}) {
    return function Hello() {
      var self = this;
      ${body}
      this.callbacks = {
        render: function () { return true; },
        init: function () { return true; },
        bind_actions: function () { return true; },
        onSave: function () { return true; },
        ${more}
      };
    };
  });`;

interface Report {
  readonly callbacks: readonly { readonly name: string; readonly ok: boolean }[];
  readonly calls: readonly { readonly member: string; readonly count: number }[];
  readonly unsupported: readonly { readonly member: string; readonly stack: string }[];
  readonly unknown: readonly { readonly member: string; readonly area: string }[];
  readonly errors: readonly {
    readonly widget: string | null;
    readonly message: string;
    readonly origin: string;
    readonly area: string;
  }[];
}

async function open(files: Files, path = "/leads/detail/31200001"): Promise<void> {
  // The page of the test before would load again when its widget changes, and run this one.
  await page.goto("about:blank");
  await fetch(`${server.url}-/reset`, { method: "POST" });
  server.setWidget(filesOf(files), "page");
  await page.goto(`${server.url.slice(0, -1)}${path}`);
  await page.waitForFunction("window.APP && APP.widgets.loaded");
}

/** Entries are there within 100 ms, on a machine that has nothing else to do. */
async function readReport(isWhole: (report: Report) => boolean = () => true): Promise<Report> {
  await new Promise((resolve) => setTimeout(resolve, 100));
  const deadline = Date.now() + 5000;
  for (;;) {
    const report = (await (await fetch(`${server.url}-/report.json`)).json()) as Report;
    if (isWhole(report) || Date.now() > deadline) return report;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const has = (count: number) => (report: Report) => report.callbacks.length >= count;
const names = (report: Report) => report.callbacks.map(({ name, ok }) => `${name}${ok ? "" : "!"}`);

describe("script.js", () => {
  it("comes with its own files, relative to itself, with texts, data and styles", async () => {
    await open({
      "script.js": script(
        '["./lib/a.js", "text!./templates/a.html", "json!./data/a.json", "css!./a", "json!./manifest.json"]',
        "a, text, data, css, manifest",
        "window.seen = [a.name, a.b, text, data.list.length, manifest.locations[0]];",
      ),
      "lib/a.js": 'define(["./b.js", "../c.js"], function (b, c) { return { name: "a" + c, b: b }; });',
      "lib/b.js": 'define(function () { return "b"; });',
      "c.js": 'define([], function () { return "c"; });',
      "templates/a.html": "<b>text</b>",
      "data/a.json": '{"list":[1,2]}',
      "a.css": ".hello { color: red }",
    });

    expect(await page.evaluate("seen")).toEqual(["ac", "b", "<b>text</b>", 2, "lcard-1"]);
    expect(
      await page.evaluate("document.querySelectorAll(\"link[href*='/widgets/hello/a.css']\").length"),
    ).toBe(1);
    expect(names(await readReport(has(3)))).toEqual(["render", "init", "bind_actions"]);
  });

  it("may ask for modules while it runs, by CommonJS's require too", async () => {
    await open({
      "script.js": `define(function (require) {
        var $ = require("jquery"), own = require("./own.js");
        return function () {
          window.seen = [$ === window.$, own.name, require("underscore") === window._];
          this.callbacks = { render: function () { return true; }, init: function () {}, bind_actions: function () {} };
        };
      });`,
      "own.js": 'define({ name: "own" });',
    });

    expect(await page.evaluate("seen")).toEqual([true, "own", true]);
  });

  it.each([
    ["a class", "define([], function () { return class Hello {}; });", /gives a class/],
    ["an arrow function", "define([], () => () => {});", /gives an arrow function/],
    ["a mistake of syntax", "define([], function () { return", /./],
    ["a missing dependency", script('["./none.js"]', "none"), /Script error for ".*none\.js"/],
    [
      "an exception while it is defined",
      'define([], function () { throw new Error("broken"); });',
      /^broken$/,
    ],
    ["an exception in the constructor", script("[]", "", 'throw new Error("broken");'), /^broken$/],
    ["no file at all", undefined, /Script error for/],
  ])("that is %s harms nobody and is told", async (_what, text, message) => {
    await open(text === undefined ? {} : { "script.js": text });

    const report = await readReport(({ errors }) => errors.some((error) => message.test(error.message)));

    expect(report.callbacks).toEqual([]);
    expect(report.errors.length).toBeGreaterThan(0);
    for (const error of report.errors) expect(error.origin).toBe("widget");
    expect(report.errors.some((error) => message.test(error.message))).toBe(true);
    expect(await page.evaluate("Object.keys(APP.widgets.list)")).toEqual([]);
  });

  it.each([
    [
      "no function",
      "define({});",
      "script.js gives a module of type object; the platform passes over what is no function",
    ],
    ["nothing", "var x = 1;", "script.js gives nothing; the platform passes over what is no function"],
    [
      "another's",
      'define("some/other", [], function () { return function () {}; });',
      "script.js gives nothing; the platform passes over what is no function",
    ],
    [
      "without callbacks",
      "define(function () { return function () {}; });",
      "script.js gives no callback render, init, bind_actions; the platform does not start such a widget",
    ],
    [
      "without a function for render",
      "define(function () { return function () { this.callbacks = { render: 1, init: function () {}, bind_actions: function () {} }; }; });",
      "script.js gives no callback render; the platform does not start such a widget",
    ],
  ])("whose module is %s is passed over, and told", async (_, source, message) => {
    await open({ "script.js": source });

    const report = await readReport(({ errors }) => errors.length > 0);

    expect(report.callbacks).toEqual([]);
    expect(report.errors).toMatchObject([{ message, origin: "widget" }]);
    expect(await page.evaluate("Object.keys(APP.widgets.list)")).toEqual([]);
  });

  it("is evaluated once, and started anew on each page", async () => {
    await open({
      "script.js": `window.evaluated = (window.evaluated || 0) + 1; ${script("[]", "", "window.made = (window.made || 0) + 1;")}`,
      manifest: { locations: ["lcard-1", "ccard-1"] },
    });

    await page.evaluate('emulator.open("ccard")');
    await page.evaluate('emulator.open("lcard")');

    expect(await page.evaluate("[evaluated, made]")).toEqual([1, 3]);
  });

  it("with init_once is made once and only rendered again", async () => {
    await open({
      "script.js": script("[]", "", "window.made = (window.made || 0) + 1;"),
      manifest: {
        widget: { name: "widget.name", version: "1.0.0", locale: ["en"], init_once: true },
        locations: ["lcard-1"],
      },
    });

    await page.evaluate('emulator.open("everywhere")');

    expect(await page.evaluate("made")).toBe(1);
    expect(names(await readReport(has(4)))).toEqual(["render", "init", "bind_actions", "render"]);
  });
});

describe("the CRM's modules", () => {
  it("are the page's own globals where they are libraries", async () => {
    await open({
      "script.js": script(
        '["jquery", "underscore", "backbone", "moment", "twigjs", "lib/components/base/modal", "lib/components/base/confirm", "jquery-ui"]',
        "$, _, Backbone, moment, twig, Modal, Confirm, ui",
        `window.seen = [
          $ === window.$ && $ === jQuery && ui === $, $.fn.jquery, _ === window._, _.VERSION,
          Backbone === window.Backbone, Backbone.VERSION, moment === window.moment, moment.version,
          twig({ data: "{{ a }}" }).render({ a: 1 }), twig.twig({ data: "{{ a }}" }).render({ a: 2 }),
          "/tmpl/controls/select.twig" in Twig.Templates.registry,
          self.helpers.Modal === Modal, new Confirm({ text: "?" }) instanceof Modal,
        ];`,
      ),
    });

    expect(await page.evaluate("seen")).toEqual([
      true,
      "2.1.3",
      true,
      "1.9.1",
      true,
      "1.1.2",
      true,
      "2.24.0",
      "1",
      "2",
      true,
      true,
      true,
    ]);
  });

  it("can all be had", async () => {
    await open({ "script.js": script("[]", "") });

    const failures = await page.evaluate(
      async (modules) => {
        const { require } = window as unknown as {
          require(names: string[], ready: () => void, failed: (error: Error) => void): void;
        };
        const loads = modules.map(
          (name) =>
            new Promise<string[]>((resolve) => {
              require([name], () => resolve([]), (error) => resolve([`${name}: ${error.message}`]));
            }),
        );
        return (await Promise.all(loads)).flat();
      },
      packagedModules.map(({ name }) => name),
    );

    expect(failures).toEqual([]);
    expect(
      await page.evaluate(
        "[typeof require('quill'), typeof require('chartjs'), typeof require('jquery').fn.fullCalendar]",
      ),
    ).toEqual(["function", "function", "function"]);
    expect(await readReport()).toMatchObject({ errors: [] });
  });

  it("that the emulator lacks are undefined and reported", async () => {
    await open({
      "script.js": script(
        '["colorpicker", "requirejs-react!@crm/ui/Button", "lib/common/hs"]',
        "picker, Button, Scroll",
        "window.seen = [typeof picker, typeof Button, typeof Scroll];",
      ),
    });

    const { unsupported } = await readReport((report) => report.unsupported.length > 2);

    expect(await page.evaluate("seen")).toEqual(["undefined", "undefined", "undefined"]);
    expect(unsupported.map(({ member }) => member)).toEqual(
      expect.arrayContaining([
        "module colorpicker",
        "module requirejs-react!@crm/ui/Button",
        "module lib/common/hs",
      ]),
    );
  });

  it("stay the CRM's where another widget has put its own jQuery into the page", async () => {
    await open({
      "script.js": script('["jquery"]', "$", "window.seen = function () { return $ === window.$; };"),
    });
    await fetch(`${server.url}-/faults`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"foreignJquery":true}',
    });

    await page.waitForFunction("seen() === false");

    expect(await page.evaluate("[$.fn.jquery, require('jquery').fn.jquery]")).toEqual(["2.1.3", "2.1.3"]);
    await fetch(`${server.url}-/faults`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"foreignJquery":false}',
    });
  });
});

describe("the report of a page", () => {
  it("tells unknown names, missing members, calls, and whose fault an error is", async () => {
    await open({
      "script.js": script(
        '["jquery"]',
        "$",
        "",
        `settings: function () {},
         init: function () {
           void APP.nothing; void self.getTemplate; self.timer = self.timer || 5; void APP.todo_types; APP.isCard(); APP.isCard();
           setTimeout(function () { throw new Error("late"); });
           Promise.reject(new Error("promised"));
           $(document).one("test" + self.ns, function () { throw new Error("handler"); });
           setTimeout(function () { $(document).trigger("test"); });
           self.i18n("none.at.all");
         },`,
      ),
    });

    const report = await readReport(({ errors }) => errors.length > 3);

    expect(names(report)).toEqual(["render", "init!", "bind_actions"]);
    expect(report.unknown).toEqual([
      { member: "APP.nothing", area: "lcard", count: 1 },
      { member: "widget.getTemplate", area: "lcard", count: 1 },
    ]);
    expect(report.unsupported).toMatchObject([{ member: "APP.todo_types", count: 1 }]);
    expect(report.unsupported[0]?.stack).toContain("/widgets/hello/script.js");
    expect(report.calls).toEqual(
      expect.arrayContaining([
        { member: "APP.isCard", count: 2 },
        { member: "widget.i18n", count: 1 },
      ]),
    );
    const errors = report.errors.map(({ widget, message, origin }) => `${widget} ${origin} ${message}`);
    expect(errors.toSorted()).toEqual(
      [
        'hello widget i18n("none.at.all"): there is nothing above "at" (in the constructor there are no texts)',
        "hello widget handler",
        "hello widget late",
        "hello widget promised",
      ].toSorted(),
    );
  });

  it("survives that the page is left", async () => {
    await open({
      "script.js": script(
        "[]",
        "",
        "",
        'bind_actions: function () { APP.sdk.getCallingStatus(); location.href = "/dashboard/"; },',
      ),
    });
    await page.waitForURL(/dashboard/);

    expect((await readReport(({ calls }) => calls.length > 0)).calls).toEqual([
      { member: "APP.sdk.getCallingStatus", count: 1 },
    ]);
  });
});
