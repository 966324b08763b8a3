import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ESLint, type Linter } from "eslint";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkWidget, rules } from "../../src/checker";
import { cases } from "../../src/checker/cases";
import { createSample, type SampleWidget } from "../../src/checker/cases/sample-widget";
import { openWidget } from "../../src/checker/readers/open-widget";
import { typescriptParser } from "../fuzz/typescript-parser";
import { findPackageRoot } from "../package-root";
import { createEslintPlugin } from "./create-eslint-plugin";

const alertMessage =
  "alert() stops the whole CRM. Expected: a text in the widget's own block, or APP.notifications.show_message.";
const debuggerMessage =
  "A debugger statement stops the page for whoever has the developer tools open. Fix: remove it.";

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "komponent-eslint-")));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): string {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), content);
  return join(root, name);
}

function writeWidget(folder: string, { read }: SampleWidget): void {
  for (const [path, bytes] of read.files) write(join(folder, path), bytes);
}

interface LintOptions {
  readonly cwd?: string;
  readonly fix?: boolean;
  readonly config?: Linter.Config;
}

function createEslint({ cwd = root, fix = false, config = {} }: LintOptions = {}): ESLint {
  const { recommended } = createEslintPlugin().configs as { readonly recommended: Linter.Config };
  return new ESLint({
    cwd,
    fix,
    overrideConfigFile: true,
    overrideConfig: {
      files: ["**/*.{js,ts,tsx}"],
      ...recommended,
      languageOptions: { parser: typescriptParser },
      ...config,
    },
  });
}

async function lint(file: string, options: LintOptions = {}): Promise<Linter.LintMessage[]> {
  const [result] = await createEslint(options).lintFiles([join(root, file)]);
  return (result as ESLint.LintResult).messages;
}

describe("a packed widget", () => {
  it("shows what the check finds, where it finds it, with the cure and the rule's page", async () => {
    writeWidget("w", createSample().script('    alert("x");'));

    expect(await lint("w/script.js")).toEqual([
      expect.objectContaining({
        ruleId: "komponent/KM603",
        severity: 2,
        line: 3,
        column: 5,
        message: alertMessage,
      }),
    ]);
  });

  const shownRules = rules.filter(({ shownIn }) => shownIn?.includes("script"));
  // One a rule: what else a rule finds is its own tests' affair.
  const bad = shownRules.flatMap(({ id }) =>
    Object.entries(cases[id]?.bad ?? {})
      .filter(([, { options }]) => options === undefined)
      .slice(0, 1)
      .map(([name, { widget }]) => [id, name, widget] as const),
  );
  it.each(bad)("shows the same as the check for %s: %s", async (_id, _name, change) => {
    writeWidget("w", change(createSample()));
    const widget = openWidget(join(root, "w"));
    const { findings } = await checkWidget(widget, { rules: shownRules });
    const expected = findings
      .filter(
        ({ severity, file }) => (severity === "error" || severity === "warning") && file?.endsWith(".js"),
      )
      .map(({ rule, severity, file, line, column }) => `${rule} ${severity} ${file}:${line}:${column}`);

    const results = await createEslint({ config: { languageOptions: { parser: anything } } }).lintFiles([
      root,
    ]);
    const shown = results.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, severity, line, column }) => {
        const file = filePath.slice(join(root, "w").length + 1).replaceAll("\\", "/");
        const rule = ruleId?.replace(/^komponent\/|-warning$/g, "");
        return `${rule} ${severity === 2 ? "error" : "warning"} ${file}:${line}:${column}`;
      }),
    );
    expect(shown.sort()).toEqual(expected.sort());
  });

  it("is looked at with the text of the editor, saved or not", async () => {
    writeWidget("w", createSample());
    const [result] = await createEslint().lintText("define(function () { alert(1); });", {
      filePath: join(root, "w", "script.js"),
    });

    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain("komponent/KM603");
  });

  it("is mended where the mending cannot change what it does", async () => {
    writeWidget(
      "w",
      createSample().script("    if (window.a) debugger;\n    debugger;\n    console.log(1);"),
    );
    await ESLint.outputFixes(await createEslint({ fix: true }).lintFiles([root]));

    expect(
      readFileSync(join(root, "w", "script.js"), "utf8")
        .split("\n")
        .slice(2, 5),
    ).toEqual(["    if (window.a) ;", "    ", "    var self = this;"]);
  });

  it("has the severity of its profile", async () => {
    writeWidget("w", createSample().script("    alert(1);"));
    write("check.json", '{ "profile": "private" }');

    expect(await lint("w/script.js")).toEqual([
      expect.objectContaining({ ruleId: "komponent/KM603-warning", severity: 1, message: alertMessage }),
    ]);
  });

  it("is not told what check.json suppresses", async () => {
    writeWidget("w", createSample().script("    alert(1);"));
    const suppress = [{ rule: "KM603", file: "script.js", reason: "the only way to say it" }];
    write("check.json", JSON.stringify({ suppress }));

    expect(await lint("w/script.js")).toEqual([]);
  });
});

/** What acorn cannot read, ESLint could not either; the findings must not depend on whose tree it was. */
const anything: Linter.Parser = {
  meta: { name: "empty", version: "1" },
  parse: (text) =>
    ({
      type: "Program",
      sourceType: "script",
      body: [],
      tokens: [],
      comments: [],
      range: [0, text.length],
      loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } },
    }) as never,
};

function describeManifest(distribution: string): string {
  return `import { defineManifest } from "komponent/manifest";\nconst name: string = "acme_notes";\nexport default defineManifest({ name, distribution: "${distribution}" } as const);\n`;
}

describe("the sources of a project", () => {
  const source = [
    'import type { Note } from "./note";',
    "enum Colour { Red }",
    "export class Notes<T extends Note> {",
    "  constructor(private readonly note: T) {}",
    "  show(this: Notes<T>): void;",
    "  show(text?: unknown): void { alert((text as string)!); }",
    "}",
    "export const View = ({ id }: { id: number }) => <p onClick={() => { debugger; }}>{id satisfies Colour}</p>;",
    "",
  ].join("\n");

  it("are read by the parser that ESLint has for them, types and JSX too", async () => {
    write("widget/manifest.ts", describeManifest("marketplace"));
    write("widget/notes.tsx", source);

    expect(await lint("widget/notes.tsx")).toEqual([
      expect.objectContaining({
        ruleId: "komponent/KM603",
        severity: 2,
        line: 6,
        column: 32,
        message: alertMessage,
      }),
      expect.objectContaining({
        ruleId: "komponent/KM604",
        severity: 2,
        line: 8,
        column: 69,
        message: debuggerMessage,
      }),
    ]);
  });

  it("have the severity of the manifest's distribution", async () => {
    write("widget/manifest.ts", describeManifest("private"));
    write("widget/notes.tsx", source);

    expect((await lint("widget/notes.tsx")).map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ["komponent/KM603-warning", 1],
      ["komponent/KM604-warning", 1],
    ]);
  });

  it("are mended in their own text", async () => {
    write("widget/manifest.ts", describeManifest("marketplace"));
    write("widget/notes.tsx", source);
    await ESLint.outputFixes(await createEslint({ fix: true }).lintFiles([root]));

    expect(readFileSync(join(root, "widget", "notes.tsx"), "utf8")).toBe(source.replace("debugger;", ""));
  });

  it.each([
    ["the frame that the build makes", "widget/index.ts", "export default class Widget {}\n"],
    ["a test", "widget/notes.test.ts", "alert(1);\n"],
    ["a file that does not go into the archive", "tools/release.ts", "alert(1);\n"],
  ])("say nothing about %s", async (_what, file, text) => {
    write("widget/manifest.ts", describeManifest("marketplace"));
    write(file, text);

    expect(await lint(file)).toEqual([]);
  });

  it("of another tool are held against the same rules", async () => {
    write("src/app.ts", 'export const open = (): void => alert("x");\n');

    expect(await lint("src/app.ts")).toEqual([
      expect.objectContaining({ ruleId: "komponent/KM603", line: 1, column: 33 }),
    ]);
  });

  it("of this repository's own widget are without a finding", async () => {
    const results = await createEslint({ cwd: findPackageRoot() }).lintFiles("widget/**/*.{ts,tsx}");

    expect(results.length).toBeGreaterThan(20);
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  });
});

describe("settings", () => {
  it("of the plugin are those of check.json, and come before it", async () => {
    write("src/app.js", "alert(1);\n");
    write("check.json", '{ "profile": "marketplace" }');
    const config = { settings: { komponent: { profile: "private" } } };

    expect((await lint("src/app.js", { config })).map(({ ruleId }) => ruleId)).toEqual([
      "komponent/KM603-warning",
    ]);
  });

  it.each([
    [
      "the plugin's",
      { profil: "private" },
      null,
      'KB750 settings.komponent:1:2 "profil" is not known here. Expected: profile, brand, code, prefixes, root, libraryHosts, allowedWords, isVendor, redirectUrl, published, released, suppress.',
    ],
    [
      "check.json's",
      undefined,
      '{\n  "brand": "other"\n}',
      'KB750 check.json:2:3 "brand" is unknown. Expected: kommo or amocrm.',
    ],
  ])(
    "that are wrong are told once, and nothing is checked: %s",
    async (_whose, given, checkJson, message) => {
      write("src/app.js", "alert(1);\n");
      if (checkJson !== null) write("check.json", checkJson);
      const config = given === undefined ? {} : { settings: { komponent: given } };

      expect(await lint("src/app.js", { config })).toEqual([
        expect.objectContaining({ ruleId: "komponent/settings", severity: 2, line: 1, column: 1, message }),
      ]);
    },
  );
});

describe("the plugin", () => {
  it("names the page of each rule, and says which can mend", () => {
    const { rules: faces = {} } = createEslintPlugin();
    const page = pathToFileURL(join(findPackageRoot(), "docs", "rules", "KM604.md")).href;

    expect(faces["KM604"]?.meta).toEqual({
      type: "problem",
      docs: { description: "No debugger statement is left in the code.", url: page, recommended: true },
      schema: [],
      fixable: "code",
    });
    expect(faces["KM603"]?.meta).not.toHaveProperty("fixable");
    expect(Object.keys(faces)).not.toContain("KM107");
  });
});
