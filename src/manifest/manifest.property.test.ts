import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertyRuns } from "../../test/property-runs";
import { brokenManifest, validManifest } from "./fixtures/arbitrary-manifest";
import { checkManifestJson } from "./fixtures/check-manifest-json";
import { generateManifest } from "./generate-manifest";
import { manifestCodes } from "./manifest-codes";
import type { ManifestInput } from "./manifest-input";
import { validateManifest } from "./validate-manifest";

const full = { env: { HOOK: "https://a.example/hook", OTHER: "https://b.example" } };
const codes: readonly string[] = Object.values(manifestCodes);

describe("any manifest", () => {
  it("becomes a manifest.json that the host takes, when it is valid", () => {
    fc.assert(
      fc.property(validManifest, (manifest) => {
        const errors = validateManifest(manifest, full).filter(({ severity }) => severity === "error");
        expect(errors).toEqual([]);

        const text = JSON.stringify(generateManifest(manifest, full));
        expect(checkManifestJson(JSON.parse(text))).toEqual([]);
      }),
      propertyRuns,
    );
  });

  it("gives problems and never throws, when something in it is broken", () => {
    fc.assert(
      fc.property(brokenManifest, (manifest) => {
        const problems = validateManifest(manifest, full);

        for (const { code, message, path } of problems) {
          expect(codes).toContain(code);
          expect(message).toMatch(/\.$/);
          expect(path.every((step) => typeof step === "string" || typeof step === "number")).toBe(true);
        }
        if (problems.some(({ severity }) => severity === "error")) return;
        const json: unknown = JSON.parse(JSON.stringify(generateManifest(manifest as ManifestInput, full)));
        expect(checkManifestJson(json)).toEqual([]);
      }),
      propertyRuns,
    );
  });

  it("is told to be no manifest, when it is anything else", () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withSparseArray: true, withBigInt: true }),
        (input) => {
          expect(validateManifest(input, full)).not.toEqual([]);
        },
      ),
      propertyRuns,
    );
  });
});
