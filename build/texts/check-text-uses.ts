import { listTextKeys, type ManifestInput, type ManifestText } from "../../src/manifest";
import { createProblem, type Problem } from "../../src/manifest/problem";
import { suggestName } from "../../src/manifest/suggest-name";
import { describeFirst } from "./describe-first";
import type { TextUse } from "./find-text-uses";
import type { Place, TextFile } from "./text-file";

/** What a source of the author's says about texts, at its place there. */
export type PlacedTextUse = Pick<TextUse, "kind" | "text"> & Place;

/**
 * Holds the first locale against what needs it: every key that the manifest or the code names is there; a text that
 * nobody names is told of, because the marketplace wants none.
 */
export function checkTextUses(
  texts: TextFile,
  manifest: ManifestInput,
  uses: readonly PlacedTextUse[],
): Problem[] {
  const named = listTextKeys(manifest);
  const isUsed = collectUses(uses, named);
  return [
    ...describeFirst(
      named.filter(({ key }) => texts.texts.get(key)?.isPlural !== false),
      (text) => describeNeeded(text, texts),
    ),
    ...describeFirst(
      uses.filter((use) => isUnknown(use, texts)),
      (use) => describeUnknown(use, texts),
    ),
    ...describeFirst(
      [...texts.texts.keys()].filter((key) => !isUsed(key)),
      (key) => describeUnused(key, texts),
    ),
  ];
}

function describeNeeded({ key, use }: ManifestText, { texts, file, placeOf }: TextFile): Problem {
  if (texts.has(key)) {
    return createProblem({
      code: "KB522",
      message: `"${key}" is the text for ${use}, where the CRM shows one text.`,
      ...placeOf(key),
      found: "a plural",
      expected: "a single text",
      fix: "write it without a number.",
    });
  }
  const similar = suggestName(key, [...texts.keys()].slice(0, mostCompared));
  return createProblem({
    code: "KB520",
    message: `The manifest has no text for ${use}.`,
    ...placeOf(key),
    found: similar === undefined ? null : `"${similar}" in ${file}`,
    expected: `the key "${key}" in ${file}`,
    fix: adviseOn(key, similar),
  });
}

/** Whether a key, or the beginning of one, is of no text. A text in quotes that may be anything else is not judged. */
function isUnknown({ kind, text }: PlacedTextUse, { texts }: TextFile): boolean {
  if (kind === "key") return !texts.has(text);
  return kind === "prefix" && ![...texts.keys()].some((key) => key.startsWith(text));
}

function describeUnknown({ kind, text, ...place }: PlacedTextUse, { texts, file }: TextFile): Problem {
  if (kind === "prefix") {
    return createProblem({
      code: "KB520",
      message: `There is no text whose key begins with "${text}".`,
      ...place,
      expected: `keys in ${file} that begin so`,
      fix: "correct it, or add the texts in every locale.",
    });
  }
  const similar = suggestName(text, [...texts.keys()].slice(0, mostCompared));
  return createProblem({
    code: "KB520",
    message: `There is no text "${text}".`,
    ...place,
    found: similar === undefined ? null : `"${similar}" in ${file}`,
    expected: `the key "${text}" in ${file}`,
    fix: adviseOn(text, similar),
  });
}

/** Finding the key that was meant takes long among many. */
const mostCompared = 500;

function adviseOn(key: string, similar: string | undefined): string {
  return similar === undefined
    ? "add it in every locale."
    : `write "${similar}", or add "${key}" in every locale.`;
}

function describeUnused(key: string, { placeOf }: TextFile): Problem {
  return createProblem({
    code: "KB521",
    severity: "warning",
    message: `Nothing uses the text "${key}".`,
    ...placeOf(key),
    fix: "delete it in every locale.",
  });
}

function collectUses(
  uses: readonly PlacedTextUse[],
  named: readonly ManifestText[],
): (key: string) => boolean {
  const keys = new Set([...named.map(({ key }) => key), ...uses.map(({ text }) => text), ...hostKeys]);
  // The beginning of a key ends at a dot; only what is handed to a translator may end anywhere.
  const prefixes = new Set(
    uses
      .filter(({ kind, text }) => kind === "prefix" || (kind === "mention" && /(?:^|\.)$/.test(text)))
      .map(({ text }) => text),
  );
  return (key) => keys.has(key) || [...prefixes].some((prefix) => key.startsWith(prefix));
}

/** What the CRM reads by itself where it is there, whatever the manifest says. Kommo: Localization files. */
const hostKeys: readonly string[] = [
  "widget.name",
  "widget.short_description",
  "widget.description",
  "widget.tour_description",
  "widget.call_action",
  // What the runtime shows in the block of an area that failed.
  "widget.error",
  "widget.ai_agent_description",
];
