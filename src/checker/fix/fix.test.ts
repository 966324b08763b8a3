import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSample, type SampleWidget } from "../cases/sample-widget";
import { checkWidget } from "../check-widget";
import { describeFixes, type FileFix } from "./describe-fixes";
import { formatDifference } from "./format-difference";
import { applyEdits } from "./text-edit";

describe("edits", () => {
  it("are applied from the front; of two that overlap the first wins", () => {
    const edits = [
      { start: 4, end: 5, text: "X" },
      { start: 0, end: 1, text: "" },
      { start: 0, end: 3, text: "never" },
    ];

    expect(applyEdits("abcdef", edits)).toBe("bcdXf");
  });

  it("leave everything else as it was", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), fc.string(), (source, from, length, text) => {
        const start = Math.min(from, source.length);
        const end = Math.min(start + length, source.length);
        expect(applyEdits(source, [{ start, end, text }])).toBe(
          source.slice(0, start) + text + source.slice(end),
        );
      }),
    );
  });
});

describe("a fix", () => {
  const broken = createSample()
    .text("style.css", "\ufeff.acme_notes {\r\n  margin: 0;\r\n}\r\n")
    .script("    if (a) debugger;\n    debugger;")
    .manifest("widget.locale", ["en", "pt"])
    .copy("i18n/en.json", "i18n/pt.json")
    .i18n("pt", "settings", undefined)
    .i18n("pt", "card.title", undefined)
    .text("i18n/.DS_Store", "x");

  it("mends what is safe, in the files that it names", async () => {
    const fixes = await fixesOf(broken);

    expect([...fixes.keys()].sort()).toEqual(["i18n/.DS_Store", "i18n/pt.json", "script.js", "style.css"]);
    expect(textOf(fixes, "style.css")).toBe(".acme_notes {\n  margin: 0;\n}\n");
    expect(textOf(fixes, "script.js")).toContain("    if (a) ;\n    \n");
    expect(fixes.get("i18n/.DS_Store")?.after).toBeNull();
    expect(JSON.parse(textOf(fixes, "i18n/pt.json"))).toMatchObject({
      card: { title: "[untranslated] Note" },
      settings: { notes: "[untranslated] Notes" },
    });
  });

  it("has nothing left to do the second time", async () => {
    let mended = broken;
    for (const [path, { after }] of await fixesOf(broken))
      mended = after === null ? mended.remove(path) : mended.bytes(path, after);

    expect(await fixesOf(mended)).toEqual(new Map());
  });

  it("leaves a marker that the checker reports", async () => {
    const fixes = await fixesOf(broken);
    const { findings } = await checkWidget(broken.text("i18n/pt.json", textOf(fixes, "i18n/pt.json")).read);

    expect(
      findings.filter(({ rule }) => rule === "KM305" || rule === "KM303").map(({ message }) => message),
    ).toContain("The text card.title waits for its translation.");
  });

  it("moves a packed folder to the root of the archive", async () => {
    const wrapped = createSample()
      .remove("manifest.json")
      .text("acme/manifest.json", "{}\n")
      .text("acme/a.js", "1\n");

    const fixes = await fixesOf(wrapped.only("acme/manifest.json", "{}\n").text("acme/a.js", "1\n"));

    expect([...fixes].map(([path, { after }]) => [path, after === null])).toEqual([
      ["acme/manifest.json", true],
      ["manifest.json", false],
      ["acme/a.js", true],
      ["a.js", false],
    ]);
  });

  it("is shown as a difference before anything is written", () => {
    const before = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`).join("\n");
    const after = before.replace("line 10\n", "ten\n").replace("line 11\n", "");

    expect(formatDifference("a.js", before, after)).toBe(
      [
        "--- a.js",
        "+++ a.js",
        "@@ -7,8 +7,7 @@",
        " line 7",
        " line 8",
        " line 9",
        "-line 10",
        "-line 11",
        "+ten",
        " line 12",
        " line 13",
        " line 14",
        "",
      ].join("\n"),
    );
  });

  it("of line ends alone is told in one line", () => {
    expect(formatDifference("a.css", "\ufeffa\r\nb\r\n", "a\nb\n")).toBe(
      "--- a.css\n+++ a.css\n  (byte-order mark removed, 2 line ends changed to \\n)\n",
    );
  });
});

async function fixesOf(sample: SampleWidget) {
  const { edits } = await checkWidget(sample.read);
  return describeFixes(sample.read, edits);
}

function textOf(fixes: ReadonlyMap<string, FileFix>, path: string): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(fixes.get(path)?.after ?? new Uint8Array());
}
