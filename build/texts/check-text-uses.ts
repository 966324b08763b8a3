import { createLocator } from "../../src/checker/widget/text-file";
import { listTextKeys, type ManifestInput } from "../../src/manifest";
import { createProblem, type Problem } from "../../src/manifest/problem";
import { suggestName } from "../../src/manifest/suggest-name";
import type { TextUses } from "./find-text-uses";
import type { TextFile } from "./text-file";

/** A source of the author's: its path in the project, its own text, and what it says about texts. */
export interface UsingSource {
  readonly file: string;
  readonly text: string;
  readonly uses: TextUses;
}

/**
 * Holds the first locale against what needs it: every key that the manifest or the code names is there; a text that
 * nobody names is told of, because the marketplace wants none.
 */
export function checkTextUses(
  texts: TextFile,
  manifest: ManifestInput,
  manifestFile: string,
  sources: readonly UsingSource[],
): Problem[] {
  const keys = [...texts.texts.keys()];
  const named = listTextKeys(manifest);
  const missing = named
    .filter(({ key }) => !texts.texts.has(key))
    .map(({ key, use }) => ({
      ...describeMissing(key, keys, `The manifest has no text for ${use}.`, texts.file),
      file: manifestFile,
    }));
  const unknown = sources.flatMap((source) =>
    source.uses.keys
      .filter((key) => !texts.texts.has(key))
      .map((key) => ({
        ...describeMissing(key, keys, `There is no text "${key}".`, texts.file),
        file: source.file,
        ...createLocator(source.text)(findKey(source.text, key)),
      })),
  );
  const used = collectUses(
    sources,
    named.map(({ key }) => key),
  );
  return [
    ...missing,
    ...unknown,
    ...keys.filter((key) => !used(key)).map((key) => describeUnused(texts, key)),
  ];
}

function describeMissing(key: string, keys: readonly string[], message: string, file: string): Problem {
  const similar = suggestName(key, keys);
  return createProblem({
    code: "KB520",
    message,
    found: similar === undefined ? null : `"${similar}" in ${file}`,
    expected: `the key "${key}" in ${file}`,
    fix:
      similar === undefined
        ? "add it in every locale."
        : `write "${similar}", or add "${key}" in every locale.`,
  });
}

function describeUnused(texts: TextFile, key: string): Problem {
  const offset = texts.document.nearestOffset(key.split("."));
  return createProblem({
    code: "KB521",
    severity: "warning",
    message: `Nothing uses the text "${key}".`,
    file: texts.file,
    ...createLocator(texts.document.text)(offset),
    fix: "delete it in every locale.",
  });
}

/** `widget.…` belongs to the host: it reads more of it than the manifest names, for example `widget.call_action`. */
function collectUses(sources: readonly UsingSource[], named: readonly string[]): (key: string) => boolean {
  const mentions = new Set([...named, ...sources.flatMap(({ uses }) => [...uses.keys, ...uses.mentions])]);
  const prefixes = ["widget.", ...sources.flatMap(({ uses }) => uses.prefixes)];
  return (key) =>
    listPaths(key).some((path) => mentions.has(path)) || prefixes.some((prefix) => key.startsWith(prefix));
}

/** The key and every object that holds it: the host's `i18n("settings")` gives a whole branch. */
function listPaths(key: string): string[] {
  const parts = key.split(".");
  return parts.map((_, index) => parts.slice(0, index + 1).join("."));
}

function findKey(text: string, key: string): number {
  const quoted = ['"', "'", "`"]
    .map((quote) => text.indexOf(`${quote}${key}${quote}`))
    .filter((at) => at >= 0);
  return quoted.length === 0 ? 0 : Math.min(...quoted);
}
