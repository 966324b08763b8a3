import type { JsonDocument } from "../../src/checker/json/json-document";

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
}

/** The categories that an object of a plural may have. (Unicode CLDR: Language plural rules) */
export const pluralCategories: readonly string[] = ["zero", "one", "two", "few", "many", "other"];

/** The names of the placeholders in a text: `{name}`. */
export function findPlaceholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);
}
