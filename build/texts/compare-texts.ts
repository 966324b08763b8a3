import { createLocator } from "../../src/checker/widget/text-file";
import { createProblem, type Problem } from "../../src/manifest/problem";
import { suggestName } from "../../src/manifest/suggest-name";
import type { Text, TextFile } from "./text-file";

/**
 * Holds each locale against the first: the same keys, the same kinds, the same placeholders, no text empty, and every
 * plural with the forms that its own language has.
 */
export function compareTexts(files: readonly TextFile[]): Problem[] {
  const [first, ...others] = files;
  if (!first) return [];
  return [
    ...files.flatMap((file) => [...file.texts.values()].flatMap((text) => checkText(file, text))),
    ...others.flatMap((other) => [
      ...findMissing(first, other),
      ...findMissing(other, first),
      ...[...other.texts.values()].flatMap((text) => compareText(first, other, text)),
    ]),
  ];
}

function checkText(file: TextFile, text: Text): Problem[] {
  const empty = [...text.forms].find(([, form]) => form.trim() === "");
  if (empty) {
    return [
      at(file, text.key, {
        code: "KB514",
        severity: "warning",
        message: `The text "${text.key}" is empty.`,
        expected: "words that a person reads",
        fix: "write it, or delete the key in every locale.",
      }),
    ];
  }
  return text.isPlural ? checkForms(file, text) : [];
}

function checkForms(file: TextFile, text: Text): Problem[] {
  const wanted = new Intl.PluralRules(file.locale).resolvedOptions().pluralCategories;
  const missing = wanted.filter((category) => !text.forms.has(category));
  if (missing.length === 0) return [];
  return [
    at(file, text.key, {
      code: "KB513",
      message: `The plural "${text.key}" lacks ${missing.map((category) => `"${category}"`).join(" and ")}.`,
      found: [...text.forms.keys()].join(", "),
      expected: `the forms of "${file.locale}": ${wanted.join(", ")}`,
      fix: 'add what is missing; where it reads the same, repeat the text of "other".',
    }),
  ];
}

function findMissing(from: TextFile, to: TextFile): Problem[] {
  return [...from.texts.values()]
    .filter(({ key }) => !to.texts.has(key))
    .map(({ key }) => {
      const extras = [...to.texts.keys()].filter((other) => !from.texts.has(other));
      const similar = suggestName(key, extras);
      return at(to, key, {
        code: "KB510",
        message: `The text "${key}" is missing.`,
        found: similar === undefined ? null : `"${similar}", which ${from.file} lacks`,
        expected: `the same keys as in ${from.file}`,
        fix: similar === undefined ? "add it." : `rename "${similar}", or add it.`,
      });
    });
}

function compareText(first: TextFile, other: TextFile, text: Text): Problem[] {
  const original = first.texts.get(text.key);
  if (!original) return [];
  if (original.isPlural !== text.isPlural) {
    return [
      at(other, text.key, {
        code: "KB511",
        message: `"${text.key}" is ${text.isPlural ? "a plural" : "a single text"} here and ${original.isPlural ? "a plural" : "a single text"} in ${first.file}.`,
        expected: "the same in every locale",
        fix: 'make it a plural everywhere; a language without plurals has the form "other" only.',
      }),
    ];
  }
  if (original.placeholders.join() === text.placeholders.join()) return [];
  return [
    at(other, text.key, {
      code: "KB512",
      message: `The placeholders of "${text.key}" differ from those in ${first.file}.`,
      found: format(text.placeholders),
      expected: format(original.placeholders),
      fix: "use the same names in braces; they are not translated.",
    }),
  ];
}

function format(placeholders: readonly string[]): string {
  return placeholders.length === 0 ? "none" : placeholders.map((name) => `{${name}}`).join(" ");
}

function at(file: TextFile, key: string, problem: Parameters<typeof createProblem>[0]): Problem {
  const offset = file.document.nearestOffset(key.split("."));
  return createProblem({ file: file.file, ...createLocator(file.document.text)(offset), ...problem });
}
