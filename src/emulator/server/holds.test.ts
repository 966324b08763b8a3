import { describe, expect, it } from "vitest";
import type { HoldNews } from "../model/wire";
import { createHolds } from "./holds";

function startHolds() {
  const loops: string[] = [];
  let time = 0;
  const holds = createHolds(
    (code, message) => loops.push(`${code}: ${message}`),
    () => time,
  );
  return {
    loops,
    holds,
    wait: (ms: number) => void (time += ms),
    tell: (event: HoldNews["event"], times = 1) => {
      for (let count = 0; count < times; count++) holds.tell({ code: "mine", event });
    },
  };
}

describe("widgets that are left out", () => {
  it("are those of a page that does not answer, until it does", () => {
    const { holds, tell } = startHolds();

    tell("stuck");
    expect(holds.list()).toEqual([{ code: "mine", reason: "stuck" }]);

    tell("answers");
    expect(holds.list()).toEqual([]);
  });

  it("are those that send the page elsewhere five times in a row", () => {
    const { holds, loops, tell } = startHolds();

    tell("leaves", 4);
    expect(holds.list()).toEqual([]);

    tell("leaves", 3);
    expect(holds.list()).toEqual([{ code: "mine", reason: "leaves" }]);
    expect(loops).toEqual([
      "mine: The widget has sent the page elsewhere 5 times in a row: it is left out until its files change or it is started again.",
    ]);

    tell("answers");
    expect(holds.list()).toEqual([{ code: "mine", reason: "leaves" }]);
  });

  it("are none that leave now and then", () => {
    const { holds, tell, wait } = startHolds();

    for (let count = 0; count < 20; count++) {
      tell("leaves");
      wait(20_000);
    }

    expect(holds.list()).toEqual([]);
  });

  it("begin anew when they are started again", () => {
    const { holds, tell } = startHolds();

    tell("leaves", 5);
    tell("start");
    expect(holds.list()).toEqual([]);

    tell("leaves", 4);
    expect(holds.list()).toEqual([]);
  });

  it("hear no event that is none", () => {
    const { holds } = startHolds();

    expect(holds.tell({ code: "mine", event: "toString" as never })).toBe(false);
  });
});
