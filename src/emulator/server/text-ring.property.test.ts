import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertyRuns } from "../../../test/property-runs";
import { createTextRing } from "./text-ring";

describe("a ring of texts", () => {
  it("keeps the last ones, short or long, as a list would", () => {
    const text = fc.oneof(fc.string(), fc.string({ minLength: 250, maxLength: 300, unit: "grapheme" }));
    const act = fc.oneof(
      text.map((value) => ({ push: value })),
      fc.constant("shift"),
      fc.constant("clear"),
    );

    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.array(act, { maxLength: 40 }), (limit, acts) => {
        const ring = createTextRing(limit);
        let list: string[] = [];
        for (const one of acts) {
          if (typeof one === "object") {
            ring.push(one.push);
            list = [...list, one.push].slice(-limit);
          } else if (one === "shift") {
            ring.shift();
            list = list.slice(1);
          } else {
            ring.clear();
            list = [];
          }
        }

        expect(ring.read()).toEqual(list);
        expect(ring.size).toBe(list.length);
      }),
      propertyRuns,
    );
  });
});
