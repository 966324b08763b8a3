import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ReportBatch } from "../model/wire";
import { createReport, type ReportClient } from "./create-report";

let sent: { readonly body: ReportBatch; readonly keepalive: boolean }[];
let beacons: string[];
let report: ReportClient;
const area = "lcard";

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  beacons = [];
  const own = Object.create(window) as Window & typeof globalThis;
  Object.defineProperties(own, {
    document: { value: document },
    addEventListener: { value: window.addEventListener.bind(window) },
    removeEventListener: { value: window.removeEventListener.bind(window) },
    fetch: {
      value: async (_url: string, { body, keepalive }: { body: string; keepalive: boolean }) => {
        sent.push({ body: JSON.parse(body) as ReportBatch, keepalive });
        return new Response();
      },
    },
    navigator: {
      value: {
        sendBeacon: (_url: string, blob: Blob) => void blob.text().then((text) => beacons.push(text)),
      },
    },
  });
  report = createReport(own);
});
afterEach(() => {
  report.dispose();
  vi.useRealTimers();
});

const unknown = (member: string) => report.unknown({ member, area });

describe("the report's client", () => {
  it("leaves out an unknown name that turns out to be the widget's own before it is sent", () => {
    unknown("widget.timer");
    unknown("widget.other");
    report.own("widget.timer");

    vi.advanceTimersByTime(100);

    expect(sent).toMatchObject([{ body: { unknown: [{ member: "widget.other", area, count: 1 }] } }]);
  });

  it("gathers entries for a moment, counts what repeats, and sends them in one request", () => {
    report.callback({ widget: "hello", area, name: "render", ms: 1, ok: true });
    report.call("APP.isCard");
    report.call("APP.isCard");
    unknown("APP.x");
    unknown("APP.x");
    report.unknown({ member: "APP.x", area: "ccard" });
    report.unsupported({ member: "APP.y", area, stack: "at" });
    report.error({ widget: null, area, message: "m", stack: "s", origin: "host" });
    expect(sent).toEqual([]);

    vi.advanceTimersByTime(100);

    expect(sent).toEqual([
      {
        keepalive: true,
        body: {
          callbacks: [{ widget: "hello", area, name: "render", ms: 1, ok: true }],
          calls: [{ member: "APP.isCard", count: 2 }],
          unknown: [
            { member: "APP.x", area, count: 2 },
            { member: "APP.x", area: "ccard", count: 1 },
          ],
          unsupported: [{ member: "APP.y", area, stack: "at", count: 1 }],
          errors: [{ widget: null, area, message: "m", stack: "s", origin: "host" }],
        },
      },
    ]);
  });

  it("sends nothing where nothing happened, and begins anew after each request", () => {
    vi.advanceTimersByTime(1000);
    expect(sent).toEqual([]);

    report.call("a");
    vi.advanceTimersByTime(100);
    report.call("a");
    vi.advanceTimersByTime(100);

    expect(sent.map(({ body }) => body)).toEqual([
      { calls: [{ member: "a", count: 1 }] },
      { calls: [{ member: "a", count: 1 }] },
    ]);
  });

  it.each(["pagehide", "dispose"])("sends what waits as a beacon at %s", async (how) => {
    report.call("a");

    if (how === "dispose") report.dispose();
    else window.dispatchEvent(new Event("pagehide"));
    vi.useRealTimers();
    await vi.waitFor(() => expect(beacons).toEqual(['{"calls":[{"member":"a","count":1}]}']));

    expect(sent).toEqual([]);
  });

  it("sends what is too big to outlive the page in few requests", () => {
    fail(report, 400);

    vi.advanceTimersByTime(100);

    expect(sent.length).toBe(5);
    expect(sent.some(({ keepalive }) => keepalive)).toBe(false);
    expect(sent.flatMap(({ body }) => body.errors ?? []).length).toBe(400);
    expect(sent[0]?.body.errors?.[0]?.message.length).toBe(2000);
  });

  it("splits what is too big for a beacon", async () => {
    fail(report, 30);

    window.dispatchEvent(new Event("pagehide"));

    await vi.waitFor(() => expect(beacons.length).toBe(6));
    expect(beacons.every((body) => body.length < 60_000)).toBe(true);
  });
});

function fail(report: ReportClient, times: number): void {
  for (let count = 0; count < times; count += 1) {
    report.error({
      widget: null,
      area: "lcard",
      message: "m".repeat(9000),
      stack: "s".repeat(9000),
      origin: "widget",
    });
  }
}
