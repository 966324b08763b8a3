import type { JsonDocument, JsonPath } from "../../src/checker/json/json-document";
import { createLocator } from "../../src/checker/widget/text-file";
import { createProblem, type Problem } from "../../src/manifest/problem";
import { findBrokenPlaceholder, findPlaceholders, pluralCategories, type Text } from "./text-file";

/** Deeper nesting is a mistake; nobody finds such a text again. */
const deepest = 10;

export interface FlatTexts {
  readonly texts: ReadonlyMap<string, Text>;
  readonly problems: readonly Problem[];
}

/**
 * The texts of a file by dotted key. An object whose keys are all CLDR categories is one text, a plural.
 *
 * @example
 * { "card": { "tasks": { "one": "{count} task", "other": "{count} tasks" } } } // one text: "card.tasks"
 */
export function flattenTexts(document: JsonDocument): FlatTexts {
  const texts = new Map<string, Text>();
  const problems: Problem[] = [];
  const locate = createLocator(document.text);

  const report = (
    path: JsonPath,
    code: string,
    details: Pick<Problem, "message" | "fix"> & Partial<Problem>,
  ) =>
    problems.push(
      createProblem({ code, file: document.file, ...locate(document.nearestOffset(path)), ...details }),
    );

  const visit = (value: unknown, path: readonly string[]): void => {
    const key = path.join(".");
    if (typeof value === "string") {
      addText(path, new Map([["other", value]]), { isPlural: false });
    } else if (!isRecord(value)) {
      report(path, "KB504", {
        message: `"${key}" is not a text.`,
        found: Array.isArray(value) ? "a list" : String(value),
        expected: "a text in quotes, or an object of texts",
        fix: "put it in quotes, or give each part a key of its own.",
      });
    } else if (path.length >= deepest) {
      report(path, "KB505", {
        message: `"${key}" lies too deep.`,
        expected: `at most ${deepest} levels`,
        fix: "move it up.",
      });
    } else if (isPluralShape(value)) {
      visitPlural(value, path);
    } else {
      for (const [name, child] of Object.entries(value)) visitMember(name, child, path);
    }
  };

  const visitMember = (name: string, child: unknown, path: readonly string[]): void => {
    if (name !== "" && !name.includes(".")) return visit(child, [...path, name]);
    report([...path, name], "KB507", {
      message: name === "" ? "A key is empty." : `The key "${name}" holds a dot.`,
      expected: "a name without dots: a dot separates levels where a text is used",
      fix: name === "" ? "name the text." : "nest it, one level for each part.",
    });
  };

  const visitPlural = (value: Readonly<Record<string, string>>, path: readonly string[]): void => {
    const key = path.join(".");
    if (value["other"] === undefined) {
      report(path, "KB506", {
        message: `The plural "${key}" has no form "other".`,
        found: Object.keys(value).join(", "),
        expected: 'the form "other", which every language has',
        fix: 'add "other"; or, if this is no plural, name the keys otherwise.',
      });
      return;
    }
    addText(path, new Map(Object.entries(value)), { isPlural: true });
  };

  const addText = (
    path: readonly string[],
    forms: ReadonlyMap<string, string>,
    { isPlural }: { isPlural: boolean },
  ): void => {
    const key = path.join(".");
    texts.set(key, createText(key, forms, { isPlural }));
    const broken = [...forms.values()].map(findBrokenPlaceholder).find((found) => found !== null);
    if (broken === undefined) return;
    const name = `{${/\w+/.exec(broken)?.[0]}}`;
    report(path, "KB508", {
      message: `"${key}" has a placeholder that is not filled as it stands.`,
      found: broken,
      expected: name,
      fix: `write ${name}.`,
    });
  };

  visit(isRecord(document.value) && isPluralShape(document.value) ? {} : document.value, []);
  texts.delete("");
  return { texts, problems };
}

function createText(
  key: string,
  forms: ReadonlyMap<string, string>,
  { isPlural }: { isPlural: boolean },
): Text {
  const names = [...forms.values()].flatMap(findPlaceholders);
  return { key, forms, isPlural, placeholders: [...new Set(isPlural ? ["count", ...names] : names)].sort() };
}

function isPluralShape(value: Readonly<Record<string, unknown>>): value is Record<string, string> {
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.every(([name, form]) => pluralCategories.includes(name) && typeof form === "string")
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
