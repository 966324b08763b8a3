import { describe, expect, it } from "vitest";
import { decodeForm, encodeForm, listForm } from "./bracket-form";

describe("reading a nested form", () => {
  it.each([
    ["a=1&b=two+words", { a: "1", b: "two words" }],
    ["filter[id][]=3&filter[id][]=5", { filter: { id: { 0: "3", 1: "5" } } }],
    ["a[2]=x&a[]=y", { a: { 2: "x", 3: "y" } }],
    ["leads%5Bstatus%5D%5B0%5D%5Bid%5D=7", { leads: { status: { 0: { id: "7" } } } }],
    ["flag&empty=", { flag: "", empty: "" }],
    ["broken[=1", { "broken[": "1" }],
    ["[x]=1", { "[x]": "1" }],
    ["a=%zz", { a: "%zz" }],
    ["a=1&a[b]=2", { a: { b: "2" } }],
    ["", {}],
  ])("%s", (text, expected) => {
    expect(JSON.parse(JSON.stringify(decodeForm(text)))).toEqual(expected);
  });

  it("leaves every prototype alone", () => {
    const form = decodeForm("__proto__[polluted]=1&constructor[prototype][polluted]=1");

    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.keys(form)).toEqual(["__proto__", "constructor"]);
  });

  it("stops at its limits", () => {
    const deep = `a${"[b]".repeat(40)}=1`;
    const wide = Array.from({ length: 50 }, (_, index) => `k${index}=1`).join("&");

    expect(decodeForm(deep)).toEqual(Object.create(null));
    expect(Object.keys(decodeForm(wide, { pairs: 10 }))).toHaveLength(10);
  });
});

describe("writing a nested form", () => {
  it("writes numbers, flags, lists and nothing as PHP does", () => {
    const text = encodeForm({
      event: { type: 14, on: true, off: false, none: null, gone: undefined },
      ids: [1, 2],
    });

    expect(decodeURIComponent(text)).toBe(
      "event[type]=14&event[on]=1&event[off]=0&event[none]=&ids[0]=1&ids[1]=2",
    );
  });
});

describe("lists", () => {
  it("takes a single text as a list of one", () => {
    expect(listForm("5")).toEqual(["5"]);
    expect(listForm(undefined)).toEqual([]);
    expect(listForm(decodeForm("a[]=1&a[]=2")["a"])).toEqual(["1", "2"]);
  });
});
