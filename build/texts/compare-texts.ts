import { createProblem, type Problem } from "../../src/manifest/problem";
import { suggestName } from "../../src/manifest/suggest-name";
import { describeFirst } from "./describe-first";
import { pluralCategories, type Text, type TextFile } from "./text-file";

/**
 * Holds each locale against the first: the same keys, the same kinds, the same placeholders, no text empty, and every
 * plural with the forms that its own language has.
 */
export function compareTexts(files: readonly TextFile[]): Problem[] {
  const [first, ...others] = files;
  if (!first) return [];
  return [
    ...files.flatMap(checkFile),
    ...others.flatMap((other) => [
      ...describeMissing(first, other),
      ...describeMissing(other, first),
      ...compareFile(first, other),
    ]),
  ];
}

function checkFile(file: TextFile): Problem[] {
  const texts = [...file.texts.values()];
  const wanted: readonly string[] = new Intl.PluralRules(file.locale).resolvedOptions().pluralCategories;
  const plurals = texts.filter(({ isPlural }) => isPlural);
  return [
    ...describeFirst(texts.filter(isEmpty), (text) => describeEmpty(file, text)),
    ...describeFirst(
      plurals.filter(({ forms }) => wanted.some((category) => !forms.has(category))),
      (text) => describeLacking(file, text, wanted),
    ),
    ...describeFirst(
      plurals.filter(({ forms }) => [...forms.keys()].some((category) => !wanted.includes(category))),
      (text) => describeNeedless(file, text, wanted),
    ),
  ];
}

function isEmpty({ forms }: Text): boolean {
  return [...forms.values()].some((form) => form.trim() === "");
}

function describeEmpty(file: TextFile, { key }: Text): Problem {
  return createProblem({
    code: "KB514",
    severity: "warning",
    message: `The text "${key}" is empty.`,
    ...file.placeOf(key),
    expected: "words that a person reads",
    fix: "write it, or delete the key in every locale.",
  });
}

function describeLacking(file: TextFile, { key, forms }: Text, wanted: readonly string[]): Problem {
  const missing = inOrder(wanted).filter((category) => !forms.has(category));
  return createProblem({
    code: "KB513",
    message: `The plural "${key}" lacks ${missing.map((category) => `"${category}"`).join(" and ")}.`,
    ...file.placeOf(key),
    found: [...forms.keys()].join(", "),
    expected: `the forms of "${file.locale}": ${inOrder(wanted).join(", ")}`,
    fix: 'add what is missing; where it reads the same, repeat the text of "other".',
  });
}

function describeNeedless(file: TextFile, { key, forms }: Text, wanted: readonly string[]): Problem {
  const needless = [...forms.keys()].filter((category) => !wanted.includes(category));
  return createProblem({
    code: "KB515",
    severity: "warning",
    message: `The plural "${key}" has ${needless.map((category) => `"${category}"`).join(" and ")}, which is never shown.`,
    ...file.placeOf(key),
    found: [...forms.keys()].join(", "),
    expected: `the forms of "${file.locale}": ${inOrder(wanted).join(", ")}`,
    fix: "delete it: no number takes that form in this language.",
  });
}

// Node versions list the categories in different orders.
function inOrder(categories: readonly string[]): string[] {
  return pluralCategories.filter((category) => categories.includes(category));
}

function describeMissing(from: TextFile, to: TextFile): Problem[] {
  const missing = [...from.texts.keys()].filter((key) => !to.texts.has(key));
  const extras = [...to.texts.keys()].filter((key) => !from.texts.has(key));
  return describeFirst(missing, (key) => {
    const similar = suggestName(key, extras.slice(0, mostCompared));
    return createProblem({
      code: "KB510",
      message: `The text "${key}" is missing.`,
      ...to.placeOf(key),
      found: similar === undefined ? null : `"${similar}", which ${from.file} lacks`,
      expected: `the same keys as in ${from.file}`,
      fix: similar === undefined ? "add it." : `rename "${similar}", or add it.`,
    });
  });
}

/** Finding the key that was meant takes long among many; who lacks hundreds has not mistyped them. */
const mostCompared = 200;

function compareFile(first: TextFile, other: TextFile): Problem[] {
  const pairs = [...other.texts.values()].flatMap((text) => {
    const original = first.texts.get(text.key);
    return original === undefined ? [] : [{ original, text }];
  });
  const differing = pairs.filter(
    ({ original, text }) =>
      original.isPlural === text.isPlural && original.placeholders.join() !== text.placeholders.join(),
  );
  return [
    ...describeFirst(
      pairs.filter(({ original, text }) => original.isPlural !== text.isPlural),
      ({ original, text }) =>
        createProblem({
          code: "KB511",
          message: `"${text.key}" is ${nameKind(text)} here and ${nameKind(original)} in ${first.file}.`,
          ...other.placeOf(text.key),
          expected: "the same in every locale",
          fix: 'make it a plural everywhere; a language without plurals has the form "other" only.',
        }),
    ),
    ...describeFirst(differing, ({ original, text }) =>
      createProblem({
        code: "KB512",
        message: `The placeholders of "${text.key}" differ from those in ${first.file}.`,
        ...other.placeOf(text.key),
        found: format(text.placeholders),
        expected: format(original.placeholders),
        fix: "use the same names in braces; they are not translated.",
      }),
    ),
  ];
}

function nameKind({ isPlural }: Text): string {
  return isPlural ? "a plural" : "a single text";
}

function format(placeholders: readonly string[]): string {
  return placeholders.length === 0 ? "none" : placeholders.map((name) => `{${name}}`).join(" ");
}
