import { describe, expect, it } from "vitest";
import { describeError } from "./describe-error";

const unreadable = {
  toString() {
    throw new Error("never");
  },
};
const revoked = Proxy.revocable({}, {});
revoked.revoke();
// In this order: Node 20 reads the message when the stack is defined.
const withGetters = Object.defineProperties(new Error("x"), {
  stack: {
    get() {
      throw new Error("never");
    },
  },
  message: {
    get() {
      throw new Error("never");
    },
  },
});

describe("describing what was thrown", () => {
  it.each([
    ["null", null, "null"],
    ["undefined", undefined, "undefined"],
    ["a text", "words", "words"],
    ["a symbol", Symbol("sign"), "Symbol(sign)"],
    ["an object", {}, "[object Object]"],
    ["a frozen object", Object.freeze({ a: 1 }), "[object Object]"],
    ["an object without a prototype", Object.create(null), "[object Object]"],
    ["an object whose toString throws", unreadable, "[object Object]"],
    ["a proxy that answers nothing", revoked.proxy, "something that cannot be read"],
  ])("reads %s", (_name, thrown, message) => {
    expect(describeError(thrown)).toEqual({ message, stack: "" });
  });

  it("reads an error with its stack", () => {
    const { message, stack } = describeError(new TypeError("wrong"));

    expect(message).toBe("wrong");
    expect(stack).toMatch(/^TypeError: wrong\n\s+at .+describe-error\.test\.ts/);
  });

  it("reads an error whose members throw", () => {
    expect(describeError(withGetters)).toEqual({ message: "[object Error]", stack: "" });
  });

  it("cuts what nobody reads to its end, and keeps the frames", () => {
    const { message, stack } = describeError(new Error("x".repeat(50_000_000)));

    expect(message).toBe(`${"x".repeat(1999)}…`);
    expect(stack.length).toBe(8000);
    expect(stack).toMatch(/at .+describe-error\.test\.ts/);
  });
});
