import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertyRuns } from "../../../test/property-runs";
import { findRoute } from "./routes";

describe("addresses of the CRM", () => {
  it("answers whatever it is asked", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom("leads", "detail", "settings", "..", "%2e"))),
        (parts) => {
          expect(findRoute(`/${parts.join("/")}`, "mine").screen).toBeTypeOf("string");
        },
      ),
      propertyRuns,
    );
  });
});
