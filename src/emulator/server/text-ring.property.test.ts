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
        const ring = createTextRing(limit, 900);
        let list: string[] = [];
        for (const one of acts) {
          if (typeof one === "object") {
            const before = list.length;
            list = cutToFit([...list, one.push], limit, 900);
            expect(ring.push(one.push)).toBe(before + 1 - list.length);
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

function cutToFit(list: readonly string[], limit: number, byteLimit: number): string[] {
  let kept = list.slice(-limit);
  while (kept.length > 1 && Buffer.byteLength(kept.join("")) > byteLimit) kept = kept.slice(1);
  return kept;
}
