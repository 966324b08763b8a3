import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { ManifestInput } from "../../src/manifest";
import { createProblem, type Problem } from "../../src/manifest/problem";
import { parseModule } from "../parse-javascript";
import { checkTextUses, compareTexts, findTextUses, readTexts, writeTexts, type TextFile } from ".";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function read(files: Readonly<Record<string, unknown>>, locales = Object.keys(files)) {
  const root = mkdtempSync(join(tmpdir(), "komponent-texts-"));
  folders.push(root);
  mkdirSync(join(root, "i18n"));
  for (const [locale, value] of Object.entries(files)) {
    const bytes = typeof value === "string" || value instanceof Uint8Array ? value : JSON.stringify(value);
    writeFileSync(join(root, "i18n", `${locale}.json`), bytes);
  }
  return readTexts(root, locales);
}

const shorten = ({ code, file, line, column, message }: Problem) => [
  code,
  `${file}:${line}:${column}`,
  message,
];

describe("reading texts", () => {
  it.each([
    ['{ "a": "x", }', "KB501", "The file is not valid JSON.", 1, 11],
    ['{\n  // why\n  "a": "x"\n}', "KB501", "The file is not valid JSON.", 2, 3],
    ['{\n "a": "x",\n "a": "y"\n}', "KB502", "A key stands twice; the CRM takes the last.", 3, 2],
    ["", "KB501", "The file is not valid JSON.", 1, 1],
    ["[]", "KB503", "The file holds no object.", 1, 1],
    ['{ "a": 1 }', "KB504", '"a" is not a text.', 1, 3],
    ['{ "a": ["x"] }', "KB504", '"a" is not a text.', 1, 3],
    ['{ "a": { "one": "x" } }', "KB506", 'The plural "a" has no form "other".', 1, 3],
    ['{ "a.b": "x" }', "KB507", 'The key "a.b" holds a dot.', 1, 3],
    ['{ "": "x" }', "KB507", "A key is empty.", 1, 3],
  ])("refuses %j", (text, code, message, line, column) => {
    expect(read({ en: text }).problems.map(shorten)).toEqual([
      [code, `i18n/en.json:${line}:${column}`, message],
    ]);
  });

  it("refuses what lies too deep", () => {
    const deep = Array.from({ length: 12 }).reduce<unknown>(
      (value, _, index) => ({ [`k${index}`]: value }),
      "x",
    );

    expect(read({ en: { deep } }).problems.map(({ code }) => code)).toEqual(["KB505"]);
  });

  it("tells what to do about a locale without a file", () => {
    const { problems } = read({ en: {} }, ["en", "es"]);

    expect(problems).toEqual([
      createProblem({
        code: "KB701",
        message: "There is no file i18n/es.json.",
        file: "i18n/es.json",
        fix: 'create it with the keys of the other locales, or take "es" out of the manifest\'s locales.',
      }),
    ]);
  });

  it("refuses another encoding", () => {
    expect(read({ en: Buffer.from("\uFEFF{}") }).problems.map(({ code }) => code)).toEqual(["KB702"]);
  });

  it("makes one text of a plural, which always takes a count", () => {
    const { files } = read({ en: { tasks: { one: "One task of {name}", other: "{count} tasks" } } });

    expect([...(files[0] as TextFile).texts.values()]).toEqual([
      {
        key: "tasks",
        forms: new Map([
          ["one", "One task of {name}"],
          ["other", "{count} tasks"],
        ]),
        isPlural: true,
        placeholders: ["count", "name"],
      },
    ]);
  });

  it("never throws, whatever the file holds", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(Array.isArray(read({ en: text }).problems)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe("comparing locales", () => {
  const compare = (en: unknown, es: unknown) => compareTexts(read({ en, es }).files).map(shorten);

  it.each([
    [
      { a: { b: "x", c: "y" } },
      { a: { c: "y" } },
      ["KB510", "i18n/es.json:1:2", 'The text "a.b" is missing.'],
    ],
    [{ a: "x" }, { a: "x", b: "y" }, ["KB510", "i18n/en.json:1:1", 'The text "b" is missing.']],
    [
      { a: "Hi {name}" },
      { a: "Hola {nombre}" },
      ["KB512", "i18n/es.json:1:2", 'The placeholders of "a" differ from those in i18n/en.json.'],
    ],
    [
      { a: "x" },
      { a: { one: "x", many: "y", other: "z" } },
      ["KB511", "i18n/es.json:1:2", '"a" is a plural here and a single text in i18n/en.json.'],
    ],
    [
      { a: { one: "x", other: "y" } },
      { a: { one: "x", other: "y" } },
      ["KB513", "i18n/es.json:1:2", 'The plural "a" lacks "many".'],
    ],
    [{ a: "x" }, { a: " " }, ["KB514", "i18n/es.json:1:2", 'The text "a" is empty.']],
  ])("finds what is wrong between %j and %j", (en, es, problem) => {
    expect(compare(en, es)).toEqual([problem]);
  });

  it("names the key that was probably meant", () => {
    const [problem] = compareTexts(read({ en: { title: "x" }, es: { titel: "x" } }).files);

    expect(problem?.fix).toBe('rename "titel", or add it.');
  });

  it("has nothing to say of equal ones", () => {
    expect(compare({ a: "{x}" }, { a: "y {x}" })).toEqual([]);
  });
});

describe("what needs texts", () => {
  const manifest: ManifestInput = {
    name: "w",
    version: "1.0.0",
    distribution: "personal",
    locales: ["en"],
    locations: { settings: true },
    settings: { token: { type: "text" } },
  };
  const complete = {
    widget: { name: "a", description: "b", short_description: "c" },
    settings: { token: "d" },
  };

  function check(texts: object, code = "") {
    const [file] = read({ en: texts }).files;
    const uses = findTextUses(parseModule(code));
    return checkTextUses(file as TextFile, manifest, "widget/manifest.ts", [
      { file: "widget/a.tsx", text: code, uses },
    ]);
  }

  it("finds the texts that the manifest names and the file lacks", () => {
    expect(
      check({ ...complete, settings: { tokn: "d" } }).map(({ code, message, fix }) => [code, message, fix]),
    ).toEqual([
      [
        "KB520",
        'The manifest has no text for the field "token" of the settings.',
        'write "settings.tokn", or add "settings.token" in every locale.',
      ],
      ["KB521", 'Nothing uses the text "settings.tokn".', "delete it in every locale."],
    ]);
  });

  it("finds the keys that the code uses and the file lacks, at their line", () => {
    const code = 'const say = useTranslate();\nsay("card.titel");';

    expect(check({ ...complete, card: { title: "x" } }, code).map(shorten)).toEqual([
      ["KB520", "widget/a.tsx:2:5", 'There is no text "card.titel".'],
      ["KB521", "i18n/en.json:1:99", 'Nothing uses the text "card.title".'],
    ]);
  });

  it.each([
    ["a key in quotes", 't("x.name")'],
    ["a key chosen before", 'const key = late ? "x.name" : "y"; t(key)'],
    ["a key put together", "t(`x.${name}`)"],
    ["a whole branch", 'widget.i18n("x")'],
  ])("counts %s as used", (_, code) => {
    expect(check({ ...complete, x: { name: "1" } }, code)).toEqual([]);
  });
});

describe("the text files of the archive", () => {
  it("have equal keys, whatever forms each language has", () => {
    const { files } = read({
      en: { n: { one: "{count} day", other: "{count} days" } },
      es: { n: { one: "{count} día", many: "{count} de días", other: "{count} días" } },
    });

    const written = [...writeTexts(files)].map(([path, bytes]) => [
      path,
      JSON.parse(new TextDecoder().decode(bytes)),
    ]);

    expect(written).toEqual([
      ["i18n/en.json", { n: { one: "{count} day", many: "{count} days", other: "{count} days" } }],
      ["i18n/es.json", { n: { one: "{count} día", many: "{count} de días", other: "{count} días" } }],
    ]);
  });
});
