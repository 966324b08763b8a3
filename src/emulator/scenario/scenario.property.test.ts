import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertyRuns } from "../../../test/property-runs";
import { UserError } from "../../manifest/problem";
import { readScenario } from "./read-scenario";
import schema from "./scenario.schema.json";

const names = Object.keys(schema.properties);

/** Gives the codes of what is wrong; whatever else is thrown goes on. */
function readCodes(text: string): readonly string[] {
  try {
    readScenario(text, { file: "s.json" });
    return [];
  } catch (error) {
    if (error instanceof UserError) return error.problems.map(({ code }) => code);
    throw error;
  }
}

describe("reading a scenario", () => {
  it("ends in a clear error or in a scenario, whatever it is given", () => {
    const near = fc
      .dictionary(fc.constantFrom(...names), fc.jsonValue())
      .map((value) => JSON.stringify(value));

    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), near), (text) => {
        for (const code of readCodes(text)) expect(code).toMatch(/^KB82[01]$/);
      }),
      propertyRuns,
    );
  });
});
