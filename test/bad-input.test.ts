import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildWidget } from "../build/build-widget";
import { UserError, type Problem } from "../src/manifest/problem";
import { createTestProject, helloFiles, type TestProject } from "./support/test-project";

const files: Readonly<Record<string, string>> = {
  ...helloFiles,
  "widget/lead-card.tsx": `import "./card.scss";\n${helloFiles["widget/lead-card.tsx"]}`,
  "widget/card.scss": ".title { color: green; }\n",
  "package.json": '{ "name": "card", "komponent": { "budget": { "script.js": "64 KB" } } }\n',
  ".env": "HOOK=https://example.com/hook\n",
};

let project: TestProject;
let lastGood: string;

beforeAll(async () => {
  project = createTestProject(files);
  await build();
  lastGood = readDist();
});
beforeEach(() => {
  for (const [file, content] of Object.entries(files)) {
    project.remove(file);
    project.write(file, content);
  }
});
afterAll(() => project.dispose());

function build({ types = false } = {}): Promise<unknown> {
  return buildWidget({ root: project.root, minify: false, types, check: false });
}

function readDist(): string {
  return readFileSync(join(project.root, "dist", "widget.zip"), "base64");
}

async function findProblems(options?: { types: boolean }): Promise<readonly Problem[]> {
  const error: unknown = await build(options).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw error ?? new Error("It was built.");
  return error.problems;
}

const latin1 = (text: string): Buffer => Buffer.from(`${text}ñ`, "latin1");
const withBom = (text: string): Buffer => Buffer.from(`\uFEFF${text}`);
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, "utf16le");

const textFiles = Object.keys(files).filter((file) => !/tsconfig|\.svg$/.test(file));

describe.each(textFiles)("%s", (file) => {
  const content = files[file] as string;

  it.each<[string, Buffer, string]>([
    ["encoded as UTF-16", utf16(content), "The file is encoded as UTF-16."],
    ["with a byte order mark", withBom(content), "The file begins with a byte order mark (BOM)."],
    ["in Latin-1", latin1(content), "The file holds bytes that are not UTF-8."],
    [
      "with a NUL byte",
      Buffer.from(`${content}\0`),
      "The file holds a NUL byte, as binary files and UTF-16 do.",
    ],
  ])("%s is refused at its line, and the last good widget stays", async (_, bytes, message) => {
    project.write(file, bytes);
    const problems = await findProblems();

    expect(problems).toMatchObject([{ code: "KB702", severity: "error", message, file }]);
    expect(problems[0]?.line).toBeGreaterThan(0);
    expect(problems[0]?.fix).toContain("save it as");
    expect(readDist()).toBe(lastGood);
  });

  it("that is huge is refused, and the last good widget stays", async () => {
    project.write(file, `${content}\n${" ".repeat(5 * 1024 * 1024)}`);

    expect(await findProblems()).toMatchObject([
      { code: "KB703", message: "The file is too large.", file, expected: "at most 4 MB" },
    ]);
    expect(readDist()).toBe(lastGood);
  });
});

describe("images/logo.svg", () => {
  it.each<[string, string | Buffer, Partial<Problem>]>([
    ["encoded as UTF-16", utf16(files["images/logo.svg"] as string), { code: "KB702" }],
    ["in Latin-1", latin1(files["images/logo.svg"] as string), { code: "KB702" }],
    ["that is empty", "", { code: "KB613" }],
    ["that is broken", "<svg", { code: "KB613" }],
    ["that is huge", " ".repeat(5 * 1024 * 1024), { code: "KB610", expected: "at most 512 KB" }],
  ])("%s is refused, and the last good widget stays", async (_, content, expected) => {
    project.write("images/logo.svg", content);

    expect((await findProblems())[0]).toMatchObject({
      severity: "error",
      file: "images/logo.svg",
      ...expected,
    });
    expect(readDist()).toBe(lastGood);
  });
});

describe("a file that is not there", () => {
  it.each([
    ["widget/manifest.ts", "KB190", "There is no file widget/manifest.ts."],
    ["widget/index.ts", "KB301", "There is no file widget/index.ts or widget/index.tsx."],
    ["i18n/en.json", "KB701", "There is no file i18n/en.json."],
    ["images/logo.svg", "KB601", "There is no images/logo.png, which is needed for"],
  ])("%s is named, with what to write into it", async (file, code, message) => {
    project.remove(file);
    const [problem] = await findProblems();

    expect(problem).toMatchObject({ code, severity: "error" });
    expect(problem?.message).toContain(message);
    expect(problem?.fix).not.toBeNull();
    expect(readDist()).toBe(lastGood);
  });

  it.each(["package.json", ".env"])("%s is none of the build's business", async (file) => {
    project.remove(file);

    await expect(build()).resolves.toBeDefined();
  });

  it("that an import leads to is named at the import", async () => {
    project.remove("widget/card.scss");

    expect(await findProblems()).toMatchObject([
      {
        code: "KB304",
        file: "widget/lead-card.tsx",
        line: 1,
        message: 'There is no file for the import "./card.scss".',
      },
    ]);
  });

  it("widget/tsconfig.json is asked for when types are checked", async () => {
    project.remove("widget/tsconfig.json");

    expect(await findProblems({ types: true })).toMatchObject([
      { code: "KB201", file: "widget/tsconfig.json" },
    ]);
  });
});

describe("a file that is empty", () => {
  it.each([
    ["widget/manifest.ts", "KB194"],
    ["widget/index.ts", "KB302"],
    ["widget/lead-card.tsx", "KB307"],
    ["i18n/en.json", "KB501"],
    ["package.json", "KB733"],
  ])("%s is an error that says what is expected", async (file, code) => {
    project.write(file, "");
    const [problem] = await findProblems();

    expect(problem).toMatchObject({ code, severity: "error" });
    expect(`${problem?.expected}${problem?.fix}`).not.toBe("nullnull");
    expect(readDist()).toBe(lastGood);
  });

  it.each(["widget/card.scss", ".env"])("%s is fine", async (file) => {
    project.write(file, "");

    await expect(build()).resolves.toBeDefined();
  });
});

describe("a file that is broken", () => {
  it.each<[string, string, Partial<Problem>]>([
    ["widget/manifest.ts", "export default defineManifest({ name: }", { code: "KB191", line: 1 }],
    ["widget/manifest.ts", "export default undefined;", { code: "KB101" }],
    ["widget/manifest.ts", "\n\nthrow new Error('no');\nexport default {};", { code: "KB192", line: 3 }],
    ["widget/manifest.ts", "for (;;);\nexport default {};", { code: "KB193" }],
    ["widget/manifest.ts", 'import fs from "node:fs";\nexport default fs;', { code: "KB195", line: 1 }],
    ["widget/index.ts", "export default (", { code: "KB300", line: 1 }],
    ["widget/lead-card.tsx", "export class LeadCard {\n  render( }", { code: "KB300", line: 2 }],
    ["widget/card.scss", "\n.a { color: }\n.b {", { line: 2 }],
    ["i18n/en.json", '{\n  "widget": {\n}', { code: "KB501", line: 3 }],
    ["i18n/en.json", "[]", { code: "KB503" }],
    ["images/logo.png", "GIF89a", { file: "images/logo.png" }],
    ["package.json", '{\n  "name": \n}', { code: "KB733", line: 3 }],
    ["package.json", '{\n  "komponent": {\n "budget": 1 }}', { code: "KB731", line: 3 }],
  ])("%s that says %j leads to its place", async (file, content, expected) => {
    project.write(file, content);
    const [problem] = await findProblems();
    project.remove(file);

    expect(problem).toMatchObject({ severity: "error", file, ...expected });
    expect(readDist()).toBe(lastGood);
  });

  it("widget/tsconfig.json leads to its place", async () => {
    project.write("widget/tsconfig.json", '{ "include": [".",, }');

    expect((await findProblems({ types: true }))[0]).toMatchObject({
      code: "KB203",
      file: "widget/tsconfig.json",
      line: 1,
    });
  });
});

describe("a folder where a file should be", () => {
  it.each(["widget/manifest.ts", "i18n/en.json", "package.json", ".env"])("%s is named", async (file) => {
    project.remove(file);
    project.write(`${file}/inside.txt`, "");

    expect((await findProblems())[0]).toMatchObject({ code: "KB704", file, found: "a folder" });
    expect(readDist()).toBe(lastGood);
  });
});

describe("a project that is not there", () => {
  it("is named", async () => {
    await expect(
      buildWidget({ root: "/nowhere/at/all", minify: false, types: false, check: false }),
    ).rejects.toThrow("There is no folder /nowhere/at/all.");
  });
});
