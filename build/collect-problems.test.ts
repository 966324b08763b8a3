import { describe, expect, it } from "vitest";
import { createProblem, UserError, type Problem } from "../src/manifest/problem";
import { waitForAll } from "./collect-problems";

const at = (code: string, line: number): Problem =>
  createProblem({ code, message: code, file: "a.ts", line });
const fail = (...problems: Problem[]): Promise<never> => Promise.reject(new UserError(problems));

async function codesOf(work: Promise<unknown>): Promise<string[]> {
  const error: unknown = await work.catch((reason: unknown) => reason);
  return (error as UserError).problems.map(({ code }) => code);
}

describe("work side by side", () => {
  it("gives all results, in their order", async () => {
    expect(await waitForAll(Promise.resolve(1), Promise.resolve("two"))).toEqual([1, "two"]);
  });

  it("tells the problems of every part that failed", async () => {
    expect(await codesOf(waitForAll(fail(at("KB501", 1)), Promise.resolve(1), fail(at("KB601", 2))))).toEqual(
      ["KB501", "KB601"],
    );
  });

  it("tells a line that the bundler complains of once, though the type checker does too", async () => {
    expect(await codesOf(waitForAll(fail(at("KB304", 1)), fail(at("KB200", 1), at("KB200", 2))))).toEqual([
      "KB304",
      "KB200",
    ]);
  });

  it("tells a fault of ours before any problem of the author's", async () => {
    const fault = new TypeError("x is not a function");

    await expect(waitForAll(fail(at("KB501", 1)), Promise.reject(fault))).rejects.toBe(fault);
  });
});
