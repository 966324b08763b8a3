import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { propertyRuns } from "../../test/property-runs";
import { compareTexts, readTexts, writeTexts, type ReadTexts } from ".";

const root = mkdtempSync(join(tmpdir(), "komponent-texts-"));
mkdirSync(join(root, "i18n"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const locales = ["en", "es", "ru"] as const;

type Tree = { readonly [name: string]: string | Tree };

const name = fc.constantFrom("title", "a", "b_c", "2", "constructor", "toString", "ключ", "one more");
const text = fc.string({ unit: "grapheme" }).map((words) => `${words.replaceAll(/[{}]/g, "")}.`);

/** The same tree in every locale; a plural has the forms of its language. */
const trees: fc.Arbitrary<Readonly<Record<string, Tree>>> = fc
  .letrec<{ node: unknown; group: unknown }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      fc.constant("text"),
      fc.constant("plural"),
      tie("group"),
    ),
    group: fc.dictionary(name, tie("node"), { maxKeys: 4 }),
  }))
  .group.chain((shape) =>
    fc
      .tuple(...locales.map(() => fc.infiniteStream(text)))
      .map((streams) =>
        Object.fromEntries(
          locales.map((locale, index) => [
            locale,
            fill(shape, locale, streams[index] as Iterator<string>) as Tree,
          ]),
        ),
      ),
  );

function fill(shape: unknown, locale: string, texts: Iterator<string>): unknown {
  const next = () => String(texts.next().value);
  if (shape === "text") return next();
  if (shape === "plural") {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    return Object.fromEntries(pluralCategories.map((category) => [category, `${next()} {count}`]));
  }
  return Object.fromEntries(
    Object.entries(shape as object).map(([key, inner]) => [key, fill(inner, locale, texts)]),
  );
}

function read(files: Readonly<Record<string, string>>): ReadTexts {
  for (const [locale, content] of Object.entries(files))
    writeFileSync(join(root, "i18n", `${locale}.json`), content);
  return readTexts(root, locales);
}

describe("any texts", () => {
  it("are written with equal keys, and nothing of them is lost", () => {
    fc.assert(
      fc.property(trees, (files) => {
        const { files: texts, problems } = read(stringifyAll(files));
        expect([...problems, ...compareTexts(texts)]).toEqual([]);

        const written = [...writeTexts(texts).values()].map(
          (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Tree,
        );

        for (const [index, locale] of locales.entries()) {
          expect(written[index]).toMatchObject(files[locale] as Tree);
          expect(listPaths(written[index] as Tree)).toEqual(listPaths(written[0] as Tree));
        }
      }),
      propertyRuns,
    );
  });

  it("give problems with a place when a file is broken anywhere", () => {
    fc.assert(
      fc.property(
        trees,
        fc.nat(),
        fc.string({ maxLength: 2 }),
        fc.nat({ max: 2 }),
        (files, at, inserted, removed) => {
          const texts = stringifyAll(files);
          const broken = texts["es"] as string;
          const place = at % broken.length;
          texts["es"] = broken.slice(0, place) + inserted + broken.slice(place + removed);

          const result = read(texts);

          for (const { code, file, line, column } of [...result.problems, ...compareTexts(result.files)]) {
            expect(code).toMatch(/^KB(?:5|70)\d/);
            expect(file).toMatch(/^i18n\//);
            expect(line ?? 1).toBeGreaterThan(0);
            expect(column ?? 1).toBeGreaterThan(0);
          }
        },
      ),
      propertyRuns,
    );
  });
});

function stringifyAll(files: Readonly<Record<string, Tree>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([locale, tree]) => [locale, JSON.stringify(tree, null, 2)]),
  );
}

function listPaths(tree: Tree, parent = ""): string[] {
  return Object.entries(tree)
    .flatMap(([key, value]) =>
      typeof value === "string" ? [`${parent}/${key}`] : listPaths(value, `${parent}/${key}`),
    )
    .sort();
}
