import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { servePages, type ServedPages } from "../fixtures/serve-pages";

let pages: ServedPages;
let folder: string;
let stranger: Server;
let heard: string[];
let blocked: string;

beforeAll(async () => {
  heard = [];
  stranger = createServer((request, response) => {
    heard.push(request.url ?? "");
    response.writeHead(200, { "access-control-allow-origin": "*" }).end("from the network");
  });
  await new Promise<void>((resolve) => {
    stranger.listen(0, "127.0.0.1", resolve);
  });
  blocked = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/x`;
  folder = await mkdtemp(join(tmpdir(), "sync-"));
  await mkdir(join(folder, "api.example"));
  await writeFile(
    join(folder, "api.example", "users.POST.mock.json"),
    '{ "status": 201, "headers": { "x-made": "yes" }, "body": { "ok": true } }',
  );
  pages = await servePages({}, "", folder);
  await pages.goTo("/dashboard/?plain");
});

afterAll(async () => {
  await pages?.close();
  await new Promise((resolve) => void stranger.close(resolve));
  await rm(folder, { recursive: true });
});

/** Status, a header and the body of a request that the page waits for. */
const ask = (url: string, method = "GET", isAsync = false) =>
  pages.page.evaluate(
    ([address, verb, later]) => {
      const request = new XMLHttpRequest();
      request.open(verb, address, later);
      const read = () => [request.status, request.getResponseHeader("x-made"), request.responseText];
      try {
        request.send(verb === "POST" ? "a=1" : null);
      } catch (error) {
        return (error as Error).name;
      }
      return later
        ? new Promise((resolve) => request.addEventListener("loadend", () => resolve(read())))
        : read();
    },
    [url, method, isAsync] as const,
  );

describe("a request that the page waits for", () => {
  it("is answered from the mocks, with status, headers and body", async () => {
    expect(await ask("https://api.example/users", "POST")).toEqual([201, "yes", '{"ok":true}']);
  });

  it("reaches no host that has no mock, and the report says so once", async () => {
    const outcome = await ask(blocked);
    const report = (await (await fetch(`${pages.server.url}-/report.json`)).json()) as {
      requests: { url: string }[];
    };

    expect(outcome).toBe("NetworkError");
    expect(heard).toEqual([]);
    expect(report.requests.filter(({ url }) => url === blocked)).toEqual([
      { method: "GET", url: blocked, status: 0 },
    ]);
  });

  it.each(["", "https://northwind.kommo.com", "https://northwind.amocrm.ru", "https://127.amocrm.com"])(
    'is answered by the account at "%s"',
    async (origin) => {
      expect(await ask(`${origin}/api/v4/leads?limit=1`)).toMatchObject([
        200,
        null,
        expect.stringContaining("leads"),
      ]);
    },
  );

  it("leaves those alone that nobody waits for", async () => {
    expect(await ask("https://api.example/users", "POST", true)).toEqual([201, "yes", '{"ok":true}']);
  });
});
