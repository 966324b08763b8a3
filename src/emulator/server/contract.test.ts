import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EmulatorServer } from "./create-emulator-server";
import { readData, startServer, type TestServer } from "./fixtures/start-server";

let server: EmulatorServer;
let ask: TestServer["ask"];
let post: TestServer["post"];

beforeAll(async () => {
  ({ server, ask, post } = await startServer());
});

afterAll(() => server.close());

describe("operations of a page", () => {
  it("answer with the result and all that changed", async () => {
    const { text } = await post("/-/operations", {
      name: "createTag",
      input: { type: "leads", name: "by page" },
    });

    expect(JSON.parse(text)).toMatchObject({
      ok: true,
      result: { name: "by page" },
      changes: [{ table: "tags", row: { name: "by page" } }],
    });
  });

  it.each([
    [{ name: "completeTask", input: { id: 1 } }, "There is no task 1."],
    [{ name: "format", input: {} }, 'There is no operation "format".'],
    [{}, 'There is no operation "undefined".'],
    [
      {
        name: "saveSalesbot",
        input: {
          name: "x",
          widget_code: "mine",
          handler_code: "h",
          params: {},
          exits: [],
          steps: "x".repeat(70_000),
        },
      },
      "The bot's JSON is larger than 64 KB.",
    ],
  ])("%# say why they cannot be done", async (call, message) => {
    expect(JSON.parse((await post("/-/operations", call)).text)).toEqual({ ok: false, message });
  });
});

describe("the report", () => {
  it("has the shape of the contract, and counts what is counted", async () => {
    await post("/-/reset", {});
    await post("/-/report", {
      callbacks: [{ widget: "mine", area: "lcard", name: "render", ms: 1.5, ok: true, extra: 1 }],
      calls: [{ member: "system", count: 2 }],
      unsupported: [{ member: "APP.x", area: "lcard", count: 1, stack: "at a" }],
      unknown: [{ member: "foo", area: "lcard", count: 1 }],
      errors: [
        { widget: null, area: "lcard", message: "m", stack: "s", origin: "host" },
        { message: 5 },
        null,
      ],
      nonsense: [1],
    });
    await post("/-/report", {
      calls: [{ member: "system", count: 3 }],
      unknown: [{ member: "foo", area: "llist", count: 1 }],
    });
    await ask("/api/v4/account");
    const { text } = await ask("/-/report.json");

    expect(JSON.parse(text)).toEqual({
      callbacks: [{ widget: "mine", area: "lcard", name: "render", ms: 1.5, ok: true }],
      calls: [{ member: "system", count: 5 }],
      unsupported: [{ member: "APP.x", area: "lcard", count: 1, stack: "at a" }],
      unknown: [
        { member: "foo", area: "lcard", count: 1 },
        { member: "foo", area: "llist", count: 1 },
      ],
      errors: [{ widget: null, area: "lcard", message: "m", stack: "s", origin: "host" }],
      requests: [{ method: "GET", url: "/api/v4/account", status: 200 }],
      dropped: 0,
    });
  });

  it("keeps the last 10,000 entries and counts the rest", async () => {
    await post("/-/reset", {});
    for (let part = 0; part < 11; part += 1) {
      await post("/-/report", {
        callbacks: Array.from({ length: 1000 }, (_, index) => ({
          widget: "mine",
          area: "lcard",
          name: `c${part * 1000 + index}`,
          ms: 0,
          ok: true,
        })),
      });
    }
    const report = JSON.parse((await ask("/-/report.json")).text) as {
      callbacks: { name: string }[];
      dropped: number;
    };

    expect([report.callbacks.length, report.dropped]).toEqual([10_000, 1000]);
    expect([report.callbacks[0]?.name, report.callbacks.at(-1)?.name]).toEqual(["c1000", "c10999"]);
  });

  it("is 32 MB at most, however long its entries are", async () => {
    await post("/-/reset", {});
    const long = "x".repeat(9_000);
    const error = { widget: "mine", area: "lcard", message: long, stack: long, origin: "widget" };
    for (let part = 0; part < 40; part++) {
      await post("/-/report", { errors: Array.from({ length: 50 }, () => error) });
    }
    const { text } = await ask("/-/report.json");
    const report = JSON.parse(text) as { errors: object[]; dropped: number };

    expect(report.errors.length + report.dropped).toBe(2000);
    expect(text.length).toBeLessThan(33 * 1024 * 1024);
    expect(report.errors.length).toBeGreaterThan(1800);
  });

  it("is emptied by a reset, which restores the account", async () => {
    server.model.run("deleteCards", { type: "leads", ids: [31_200_001] });
    const reply = await post("/-/reset", {});
    const report = JSON.parse((await ask("/-/report.json")).text) as object;

    expect(reply.status).toBe(204);
    expect(server.model.tables.leads.get(31_200_001)?.is_deleted).toBe(false);
    expect(report).toEqual({
      callbacks: [],
      calls: [],
      unsupported: [],
      unknown: [],
      errors: [],
      requests: [],
      dropped: 0,
    });
  });
});

describe("faults", () => {
  it("break the back end and leave the pages alone", async () => {
    const set = await post("/-/faults", { status: 503 });
    const broken = await ask("/api/v4/account");
    const page = await ask("/dashboard/");
    await post("/-/faults", { status: null });

    expect(JSON.parse(set.text)).toMatchObject({ status: 503, delay: 0 });
    expect([broken.status, broken.headers["content-type"]]).toEqual([503, "text/html; charset=utf-8"]);
    expect([page.status, readData(page.text).faults.status]).toEqual([200, 503]);
    expect((await ask("/api/v4/account")).status).toBe(200);
  });

  it("cut the connection, and hold answers back", async () => {
    await post("/-/faults", { offline: true });
    const cut = await ask("/api/v4/account").catch((error: NodeJS.ErrnoException) => error.code);
    await post("/-/faults", { offline: false, delay: 120 });
    const begun = performance.now();
    await ask("/api/v4/account");
    const taken = performance.now() - begun;
    await post("/-/faults", { delay: 0 });

    expect(cut).toBe("ECONNRESET");
    expect(taken).toBeGreaterThanOrEqual(110);
  });

  it("limit the rate of requests when they are to", async () => {
    await post("/-/faults", { rateLimit: true });
    const replies = await Promise.all(Array.from({ length: 20 }, () => ask("/api/v4/account")));
    await post("/-/faults", { rateLimit: false });
    const refused = replies.filter(({ status }) => status === 429);

    expect(refused.length).toBeGreaterThanOrEqual(6);
    expect(JSON.parse(refused[0]?.text ?? "")).toMatchObject({
      title: "Too Many Requests",
      retry_after: 300,
    });
  });

  it("say what they cannot be", async () => {
    expect(await post("/-/faults", { delay: "long" })).toMatchObject({
      status: 400,
      text: 'The fault "delay" cannot be "long".\n',
    });
  });
});
