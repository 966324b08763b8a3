import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestProject, type TestProject } from "../../test/support/test-project";
import { writeZip } from "../archive/write-zip";
import { createArchiveSource } from "./archive-source";
import type { ReadResult } from "./source";

let folder: TestProject;
beforeEach(() => {
  folder = createTestProject({});
  folder.remove("node_modules");
});
afterEach(() => folder.dispose());

const manifest = '{ "widget": { "name": "widget.name" } }';

function open(path = folder.root): Promise<ReadResult> {
  return createArchiveSource(path).read(null);
}

describe("a widget as it lies there", () => {
  it("is a folder", async () => {
    folder.write("manifest.json", manifest);
    folder.write("i18n/en.json", "{}");
    const { files, problems } = await open();

    expect([...(files?.keys() ?? [])].sort()).toEqual(["i18n/en.json", "manifest.json"]);
    expect(problems).toEqual([]);
  });

  it("is an archive", async () => {
    const zip = writeZip(new Map([["manifest.json", Buffer.from(manifest)]]));
    writeFileSync(join(folder.root, "widget.zip"), zip);

    expect([...((await open(join(folder.root, "widget.zip"))).files?.keys() ?? [])]).toEqual([
      "manifest.json",
    ]);
  });

  it("is found in a folder inside, with a warning", async () => {
    folder.write("widget/manifest.json", manifest);
    folder.write("widget/script.js", "");
    folder.write("README.md", "");
    const { files, problems } = await open();

    expect([...(files?.keys() ?? [])].sort()).toEqual(["manifest.json", "script.js"]);
    expect(problems).toMatchObject([{ code: "KB812", severity: "warning" }]);
  });

  it.each([
    ["[1]", "The manifest is no object: the widget has no location.", 1, 1],
    ["null", "The manifest is no object: the widget has no location.", 1, 1],
    ["[".repeat(300_000), "The manifest is no strict JSON:", 1, 202],
    ['{\n  "widget": {},\n}', "The manifest is no strict JSON:", 2, 15],
  ])(
    "is served with its place told where the manifest is broken: %#",
    async (content, message, line, column) => {
      folder.write("widget/manifest.json", content);
      const { files, problems } = await open(join(folder.root, "widget"));

      expect(files?.has("manifest.json")).toBe(true);
      expect(problems).toMatchObject([
        { code: "KB813", severity: "error", file: "manifest.json", line, column },
      ]);
      expect(problems[0]?.message).toContain(message);
    },
  );

  it.each(['\uFEFF{ "widget": {} }', '{ "widget": {}, "widget": {} }'])(
    "is not blamed for %j",
    async (content) => {
      folder.write("manifest.json", content);

      expect((await open()).problems).toEqual([]);
    },
  );

  it("is read again after a change, and told when it is broken then", async () => {
    folder.write("manifest.json", manifest);
    const source = createArchiveSource(folder.root);
    folder.write("script.js", "1");
    expect((await source.read(new Set())).files?.has("script.js")).toBe(true);

    folder.remove("manifest.json");
    expect(await source.read(new Set())).toMatchObject({ files: null, problems: [{ code: "KB810" }] });
  });

  it.each([
    ["nothing", "nowhere", "There is no widget at"],
    ["a project of sources", ".", "There is no manifest.json in"],
    ["what is no archive", "widget/index.ts", "There is no manifest.json in"],
  ])("is refused where there is %s", (_, path, message) => {
    folder.write("widget/index.ts", "export default 1;");

    expect(() => createArchiveSource(join(folder.root, path))).toThrow(message);
  });
});

describe("the code of such a widget", () => {
  it.each([
    ['{ "widget": { "code": "old_widget" } }', "any name", "old_widget"],
    ['{ "widget": { "code": "../x" } }', "My Widget-2", "my_widget_2"],
    ["broken", "2024 release.v3", "release"],
    [manifest, "виджет", "widget"],
  ])("of %s in a folder called %j is %s", (content, name, code) => {
    folder.write(`${name}/manifest.json`, content);

    expect(createArchiveSource(join(folder.root, name)).code).toBe(code);
  });
});
