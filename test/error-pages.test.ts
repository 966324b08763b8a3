import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findPackageRoot } from "../build/package-root";

const root = findPackageRoot();
const pages = [...readFileSync(join(root, "docs", "errors.md"), "utf8").matchAll(/^## (KB\d{3})$/gm)].map(
  (match) => match[1] as string,
);

/** Every code that the sources can report; start.mjs is JavaScript. */
function listCodes(): Set<string> {
  const files = ["src", "build"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(?:tsx?|mjs)$/.test(file) && !/\.test\.|fixtures/.test(file))
      .map((file) => join(root, folder, file)),
  );
  const texts = files.map((file) => readFileSync(file, "utf8"));
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/"(KB\d{3})"/g)].map((match) => match[1] as string)),
  );
}

describe("docs/errors.md", () => {
  it("has a section for each code that the build reports", () => {
    const missing = [...listCodes()].filter((code) => !pages.includes(code));

    expect(missing.sort()).toEqual([]);
  });

  it("has no section for a code that nobody reports", () => {
    const codes = listCodes();
    // start.mjs and main.ts write these as text, because nothing that could format a problem is there yet.
    const written = ["KB001", "KB002", "KB003"];

    expect(pages.filter((code) => !codes.has(code) && !written.includes(code))).toEqual([]);
  });

  it("has each section once, in order", () => {
    expect(pages).toEqual([...new Set(pages)].sort());
  });
});
