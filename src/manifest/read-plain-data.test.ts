import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { limits, readPlainData } from "./read-plain-data";

const trap = () => {
  throw new Error("the trap ran");
};

describe("readPlainData", () => {
  it("copies data of any realm, with the keys that other code trips over as keys like any other", () => {
    const input: unknown = runInNewContext('JSON.parse(\'{"a":[1,"b",null,true],"__proto__":{"x":1}}\')');

    const { value, problems } = readPlainData(input);

    expect(problems).toEqual([]);
    expect(JSON.stringify(value)).toBe('{"a":[1,"b",null,true],"__proto__":{"x":1}}');
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });

  it("takes the same object twice, because only a cycle has no end", () => {
    const shared = { type: "text" };

    expect(readPlainData({ a: shared, b: shared }).problems).toEqual([]);
  });

  const cycle: { inside?: unknown } = {};
  cycle.inside = cycle;
  const deep = Array.from({ length: 50 }).reduce<unknown>((inner) => ({ inner }), 1);
  const cases: readonly (readonly [string, unknown, string])[] = [
    ["a function", { a: () => 1 }, "a is a function."],
    ["a symbol", { a: Symbol("s") }, "a is a symbol."],
    ["a big integer", { a: 1n }, "a is a bigint."],
    ["a number that JSON lacks", { a: [Number.NaN] }, "a[0] is NaN, which JSON cannot hold."],
    ["an instance", { a: new Date(0) }, "a is an instance of a class."],
    ["a cycle", { a: cycle }, "a.inside leads back into itself."],
    ["an accessor", Object.defineProperty({}, "a", { get: trap, enumerable: true }), "a is not a value."],
    ["a hole in a list", { a: [1, , 2] }, "a[1] is not a value."], // oxlint-disable-line no-sparse-arrays
    ["a list with nothing in a place", { a: [undefined] }, "a[0] is undefined."],
    ["a proxy that throws", new Proxy({}, { ownKeys: trap }), "The manifest cannot be read."],
    [
      "a huge text",
      { a: "x".repeat(limits.textLength + 1) },
      "a is a text of 10001 characters, more than 10000.",
    ],
    ["a huge key", { ["x".repeat(500)]: 1 }, "The manifest has a key of 500 characters."],
    ["a deep tree", deep, `${"inner.".repeat(9)}inner lies deeper than 10 levels.`],
    ["a list without end", { length: 3, a: Array(4_000_000_000) }, "a[0] is not a value."],
    ["a control character", { "a\u001b[31m": () => 1 }, "a\\u001b[31m is a function."],
  ];

  it.each(cases)("tells of %s and goes on", (_title, input, message) => {
    const { problems } = readPlainData(input);

    expect(problems[0]).toMatchObject({ code: "KB101", message });
  });

  it("ends soon on more values than a manifest can mean, and says so once", () => {
    const input = Array.from({ length: 300 }, () => Array.from({ length: 300 }, () => 1));

    const messages = readPlainData(input).problems.map(({ message }) => message);

    expect(messages).toEqual(["[66][132] is one value too many of 20000."]);
  });
});
