import { describe, expect, it } from "vitest";
import { checkBudget, readBudget, type Budget } from "./check-budget";
import { formatChange, formatSize } from "./format-size";
import { measureSizes } from "./measure-sizes";
import { formatSizes } from "./print-sizes";

const bytes = (length: number): Uint8Array => new Uint8Array(length).fill(120);

describe("sizes", () => {
  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [1000, "1.0 KB"],
    [8312, "8.3 KB"],
    [1_250_000, "1.25 MB"],
  ])("writes %d bytes as %s", (size, text) => {
    expect(formatSize(size)).toBe(text);
  });

  it.each([
    [0, ""],
    [120, "+120 B"],
    [-1500, "−1.5 KB"],
  ])("writes a change of %d bytes as %j", (change, text) => {
    expect(formatChange(change)).toBe(text);
  });

  it("puts the files of a folder into one row, the heaviest first, the archive last", () => {
    const files = new Map([
      ["i18n/en.json", bytes(10)],
      ["i18n/es.json", bytes(10)],
      ["script.js", crypto.getRandomValues(new Uint8Array(500))],
    ]);
    const sizes = measureSizes(files, bytes(700));

    expect([...sizes.keys()]).toEqual(["script.js", "i18n/", "widget.zip"]);
    expect(sizes.get("i18n/")?.raw).toBe(20);
    expect(sizes.get("widget.zip")).toEqual({ raw: 700, gzip: 700 });
  });
});

describe("the size table", () => {
  const now = {
    sizes: new Map([
      ["script.js", { raw: 21_300, gzip: 8_000 }],
      ["widget.zip", { raw: 9_100, gzip: 9_100 }],
    ]),
    shares: new Map([
      ["widget/card.tsx", 900],
      ["preact/dist/preact.mjs", 5000],
      ["widget/new.tsx", 50],
    ]),
  };

  it("shows each row raw and compressed", () => {
    expect(formatSizes(now, null)).toBe(
      `
               size    gzip
script.js   21.3 KB  8.0 KB
widget.zip   9.1 KB  9.1 KB`.slice(1),
    );
  });

  it("shows what changed since the build before and what grew most", () => {
    const before = {
      sizes: new Map([["script.js", { raw: 20_000, gzip: 7_500 }]]),
      shares: new Map([
        ["widget/card.tsx", 400],
        ["preact/dist/preact.mjs", 5000],
      ]),
    };

    expect(formatSizes(now, before)).toBe(
      `
               size    gzip  change
script.js   21.3 KB  8.0 KB  +500 B
widget.zip   9.1 KB  9.1 KB
grew most in script.js: widget/card.tsx +500 B, widget/new.tsx +50 B`.slice(1),
    );
  });
});

describe("an author's budget", () => {
  const measured = {
    sizes: new Map([["script.js", { raw: 100_000, gzip: 30_000 }]]),
    shares: new Map([
      ["widget/card.tsx", 900],
      ["preact/dist/preact.mjs", 11_000],
    ]),
  };

  it.each([
    ["64 KB", 64_000],
    ["64kb", 64_000],
    ["1.5 MB", 1_500_000],
    ["900 B", 900],
  ])("reads %s as %d bytes", (text, limit) => {
    expect(read({ "script.js": text }).get("script.js")).toBe(limit);
  });

  it.each([12, "64", "many KB", "-1 KB", null, {}])("refuses %j, and names it", (limit) => {
    expect(() => read({ "script.js": limit })).toThrow(
      "The budget in package.json is not understood: komponent.budget.script.js.",
    );
  });

  it("is kept when the compressed size is below", () => {
    expect(checkBudget(measured, read({ "script.js": "30 KB" }))).toEqual([]);
  });

  it("is an error when it is exceeded", () => {
    expect(checkBudget(measured, read({ "script.js": "29.9 KB" }))).toMatchObject([
      {
        code: "KB730",
        severity: "error",
        message: "script.js weighs more than its budget.",
        found: "30.0 KB compressed",
        expected: "at most 29.9 KB, as package.json says",
        fix: "Most of it is preact/dist/preact.mjs (11.0 KB), widget/card.tsx (900 B). Shrink these, or raise the budget.",
      },
    ]);
  });

  it("warns of a row that does not exist", () => {
    expect(checkBudget(measured, read({ "scirpt.js": "1 KB" }))).toMatchObject([
      { code: "KB732", severity: "warning", fix: 'did you mean "script.js"?' },
    ]);
  });
});

function read(value: unknown): Budget {
  return readBudget(value, () => ({ line: 7, column: 3 }));
}
