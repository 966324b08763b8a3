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
    ['{ "a": "Hi { name }" }', "KB508", '"a" has a placeholder that is not filled as it stands.', 1, 3],
  ])("refuses %j", (text, code, message, line, column) => {
    expect(read({ en: text }).problems.map(shorten)).toEqual([
      [code, `i18n/en.json:${line}:${column}`, message],
    ]);
  });

  it.each([
    ["Hi {{name}}", "{{name}}"],
    ["Hi ${name}", "${name}"],
    ["Hi %{name}", "%{name}"],
    ["Hi {name }", "{name }"],
  ])("says how a placeholder is written instead of %j", (text, found) => {
    expect(read({ en: { a: { other: text } } }).problems).toMatchObject([
      { code: "KB508", found, expected: "{name}", fix: "write {name}." },
    ]);
  });

  it.each(["{}", "{ }", "a { b, c }", "{a.b}", "100 %", "{count}", "{0}"])("takes %j as it is", (text) => {
    expect(read({ en: { a: text } }).problems).toEqual([]);
  });

  it("warns of a file that belongs to no locale", () => {
    expect(read({ en: {}, fr: {} }, ["en"]).problems).toEqual([
      createProblem({
        code: "KB516",
        severity: "warning",
        message: 'The manifest does not list the locale "fr"; its texts stay out of the archive.',
        file: "i18n/fr.json",
        expected: "a file of the listed locales: en",
        fix: "delete the file, or add its locale to the manifest.",
      }),
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

const many = (prefix: string) =>
  Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`${prefix}${index}`, "x"]));

const compare = (en: unknown, es: unknown) => compareTexts(read({ en, es }).files).map(shorten);

describe("comparing locales", () => {
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
    [
      { a: { zero: "x", one: "y", few: "z", other: "z" } },
      { a: { one: "x", many: "y", other: "z" } },
      ["KB515", "i18n/en.json:1:2", 'The plural "a" has "zero" and "few", which is never shown.'],
    ],
  ])("finds what is wrong between %j and %j", (en, es, problem) => {
    expect(compare(en, es)).toEqual([problem]);
  });

  it("names the key that was probably meant", () => {
    const [problem] = compareTexts(read({ en: { title: "x" }, es: { titel: "x" } }).files);

    expect(problem?.fix).toBe('rename "titel", or add it.');
  });

  it("says once that there are many", () => {
    const problems = compareTexts(read({ en: many("some_key_"), es: many("alguna_clave_") }).files);

    expect(problems).toHaveLength(42);
    expect(problems[20]).toEqual(
      createProblem({
        code: "KB510",
        message: "There are 29980 more problems of this kind.",
        file: "i18n/es.json",
      }),
    );
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
    const uses = findTextUses(
      parseModule(`import { createTranslate, useTranslate } from "komponent";${code}`),
    );
    return checkTextUses(
      file as TextFile,
      manifest,
      uses.map((use) => ({ ...use, file: "widget/a.tsx", column: use.column + 1 })),
    );
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
    expect(check({ ...complete, settings: {} }).map(shorten)).toEqual([
      ["KB520", "i18n/en.json:1:66", 'The manifest has no text for the field "token" of the settings.'],
    ]);
  });

  it("takes no plural where the host shows one text", () => {
    expect(check({ ...complete, settings: { token: { other: "{count}" } } })).toMatchObject([
      {
        code: "KB522",
        message:
          '"settings.token" is the text for the field "token" of the settings, where the CRM shows one text.',
        found: "a plural",
        expected: "a single text",
        fix: "write it without a number.",
      },
    ]);
  });

  it("finds the keys that the code uses and the file lacks, at their line", () => {
    const code = '\nconst say = useTranslate();\nsay("card.titel");';

    expect(check({ ...complete, card: { title: "x" } }, code).map(shorten)).toEqual([
      ["KB520", "widget/a.tsx:3:5", 'There is no text "card.titel".'],
      ["KB521", "i18n/en.json:1:99", 'Nothing uses the text "card.title".'],
    ]);
  });

  it.each([
    ["a choice", 'const t = useTranslate(); t(late ? "x.a" : "x.b")', 'There is no text "x.a".'],
    [
      "a field",
      'class A { say = createTranslate(this.widget); f() { this.say("x.a") } }',
      'There is no text "x.a".',
    ],
    ["a call at once", 'createTranslate(widget)("x.a")', 'There is no text "x.a".'],
    [
      "a template",
      "const t = useTranslate(); t(`x.${part}`)",
      'There is no text whose key begins with "x.".',
    ],
    [
      "a sum",
      'const t = useTranslate(); t("x." + part + "y")',
      'There is no text whose key begins with "x.".',
    ],
  ])("finds keys in %s", (_, code, message) => {
    expect(check(complete, code)[0]).toMatchObject({ code: "KB520", message });
  });

  it("leaves functions of the same name alone", () => {
    expect(check(complete, 'const t = setTimeout; t("nothing.here")')).toEqual([]);
  });

  it.each([
    ["a key in quotes", 't("x.name")'],
    ["a key chosen before", 'const key = late ? "x.name" : "y"; t(key)'],
    ["a key put together", "const text = `x.${name}`"],
    ["a whole branch", 'widget.i18n("x")'],
    ["any key", "widget.langs[key]"],
    ["a key of an attribute", 'jsx(Empty, { title: "x.name" })'],
  ])("counts %s as used", (_, code) => {
    expect(check({ ...complete, x: { name: "1" } }, code)).toEqual([]);
  });

  it.each(['const x = ""', 'const area = "x"', "const id = `x${name}`"])(
    "does not count %j as a use",
    (code) => {
      expect(check({ ...complete, x: { name: "1" } }, code)).toMatchObject([
        { code: "KB521", severity: "warning", message: 'Nothing uses the text "x.name".' },
      ]);
    },
  );
});

describe("the text files of the archive", () => {
  it("hold what the author wrote, in UTF-8 without BOM and with LF", () => {
    const { files } = read({ en: '\r\n{"b": {"2": "é \\ud83d\\ude00\\n", "a": "\\u0041"}, "a": "x"}' });

    expect([...writeTexts(files)].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])).toEqual([
      ["i18n/en.json", '{\n  "b": {\n    "2": "é 😀\\n",\n    "a": "A"\n  },\n  "a": "x"\n}\n'],
    ]);
  });

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
