import { createFieldReader, type FieldReader } from "../config/field-reader";
import type { Rule } from "../rule";

/** What people have signed, in `attest.json` beside the project's package.json; it never goes into the archive. */
export interface Attestations {
  /** Brand and profile that the statements were made for: "kommo-marketplace". */
  readonly profile: string;
  /** The `widget.version` that they were made for. */
  readonly version: string;
  readonly statements: ReadonlyMap<string, Statement>;
}

export interface Statement {
  readonly by: string;
  readonly date: string;
  readonly note: string;
  readonly result: "ok" | "n/a";
  /** Of the files that it vouches for; null where the statement is about none. */
  readonly hash: string | null;
}

/**
 * Reads `attest.json`.
 *
 * @throws UserError KB751 with every fault and its place: an unknown rule, a statement without name, date or note
 */
export function readAttestations(
  text: string,
  rules: readonly Rule[],
  today: string,
  file = "attest.json",
): Attestations {
  const reader = createFieldReader(file, text, "KB751");
  reader.only([], ["profile", "version", "statements"]);
  const statements = new Map<string, Statement>();
  for (const id of reader.keys(["statements"])) {
    const rule = rules.find((candidate) => candidate.id === id);
    if (rule?.statement === undefined)
      reader.fail(
        ["statements", id],
        `${id} is no rule that a person signs.`,
        "the id of a finding marked manual",
      );
    statements.set(String(id), readStatement(reader, id, today));
  }
  const attestations = {
    profile: need(
      reader,
      ["profile"],
      /^(?:kommo|amocrm)-(?:marketplace|private)$/,
      'like "kommo-marketplace"',
    ),
    version: need(reader, ["version"], /\S/, "the widget's version"),
    statements,
  };
  reader.finish();
  return attestations;
}

function readStatement(reader: FieldReader, id: string | number, today: string): Statement {
  const path = ["statements", id];
  reader.only(path, ["by", "date", "note", "result", "hash"]);
  const date = need(reader, [...path, "date"], /^\d{4}-\d\d-\d\d$/, "a date: 2026-11-20");
  if (date > today) reader.fail([...path, "date"], `The date ${date} lies in the future.`);
  const result = reader.choice([...path, "result"], ["ok", "n/a"] as const);
  if (reader.document.nodeAt([...path, "result"]) === null)
    reader.fail(path, 'The "result" is missing.', '"ok" or "n/a"');
  return {
    by: need(reader, [...path, "by"], /\S/, "a name"),
    date,
    note: need(reader, [...path, "note"], /\S.{8,}\S/s, "a note of at least 10 characters"),
    result: result ?? "ok",
    hash: reader.text([...path, "hash"], /^[0-9a-f]{16}$/, "the hash that the check prints"),
  };
}

function need(
  reader: FieldReader,
  path: readonly (string | number)[],
  pattern: RegExp,
  expected: string,
): string {
  if (reader.document.nodeAt(path) === null) reader.fail(path, `"${path.at(-1)}" is missing.`, expected);
  return reader.text(path, pattern, expected) ?? "";
}
