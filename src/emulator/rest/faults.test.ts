import { describe, expect, it } from "vitest";
import { answerFault, changeFaults, noFaults } from "./faults";
import { createRateLimit } from "./rate-limit";

describe("faults", () => {
  it("change only what is named", () => {
    expect(changeFaults(noFaults, { status: 429, theme: "dark" })).toEqual({
      ...noFaults,
      status: 429,
      theme: "dark",
    });
    expect(changeFaults(noFaults, {})).toEqual(noFaults);
  });

  it.each([
    [null, "Faults are an object."],
    [{ delay: -1 }, 'The fault "delay" cannot be -1.'],
    [{ delay: 60_001 }, 'The fault "delay" cannot be 60001.'],
    [{ status: 200 }, 'The fault "status" cannot be 200.'],
    [{ html: "yes" }, 'The fault "html" cannot be "yes".'],
    [{ zoom: 150 }, 'The fault "zoom" cannot be 150.'],
    [
      { colour: 1 },
      'There is no fault "colour". There are: delay, status, html, offline, tokenExpired, rateLimit, callTwice, order, containerDelay, foreignJquery, longWords, narrowPanel, zoom, theme.',
    ],
  ])("refuse %j", (change, message) => {
    expect(changeFaults(noFaults, change)).toBe(message);
  });

  it.each([
    [401, "application/problem+json"],
    [402, "application/problem+json"],
    [403, "application/problem+json"],
    [429, "application/problem+json"],
    [500, "application/json"],
    [502, "text/html; charset=utf-8"],
    [504, "text/html; charset=utf-8"],
  ] as const)("answer %s as %s", (status, type) => {
    const answer = answerFault({ ...noFaults, status });

    expect([answer?.status, answer?.headers["content-type"]]).toEqual([status, type]);
  });

  it("answer HTML where JSON was asked for", () => {
    expect(answerFault({ ...noFaults, html: true })).toMatchObject({
      status: 200,
      headers: { "content-type": "text/html; charset=utf-8" },
    });
    expect(answerFault(noFaults)).toBeNull();
  });
});

describe("the rate of requests", () => {
  it("is seven a second", () => {
    let now = 0;
    const take = createRateLimit(() => now);
    const first = Array.from({ length: 9 }, () => take());
    now = 1000;

    expect(first.filter(Boolean)).toHaveLength(7);
    expect(take()).toBe(true);
  });
});
