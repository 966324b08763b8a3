import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestProject, helloFiles, type TestProject } from "../../test/support/test-project";
import { UserError, type Problem } from "../../src/manifest/problem";
import { openProject } from "../project/open-project";
import { traceToSource } from "../source-map";
import { createScriptCompiler, type CompiledScript, type ScriptOptions } from "./compile-script";

let project: TestProject;
beforeEach(() => {
  project = createTestProject();
});
afterEach(() => project.dispose());

const defaults: ScriptOptions = {
  minify: false,
  sourceMap: false,
  constants: { KOMPONENT_ROOT: "hello_card", KOMPONENT_JSON_FIELDS: [], KOMPONENT_CUSTOM_FIELD: "" },
  styles: { plugin: { name: "none", setup() {} }, hasStyles: () => false },
};

async function compile(options: Partial<ScriptOptions> = {}): Promise<CompiledScript> {
  const compiler = createScriptCompiler(openProject(project.root), { ...defaults, ...options });
  return compiler.compile().finally(() => compiler.dispose());
}

async function compileProblems(): Promise<readonly Problem[]> {
  const error: unknown = await compile().then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof UserError) return error.problems;
  throw error ?? new Error("It compiled.");
}

/** The entry exports a widget whose constructor carries a value to look at. */
function writeEntry(lines: string, value: string): void {
  project.write(
    "widget/index.ts",
    `import { createWidget } from "komponent";\n${lines}\nexport default Object.assign(createWidget({} as never), { value: ${value} });\n`,
  );
}

interface Loaded {
  readonly names: readonly string[];
  readonly value: unknown;
}

/** What the CRM's loader sees of a script, in a page that has these modules and, as every page, `define.amd`. */
function load(script: string, modules: Readonly<Record<string, unknown>>): Loaded {
  let loaded: Loaded | undefined;
  const define = Object.assign(
    (names: string[], factory: (...values: unknown[]) => { value: unknown }) => {
      loaded = { names, value: factory(...names.map((name) => modules[name])).value };
    },
    { amd: {} },
  );
  runInNewContext(script, { define, window: {}, document: {}, setTimeout, AbortController });
  if (loaded === undefined) throw new Error("The script did not call define.");
  return loaded;
}

describe("script.js", () => {
  it("is a module that gives the CRM a plain function", async () => {
    const { script } = await compile();

    expect(script).toMatch(/^define\(\[/);
    expect(script).toContain("return widget_default;\n});\n");
    expect(script).not.toContain("sourceMappingURL");
    expect(script).not.toContain(project.root);
  });

  it.each([{ minify: false }, { minify: true }])("runs, with %o", async (options) => {
    writeEntry("", "[1, 2]");
    const { script } = await compile(options);

    expect(load(script, { jquery: {} }).value).toEqual([1, 2]);
  });

  it("names its sources by package and by project, never by folders of this machine", async () => {
    const { script, shares } = await compile();

    expect(script).toContain("\n// widget/lead-card.tsx\n");
    expect(script).toContain("\n// preact/dist/preact.mjs\n");
    expect(script).toContain("\n// komponent/runtime/create-widget.ts\n");
    expect([...shares.keys()].filter((name) => name.includes(".."))).toEqual([]);
    expect(shares.get("widget/lead-card.tsx")).toBeGreaterThan(50);
  });

  it("leads from its lines to the author's, in development", async () => {
    const { script, sourceMap } = await compile({ sourceMap: true });
    const line = script.split("\n").findIndex((text) => text.includes("Hello, lead")) + 1;
    const column = (script.split("\n")[line - 1] as string).indexOf("Hello, lead") + 1;

    expect(traceToSource(sourceMap as string, line, column)).toMatchObject({
      file: "widget/lead-card.tsx",
      line: 5,
    });
  });
});

describe("modules of the page", () => {
  const $ = { fn: {} };
  const underscore = { map: "map", each: "each" };

  it("stay outside the bundle, under the host's names, before a package of the same name", async () => {
    project.write("node_modules/underscore/package.json", '{ "main": "index.js" }');
    project.write("node_modules/underscore/index.js", 'module.exports = "the package";');
    writeEntry('import _ from "underscore";\nimport Modal from "lib/components/base/modal";', "[_, Modal]");
    const { script } = await compile();
    const { names, value } = load(script, { jquery: $, underscore, "lib/components/base/modal": "Modal" });

    expect(names.filter((name) => name !== "jquery")).toEqual(["lib/components/base/modal", "underscore"]);
    expect(value).toEqual([underscore, "Modal"]);
  });

  it("are listed only when they are used", async () => {
    writeEntry('import moment from "moment";\nexport const unused = () => moment;', "1");

    expect(load((await compile()).script, { jquery: $ }).names).not.toContain("moment");
  });

  it.each([
    [
      "members by name",
      'import { map, each as forEach } from "underscore";',
      "[map, forEach]",
      ["map", "each"],
    ],
    ["members of the namespace", 'import * as _ from "underscore";', "[_.map, _.each]", ["map", "each"]],
    ["default and members", 'import _, { map } from "underscore";', "[_, map]", [underscore, "map"]],
    ["an absolute address", 'import api from "https://example.com/api.js";', "api", "api"],
    ["a loader plugin", 'import text from "text!./a.twig";', "text", "text"],
  ])("can be imported: %s", async (_, lines, value, expected) => {
    writeEntry(lines, value);
    const modules = { underscore, "https://example.com/api.js": "api", "text!./a.twig": "text", jquery: $ };

    expect(load((await compile()).script, modules).value).toEqual(expected);
  });

  it("reach libraries that require them", async () => {
    project.write("node_modules/plugin/index.js", 'module.exports = require("jquery").fn;');
    writeEntry('// @ts-ignore\nimport plugin from "plugin";', "plugin");

    expect(load((await compile()).script, { jquery: $ }).value).toBe($.fn);
  });

  it("do not hide a variable of the author's that has their name", async () => {
    writeEntry(
      'import modal from "lib/components/base/modal";\nconst jquery = 5, define = 6;',
      "[modal, jquery, define]",
    );
    const { script } = await compile();

    expect(load(script, { jquery: $, "lib/components/base/modal": "Modal" }).value).toEqual(["Modal", 5, 6]);
  });
});

describe("bundled libraries", () => {
  it("do not find the page's define", async () => {
    project.write(
      "node_modules/umd/index.js",
      `(function (root, factory) {
        if (typeof define === "function" && define.amd) define([], factory);
        else if (typeof module === "object") module.exports = factory();
        else root.umd = factory();
      })(this, function () { return "umd"; });`,
    );
    writeEntry('// @ts-ignore\nimport umd from "umd";', "umd");

    const { script } = await compile();

    expect(load(script, { jquery: {} })).toMatchObject({ value: "umd" });
    expect(script).toContain('"umd/index.js"(');
  });
});

describe("imports of data and images", () => {
  it("give the data of JSON", async () => {
    project.write("widget/rates.json", '{ "eur": 1.1 }');
    writeEntry('import rates from "./rates.json";', "rates.eur");

    expect(load((await compile()).script, { jquery: {} }).value).toBe(1.1);
  });

  it("give a small image as a data address", async () => {
    project.write("widget/icon.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>');
    writeEntry('// @ts-ignore\nimport icon from "./icon.svg";', "icon");
    const { script, assets } = await compile();

    expect(load(script, { jquery: {} }).value).toMatch(/^data:image\/svg\+xml[,;]/);
    expect(assets.size).toBe(0);
  });

  it("put a larger image into the archive, beside the script that the host loaded", async () => {
    const image = new Uint8Array(5000).fill(7);
    project.write("widget/photo of me.PNG", image);
    writeEntry('// @ts-ignore\nimport photo from "./photo of me.PNG";', "photo");
    const { script, assets } = await compile();
    const [[name, bytes]] = [...assets] as [[string, Uint8Array]];
    const { names, value } = load(script, {
      jquery: {},
      module: { uri: "https://cdn.example/widgets/12/script.js?v=1.0.0" },
    });

    expect(name).toMatch(/^assets\/photo-of-me-[0-9a-f]{8}\.png$/);
    expect(Buffer.from(bytes)).toEqual(Buffer.from(image));
    expect(names).toContain("module");
    expect(value).toBe(`https://cdn.example/widgets/12/${name}`);
  });

  it("leave out an image that nothing uses any more", async () => {
    project.write("widget/photo.png", new Uint8Array(5000));
    writeEntry('// @ts-ignore\nimport photo from "./photo.png";\nexport const unused = () => photo;', "1");

    expect((await compile()).assets.size).toBe(0);
  });
});

describe("errors of the script", () => {
  const entry = helloFiles["widget/index.ts"] as string;

  it.each<[string, string, string | Uint8Array, Partial<Problem>]>([
    [
      "a syntax error",
      "widget/lead-card.tsx",
      "export class LeadCard {\n  render() { return <p>é</b>; }\n}\n",
      {
        code: "KB300",
        message: 'Unexpected closing "b" tag does not match opening "p" tag.',
        file: "widget/lead-card.tsx",
        line: 2,
        column: 27,
        found: "render() { return <p>é</b>; }",
      },
    ],
    [
      "no default export",
      "widget/index.ts",
      "export const widget = 1;",
      {
        code: "KB302",
        message: "widget/index.ts exports nothing by default.",
        fix: 'write "export default" before createWidget.',
      },
    ],
    ["an empty entry", "widget/index.ts", "", { code: "KB302" }],
    [
      "a default export that is no widget",
      "widget/index.ts",
      "export default class {}",
      { code: "KB303", message: "What widget/index.ts exports by default was not made by createWidget." },
    ],
    [
      "a mistyped file",
      "widget/index.ts",
      entry.replace("./lead-card", "./lead-cart"),
      {
        code: "KB304",
        message: 'There is no file for the import "./lead-cart".',
        line: 2,
        column: 26,
        fix: 'did you mean "./lead-card"?',
      },
    ],
    [
      "a package that is not installed",
      "widget/index.ts",
      `import "@scope/chart/pie";\n${entry}`,
      {
        code: "KB304",
        message: 'No package "@scope/chart" is installed, and the CRM offers no module of this name.',
        fix: "run: npm install @scope/chart",
      },
    ],
    [
      "a mistyped module of the CRM",
      "widget/index.ts",
      `import $ from "jqeury";\n${entry}$();`,
      { code: "KB304", fix: 'did you mean "jquery", a module of the CRM?' },
    ],
    [
      "a module of Node",
      "widget/index.ts",
      `import { readFileSync } from "node:fs";\n${entry}console.log(readFileSync);`,
      {
        code: "KB305",
        message: '"node:fs" is a module of Node; a widget runs in the browser.',
        line: 1,
        column: 30,
        fix: "use what browsers offer, or do this work on your own server.",
      },
    ],
    [
      "a file of a strange kind",
      "widget/index.ts",
      `import "./manifest.docx";\n${entry}`,
      { code: "KB306", message: 'A widget cannot import ".docx" files: widget/manifest.docx.' },
    ],
    [
      "a name that a module lacks",
      "widget/index.ts",
      entry.replaceAll("LeadCard", "LeadCart"),
      { code: "KB307", message: '"./lead-card" exports no "LeadCart".', fix: 'did you mean "LeadCard"?' },
    ],
    [
      "waiting at the top of a module",
      "widget/index.ts",
      `await fetch("");\n${entry}`,
      { code: "KB308", fix: "await inside init() of an area, or in useAsync()." },
    ],
    [
      "UTF-16",
      "widget/lead-card.tsx",
      Buffer.from(`\uFEFF${helloFiles["widget/lead-card.tsx"]}`, "utf16le"),
      { code: "KB702", message: "The file is encoded as UTF-16.", line: 1 },
    ],
    [
      "Latin-1",
      "widget/lead-card.tsx",
      Buffer.from((helloFiles["widget/lead-card.tsx"] as string).replace("Hello", "Olé"), "latin1"),
      { code: "KB702", message: "The file holds bytes that are not UTF-8.", line: 5 },
    ],
    ["a NUL byte", "widget/lead-card.tsx", "\0", { code: "KB702" }],
  ])("say it for %s", async (_, file, content, expected) => {
    project.write("widget/manifest.docx", "");
    project.write(file, content);

    const [problem, ...others] = await compileProblems();
    expect(problem).toMatchObject({ severity: "error", file, ...expected });
    expect(others.filter(({ code }) => code !== "KB307")).toEqual([]);
  });
});

describe("a second run", () => {
  it("sees what changed, and takes note of new members of host modules", async () => {
    writeEntry('import { map } from "underscore";', "map");
    const compiler = createScriptCompiler(openProject(project.root), defaults);
    const first = await compiler.compile();
    writeEntry('import { each } from "underscore";', "each");
    const second = await compiler.compile();
    await compiler.dispose();

    const modules = { underscore: { map: 1, each: 2 }, jquery: {} };
    expect(load(first.script, modules).value).toBe(1);
    expect(load(second.script, modules).value).toBe(2);
  });

  it("recovers from an error", async () => {
    const compiler = createScriptCompiler(openProject(project.root), defaults);
    project.write("widget/lead-card.tsx", "export class {");
    await expect(compiler.compile()).rejects.toThrow(UserError);
    project.write("widget/lead-card.tsx", helloFiles["widget/lead-card.tsx"] as string);

    expect((await compiler.compile()).script).toContain("Hello, lead");
    await compiler.dispose();
  });
});
