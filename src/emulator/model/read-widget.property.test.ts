import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertyRuns } from "../../../test/property-runs";
import { readManifest } from "./read-manifest";
import { readWidget } from "./read-widget";

const encode = (text: string) => new TextEncoder().encode(text);

describe("reading a widget", () => {
  it("takes any archive without a complaint", () => {
    fc.assert(
      fc.property(fc.json(), fc.uint8Array(), (json, bytes) => {
        const files = new Map([
          ["manifest.json", encode(json)],
          ["i18n/en.json", bytes],
        ]);
        const widget = readWidget({ code: "any", files });

        expect(widget.manifest.locations.every((location) => typeof location === "string")).toBe(true);
        expect(() => JSON.stringify(widget)).not.toThrow();
      }),
      propertyRuns,
    );
  });

  it("takes manifests whose every part has a wrong type", () => {
    const key = fc.constantFrom(
      "widget",
      "locations",
      "settings",
      "dp",
      "tour",
      "left_menu",
      "salesbot_designer",
      "sms",
      "mobile",
      "advanced",
      "name",
      "locale",
      "support",
      "webhook_url",
      "submenu",
      "icons",
      "sort",
      "__proto__",
    );
    const { node } = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(null, 0, true, "x", []),
        fc.array(tie("node"), { maxLength: 3 }),
        fc.dictionary(key, tie("node"), { maxKeys: 6 }),
      ),
    }));

    fc.assert(
      fc.property(node, (manifest) => void readManifest(manifest)),
      propertyRuns,
    );
  });
});
