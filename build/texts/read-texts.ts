import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createJsonDocument } from "../../src/checker/json/json-document";
import { createLocator } from "../../src/checker/widget/text-file";
import { createProblem, UserError, type Problem } from "../../src/manifest/problem";
import { readAuthorText } from "../project/read-author-file";
import { describeFirst } from "./describe-first";
import { flattenTexts } from "./flatten-texts";
import type { TextFile } from "./text-file";

export interface ReadTexts {
  /** In the order of the manifest's locales; those that could be read. */
  readonly files: readonly TextFile[];
  readonly problems: readonly Problem[];
}

/**
 * Reads `i18n/<locale>.json` of every locale. What is wrong with one does not hide what is wrong with the next; of a
 * file that belongs to no locale it warns.
 */
export function readTexts(root: string, locales: readonly string[]): ReadTexts {
  const read = locales.map((locale) => readFile(root, locale));
  return {
    files: read.flatMap(({ file }) => (file ? [file] : [])),
    problems: [...read.flatMap(({ problems }) => problems), ...findStrangers(root, locales)],
  };
}

function readFile(root: string, locale: string): { file?: TextFile; problems: readonly Problem[] } {
  const file = `i18n/${locale}.json`;
  const fix = `create it with the keys of the other locales, or take "${locale}" out of the manifest's locales.`;
  try {
    const document = createJsonDocument(file, readAuthorText(root, file, fix));
    const faults = describeFaults(file, document.text, document.faults);
    if (!document.root || faults.some(({ code }) => code === "KB501")) return { problems: faults };
    if (document.root.type !== "object") return { problems: [notAnObject(file)] };
    const { texts, problems } = flattenTexts(document);
    const locate = createLocator(document.text);
    const placeOf = (key: string) => ({ file, ...locate(document.nearestOffset(key.split("."))) });
    return {
      file: { locale, file, document, texts, placeOf },
      problems: [...faults, ...describeFirst(problems, (problem) => problem)],
    };
  } catch (error) {
    if (error instanceof UserError) return { problems: error.problems };
    throw error;
  }
}

type Faults = ReturnType<typeof createJsonDocument>["faults"];

function describeFaults(file: string, text: string, faults: Faults): Problem[] {
  const locate = createLocator(text);
  return faults.map(({ kind, message, start }) =>
    createProblem({
      code: kind === "duplicate key" ? "KB502" : "KB501",
      message:
        kind === "duplicate key"
          ? "A key stands twice; the CRM takes the last."
          : "The file is not valid JSON.",
      file,
      ...locate(start),
      found: message,
      expected:
        kind === "duplicate key"
          ? "each key once"
          : "strict JSON: no comments, no commas before a closing bracket",
      fix: kind === "duplicate key" ? "delete one of both." : "mend this place.",
    }),
  );
}

function notAnObject(file: string): Problem {
  return createProblem({
    code: "KB503",
    message: "The file holds no object.",
    file,
    line: 1,
    column: 1,
    expected: '{ "widget": { "name": "…" } }',
    fix: "put the texts into one object.",
  });
}

function findStrangers(root: string, locales: readonly string[]): Problem[] {
  if (!existsSync(join(root, "i18n"))) return [];
  const names = readdirSync(join(root, "i18n"), { encoding: "utf8" }).filter((name) =>
    name.endsWith(".json"),
  );
  return names
    .map((name) => name.slice(0, -".json".length))
    .filter((locale) => !locales.includes(locale))
    .sort()
    .map((locale) =>
      createProblem({
        code: "KB516",
        severity: "warning",
        message: `The manifest does not list the locale "${locale}"; its texts stay out of the archive.`,
        file: `i18n/${locale}.json`,
        expected: `a file of the listed locales: ${locales.join(", ")}`,
        fix: "delete the file, or add its locale to the manifest.",
      }),
    );
}
