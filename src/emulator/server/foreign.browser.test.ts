import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../../build/browser/launch-chromium";
import { startServer, type TestServer } from "./fixtures/start-server";

/** Takes the worker, then asks what the test wants asked: what the page's own client does before any widget. */
const client = `
  navigator.serviceWorker.register("/-/worker.js", { scope: "/" });
  window.ready = navigator.serviceWorker.controller
    ? Promise.resolve()
    : new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
  window.ask = (url, init) => fetch(url, init).then(
    async (response) => [response.status, response.headers.get("x-made"), await response.text()],
    () => "blocked",
  );
  window.load = (tag, attribute, url) => new Promise((resolve) => {
    const element = document.createElement(tag);
    element.addEventListener("load", () => resolve("loaded"));
    element.addEventListener("error", () => resolve("blocked"));
    element[attribute] = url;
    document.body.append(element);
  });
`;

let folder: string;
let stranger: Server;
let heard: string[];
let host: string;
let emulator: TestServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  heard = [];
  stranger = createServer((request, response) => {
    heard.push(request.url ?? "");
    response.writeHead(200, { "access-control-allow-origin": "*", "content-type": "text/javascript" });
    response.end("window.fromNetwork = true;");
  });
  stranger.on("upgrade", (request, socket) => {
    heard.push(request.url ?? "");
    socket.destroy();
  });
  await new Promise<void>((resolve) => {
    stranger.listen(0, "127.0.0.1", resolve);
  });
  host = `127.0.0.1:${(stranger.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), "foreign-"));
  await mkdir(join(folder, "api.example", "v1"), { recursive: true });
  await writeFile(join(folder, "api.example", "lib.js"), "window.fromMock = true;");
  await writeFile(
    join(folder, "api.example", "v1", "users.POST.mock.json"),
    '{ "status": 201, "headers": { "x-made": "yes" }, "body": { "ok": true } }',
  );
  await writeFile(join(folder, "api.example", "empty.mock.json"), '{ "status": 204 }');
  emulator = await startServer({
    assets: new Map([["client.js", { body: client, type: "text/javascript" }]]),
    mocksFolder: folder,
  });
  browser = await launchChromium();
  page = await browser.newPage();
  await page.goto(`${emulator.server.url}dashboard/`);
  await page.evaluate("ready");
});

afterAll(async () => {
  await browser.close();
  await emulator.server.close();
  await new Promise((resolve) => void stranger.close(resolve));
  await rm(folder, { recursive: true });
});

const run = (code: string) => page.evaluate(code);

describe("a page of the emulator", () => {
  it("gets scripts of foreign hosts from the mocks, by a script element as by fetch", async () => {
    expect(await run('load("script", "src", "https://api.example/lib.js")')).toBe("loaded");
    expect(await run("window.fromMock")).toBe(true);
  });

  it("gets answers with their status, headers and body, asked across origins with any method", async () => {
    const asked = await run(
      'ask("https://api.example/v1/users", { method: "POST", headers: { "X-Key": "1", "content-type": "application/json" }, body: "{}" })',
    );

    expect(asked).toEqual([201, "yes", '{"ok":true}']);
    expect(await run('ask("https://api.example/empty")')).toEqual([204, null, ""]);
  });

  it("is answered by the account under the names that it has at Kommo, and under https", async () => {
    const subdomain = emulator.server.model.account.subdomain;
    const own = `127.0.0.1:${emulator.server.port}`;
    const outcomes = await Promise.all(
      [
        `https://${subdomain}.kommo.com`,
        `https://${subdomain}.amocrm.ru`,
        "https://127.amocrm.com",
        `https://${own}`,
      ].map((origin) => run(`ask("${origin}/api/v4/account?with=users").then(([status]) => status)`)),
    );

    expect(outcomes).toEqual([200, 200, 200, 200]);
    expect(
      await run(
        `ask("https://${subdomain}.kommo.com/api/v4/leads", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify([{ name: "By its name" }]) }).then(([status]) => status)`,
      ),
    ).toBe(200);
    expect([...emulator.server.model.tables.leads.all()].at(-1)?.name).toBe("By its name");
    expect(await run('ask("https://other.kommo.com/api/v4/account")')).toBe("blocked");
    expect(await run(`ask("https://${subdomain}.example/api/v4/account")`)).toBe("blocked");
  });

  it("reaches no host that has no mock: not by script, image, style, fetch, frame, form, beacon or socket", async () => {
    const url = `http://${host}`;
    const outcomes = [
      await run(`load("script", "src", "${url}/a.js")`),
      await run(`load("img", "src", "${url}/b.png")`),
      await run(`ask("${url}/c")`),
      await run(`ask("${url}/d", { mode: "no-cors", method: "POST", body: "x" })`),
    ];
    await run(`{
      const sheet = document.createElement("link");
      sheet.rel = "stylesheet";
      sheet.href = "${url}/e.css";
      document.head.append(sheet);
      const frame = document.createElement("iframe");
      frame.src = "${url}/f";
      document.body.append(frame);
      navigator.sendBeacon("${url}/g", "x");
      try { new WebSocket("ws://${host}/h"); } catch {}
      const form = document.createElement("form");
      form.action = "${url}/i";
      form.target = "_blank";
      document.body.append(form);
      form.submit();
      new Worker(URL.createObjectURL(new Blob(["fetch('${url}/j').catch(() => {})"])));
    }`);
    await page.waitForTimeout(400);
    const report = JSON.parse((await emulator.ask("/-/report.json")).text) as {
      requests: { url: string; status: number }[];
    };

    expect(outcomes).toEqual(["blocked", "blocked", "blocked", "blocked"]);
    expect(heard).toEqual([]);
    expect(report.requests).toEqual(
      expect.arrayContaining([
        { method: "GET", url: `${url}/a.js`, status: 0 },
        { method: "GET", url: `${url}/b.png`, status: 0 },
        { method: "POST", url: `${url}/d`, status: 0 },
      ]),
    );
  });

  it("reaches a host that the user has allowed", async () => {
    const open = await startServer({
      assets: new Map([["client.js", { body: client, type: "text/javascript" }]]),
      allowHosts: [host],
    });
    try {
      const other = await browser.newPage();
      await other.goto(`${open.server.url}dashboard/`);
      await other.evaluate("ready");
      await other.evaluate(`load("script", "src", "http://${host}/allowed.js")`);

      expect(await other.evaluate("window.fromNetwork")).toBe(true);
      expect(heard).toEqual(["/allowed.js"]);
    } finally {
      await open.server.close();
    }
  });

  it("cannot be driven by a page of another origin", async () => {
    const { model } = emulator.server;
    const { id } = model.run("createTag", { type: "leads", name: "still here" });
    const other = await browser.newPage();
    await other.goto(`http://${host}/`);
    const outcome = await other.evaluate(`Promise.all([
      fetch("${emulator.server.url}-/reset", { method: "POST", mode: "no-cors" }).then(() => "sent", () => "blocked"),
      fetch("${emulator.server.url}api/v4/leads").then(() => "read", () => "blocked"),
    ])`);

    expect(outcome).toEqual(["blocked", "blocked"]);
    expect(model.tables.tags.get(id)?.name).toBe("still here");
  });
});
