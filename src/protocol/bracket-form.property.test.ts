import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertyRuns } from "../../test/property-runs";
import { decodeForm, encodeForm } from "./bracket-form";

describe("a nested form", () => {
  it("never throws", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "[", "]", "=", "&", "%", "5", "+", "0") }),
        (text) => {
          expect(typeof decodeForm(text)).toBe("object");
        },
      ),
      propertyRuns,
    );
  });

  it("reads what it wrote", () => {
    const key = fc.stringMatching(/^[a-z_]{1,8}$/);
    const tree = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4, depthSize: "small" },
        fc.string(),
        fc.dictionary(key, tie("node"), { minKeys: 1, maxKeys: 4 }),
      ),
    })).node;

    fc.assert(
      fc.property(fc.dictionary(key, tree, { minKeys: 1, maxKeys: 4 }), (value) => {
        const form = decodeForm(encodeForm(value as Parameters<typeof encodeForm>[0]));
        expect(JSON.parse(JSON.stringify(form))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      propertyRuns,
    );
  });
});
