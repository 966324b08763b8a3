import type { JsonDocument } from "../../src/checker/json/json-document";
import type { Problem } from "../../src/manifest/problem";

/** One text of a locale, by its dotted key. A plural is one text with a form a CLDR category. */
export interface Text {
  readonly key: string;
  /** The value, or for a plural each form by its category. */
  readonly forms: ReadonlyMap<string, string>;
  readonly isPlural: boolean;
  /** Names in braces, sorted, each once. */
  readonly placeholders: readonly string[];
}

/** One file of `i18n/`, read and flat. */
export interface TextFile {
  readonly locale: string;
  /** `i18n/en.json` */
  readonly file: string;
  readonly document: JsonDocument;
  readonly texts: ReadonlyMap<string, Text>;
  /** Where a text stands, or where its nearest parent does. */
  placeOf(key: string): Place;
}

/** As problems name it; line and column count from 1. */
export type Place = Required<Pick<Problem, "file" | "line" | "column">>;

/** The categories that an object of a plural may have. (Unicode CLDR: Language plural rules) */
export const pluralCategories: readonly string[] = ["zero", "one", "two", "few", "many", "other"];

/** The names of the placeholders in a text: `{name}`. */
export function findPlaceholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);
}

/**
 * Finds what looks like a placeholder and will not be filled: `{ name }`, `{{name}}`, `${name}`, `%{name}`. Gives it as
 * it stands in the text; null where there is none.
 */
export function findBrokenPlaceholder(text: string): string | null {
  const broken = /[$%]\{\s*\w+\s*\}|\{\{\s*\w+\s*\}\}|\{(?:\s+\w+\s*|\w+\s+)\}/.exec(text);
  return broken?.[0] ?? null;
}
