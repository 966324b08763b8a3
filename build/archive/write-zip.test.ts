import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { unzipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { otherNode } from "../../test/other-node/other-node";
import { bundle } from "../bundler";
import { findPackageRoot } from "../package-root";
import { writeZip } from "./write-zip";

const files = new Map([
  ["script.js", new TextEncoder().encode("define([], function () {});\n")],
  ["i18n/en.json", new TextEncoder().encode("{}\n")],
  ["manifest.json", new TextEncoder().encode("{}\n")],
]);

describe("the archive", () => {
  it("has the files at its root, sorted by name", () => {
    expect(Object.keys(unzipSync(writeZip(files)))).toEqual(["i18n/en.json", "manifest.json", "script.js"]);
  });

  it("does not depend on the order in which the files came", () => {
    expect(writeZip(new Map([...files].toReversed()))).toEqual(writeZip(files));
  });

  it("gives back every file as it was", () => {
    const name = fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8})?\.[a-z]{2,4}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(name, fc.uint8Array()), { selector: ([key]) => key }),
        (entries) => {
          expect(new Map(Object.entries(unzipSync(writeZip(new Map(entries)))))).toEqual(
            new Map(entries.sort()),
          );
        },
      ),
    );
  });

  it("has the same bytes in every time zone and on Node 20 and 24", async () => {
    const root = findPackageRoot();
    const { files: bundled } = await bundle({
      absWorkingDir: root,
      stdin: {
        contents: `import { writeZip } from "./build/archive/write-zip";
          const bytes = new TextEncoder().encode("define([], function () {});".repeat(50));
          process.stdout.write(writeZip(new Map([["b.js", bytes], ["a.js", bytes]])));`,
        resolveDir: root,
        loader: "ts",
      },
      outfile: join(root, "zip.js"),
      bundle: true,
      platform: "node",
      format: "esm",
    });
    const script = new TextDecoder().decode(bundled.get("zip.js"));
    const nodes = [process.execPath, ...(otherNode === null ? [] : [otherNode])];
    const hashes = nodes.flatMap((node) =>
      ["UTC", "Asia/Tokyo", "America/New_York"].map((zone) => {
        const { stdout } = spawnSync(node, ["--input-type=module"], {
          input: script,
          env: { ...process.env, TZ: zone },
        });
        expect(stdout.length).toBeGreaterThan(100);
        return createHash("sha256").update(stdout).digest("hex");
      }),
    );

    expect(new Set(hashes).size).toBe(1);
  });
});
