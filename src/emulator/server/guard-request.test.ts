import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EmulatorServer } from "./create-emulator-server";
import { startServer, type TestServer } from "./fixtures/start-server";

let server: EmulatorServer;
let ask: TestServer["ask"];
let post: TestServer["post"];

beforeAll(async () => {
  ({ server, ask, post } = await startServer());
});

afterAll(() => server.close());

const own = () => `http://127.0.0.1:${server.port}`;

describe("who may ask", () => {
  it.each([
    ["its own name", () => ({}), 200],
    ["localhost", () => ({ host: `localhost:${server.port}` }), 200],
    ["another name that leads here", () => ({ host: `evil.example:${server.port}` }), 403],
    ["another port", () => ({ host: "127.0.0.1:1" }), 403],
    ["no port", () => ({ host: "127.0.0.1" }), 403],
    ["its own origin", () => ({ origin: own() }), 200],
    ["another origin", () => ({ origin: "https://evil.example" }), 403],
    ["another scheme", () => ({ origin: own().replace("http", "https") }), 403],
    ["the other loopback name as origin", () => ({ origin: `http://localhost:${server.port}` }), 403],
    ["the origin of a sandbox", () => ({ origin: "null" }), 403],
    [
      "a script of another site",
      () => ({ "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }),
      403,
    ],
    ["a frame's sibling port", () => ({ "sec-fetch-site": "same-site", "sec-fetch-mode": "cors" }), 403],
    ["a link on another site", () => ({ "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }), 200],
  ])("%s", async (_, headers, status) => {
    for (const path of ["/-/areas.json", "/api/v4/account", "/dashboard/", "/widgets/mine/script.js"]) {
      const reply = await ask(path, { headers: headers() });
      expect([path, reply.status]).toEqual([path, status]);
    }
  });

  it("cannot change anything from elsewhere", async () => {
    const foreign = { origin: "https://evil.example" };
    const replies = [
      await post("/-/reset", {}, foreign),
      await post("/-/faults", { status: 500 }, foreign),
      await post("/-/report", { calls: [{ member: "x", count: 1 }] }, foreign),
      await post("/-/operations", { name: "createTag", input: { type: "leads", name: "x" } }, foreign),
      await post("/api/v4/leads", [{}], foreign),
    ];

    expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect(replies[0]?.text).toBe("Pages of another origin may not use the emulator.\n");
    expect(server.model.tables.leads.size).toBe(48);
  });

  it("is nobody outside of loopback: the server listens to 127.0.0.1 alone", () => {
    expect(server.url).toBe(`http://127.0.0.1:${server.port}/`);
  });
});

describe("hostile requests", () => {
  it.each([
    ["/../../etc/passwd", 200],
    ["/%2e%2e/%2e%2e/etc/passwd", 200],
    ["/-/../areas.json", 404],
    ["/-/%00", 404],
    ["/-/constructor", 404],
    ["//evil.example/", 200],
    ["/leads/detail/31200001?x=%00%ff", 200],
    ["/leads/list/?page=999999999&limit=999999", 200],
    ["/leads/list/?filter[__proto__][x]=1&order[constructor]=asc", 200],
    [`/${"a/".repeat(2000)}`, 200],
  ])("%s is answered with %s and leads nowhere", async (path, status) => {
    const reply = await ask(path);

    expect(reply.status).toBe(status);
    expect(reply.text).not.toContain("root:");
  });

  it("with a target that is no path are refused", async () => {
    expect((await ask("http://evil.example/")).status).toBe(400);
  });

  it("with a body that is too large end with 413, whether they say so or not", async () => {
    const large = "x".repeat(6 * 1024 * 1024);
    const said = await post("/api/v4/leads", large).catch((error: NodeJS.ErrnoException) => error.code);
    const silent = await post("/-/report", large, { "transfer-encoding": "chunked" }).catch(
      (error: NodeJS.ErrnoException) => error.code,
    );

    for (const outcome of [said, silent]) {
      expect(["ECONNRESET", "EPIPE", 413]).toContain(typeof outcome === "object" ? outcome.status : outcome);
    }
    expect((await ask("/-/areas.json")).status).toBe(200);
  });

  it.each(["/-/report", "/-/operations", "/-/faults", "/-/foreign"])(
    "%s takes no broken JSON",
    async (path) => {
      expect(await post(path, "{")).toMatchObject({ status: 400, text: "The body is not valid JSON.\n" });
      expect((await post(path, "[1,2]")).status).toBeLessThan(500);
      expect((await post(path, "null")).status).toBeLessThan(500);
    },
  );
});
