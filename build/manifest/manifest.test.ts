import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestProject, helloFiles, type TestProject } from "../../test/support/test-project";
import { UserError, type Problem } from "../../src/manifest/problem";
import { openProject } from "../project/open-project";
import { readEnvironment } from "../project/read-environment";
import { findInSource } from "./find-in-source";
import { loadManifest, type LoadedManifest } from "./load-manifest";

let project: TestProject;
beforeEach(() => {
  project = createTestProject();
});
afterEach(() => project.dispose());

const manifest = helloFiles["widget/manifest.ts"] as string;

function load(environment: Record<string, string> = {}): Promise<LoadedManifest> {
  return loadManifest(openProject(project.root), environment);
}

async function findProblems(source: string): Promise<readonly Problem[]> {
  project.write("widget/manifest.ts", source);
  const error: unknown = await load().then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw error ?? new Error("It was loaded.");
  return error.problems;
}

describe("the manifest", () => {
  it("is evaluated, with what it imports", async () => {
    project.write("data.json", '{ "version": "2.3.4" }');
    project.write(
      "widget/manifest.ts",
      `import data from "../data.json";\n${manifest.replace('"1.0.0"', "data.version")}`,
    );
    const loaded = await load();

    expect(loaded.manifest).toMatchObject({
      name: "hello_card",
      version: "2.3.4",
      locations: { lcard: "panel" },
    });
    expect(loaded.sources).toContain(`${project.root}/data.json`);
  });

  it("leads from a problem of its data to the line that wrote it", async () => {
    expect(await findProblems(manifest.replace('"1.0.0"', '"one"'))).toMatchObject([
      { file: "widget/manifest.ts", line: 5, column: 3, severity: "error" },
    ]);
  });

  it("leads from an error that it throws to the author's line, in another file too", async () => {
    project.write(
      "widget/version.ts",
      'export function read(): string {\n  throw new Error("no version");\n}\n',
    );
    const source = `import { read } from "./version";\n${manifest.replace('"1.0.0"', "read()")}`;

    expect(await findProblems(source)).toMatchObject([
      { code: "KB192", file: "widget/version.ts", line: 2, found: "Error: no version" },
    ]);
  });

  it.each([
    ["a thrown text", 'throw "just so"; export default {};', { code: "KB192", found: "just so" }],
    [
      "the browser",
      "export default document.title;",
      { code: "KB192", found: "ReferenceError: document is not defined" },
    ],
    [
      "the process",
      "export default process.env;",
      { code: "KB192", found: "ReferenceError: process is not defined" },
    ],
    ["made code", 'export default new Function("return 1")();', { code: "KB192" }],
    ["an endless loop", "while (true); export default {};", { code: "KB193" }],
    ["no default export", "export const a = 1;", { code: "KB194" }],
    ["a module of Node", 'import os from "os"; export default os;', { code: "KB195", line: 1 }],
    ["waiting", "export default await 1;", { code: "KB191" }],
  ])("that has %s gives an error", async (_, source, expected) => {
    expect(await findProblems(source)).toMatchObject([expected]);
  });
});

describe("the environment", () => {
  it("is that of the process, and behind it the file .env", () => {
    project.write(".env", "A=from file\nB=from file\n");

    expect(readEnvironment(project.root, { B: "from process" })).toEqual({
      A: "from file",
      B: "from process",
    });
  });

  it("needs no file", () => {
    expect(readEnvironment(project.root, { B: "b" })).toEqual({ B: "b" });
  });
});

describe("the place of a path", () => {
  const source = `const shared = { version: "1" };
const locales = ["en", "es"] as const;
export default defineManifest({
  ...shared,
  name: "x",
  locales,
  settings: {
    "api-key": { type: "text" },
    token: { type: "pass" } satisfies Setting,
  },
});
`;

  it.each<[string, (string | number)[], number, number]>([
    ["a key", ["name"], 5, 3],
    ["a key in quotes", ["settings", "api-key"], 8, 5],
    ["a key further in", ["settings", "token", "type"], 9, 14],
    ["a key of a spread constant", ["version"], 1, 18],
    ["an item of a constant", ["locales", 1], 2, 24],
    ["a missing key, at what should hold it", ["settings", "token", "required"], 9, 5],
    ["a missing key at the top", ["support"], 3, 31],
  ])("leads to %s", async (_, path, line, column) => {
    expect(await findInSource(source, "widget/manifest.ts", path)).toEqual({
      file: "widget/manifest.ts",
      line,
      column,
    });
  });

  it("leads nowhere where the manifest is made elsewhere", async () => {
    const place = await findInSource('export { default } from "./other";', "widget/manifest.ts", ["name"]);

    expect(place).toBeNull();
  });
});
