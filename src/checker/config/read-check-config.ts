import { createFieldReader, type FieldReader } from "./field-reader";
import type { CheckConfig, Suppression } from "./check-config";
import type { Rule } from "../rule";

const isoDate = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/**
 * Reads `check.json`. What it says adds to what is built in; it can take nothing away but single findings, and those
 * only with a reason.
 *
 * @throws UserError KB750 with every fault and its place
 */
export function readCheckConfig(text: string, rules: readonly Rule[], file = "check.json"): CheckConfig {
  const reader = createFieldReader(file, text, "KB750");
  reader.only(
    [],
    [
      "profile",
      "brand",
      "code",
      "prefixes",
      "root",
      "libraryHosts",
      "allowedWords",
      "isVendor",
      "redirectUrl",
      "published",
      "released",
      "suppress",
    ],
  );
  const config: CheckConfig = {
    profile: reader.choice(["profile"], ["marketplace", "private"] as const),
    brand: reader.choice(["brand"], ["kommo", "amocrm"] as const),
    code: reader.text(["code"], /^\w{1,100}$/, "letters, digits and _"),
    prefixes: readTexts(reader, "prefixes", /^[\w-]{2,100}$/, "the beginning of a class name"),
    root: reader.text(["root"], /^[\w-]{1,100}$/, "a class name without the dot"),
    libraryHosts: readTexts(reader, "libraryHosts", /^[a-z0-9.-]+\.[a-z]+$/, "a host: cdn.example.net"),
    allowedWords: readAllowedWords(reader),
    isVendor: reader.flag(["isVendor"]),
    redirectUrl: reader.text(["redirectUrl"]),
    published: readTexts(reader, "published", /^[0-9a-f]{64}$/, "the content hash that the check prints"),
    released: readReleased(reader),
    suppress: reader.keys(["suppress"]).map((key) => readSuppression(reader, key, rules)),
  };
  reader.finish();
  return config;
}

function readTexts(reader: FieldReader, key: string, pattern: RegExp, expected: string): readonly string[] {
  return reader.keys([key]).flatMap((index) => reader.text([key, index], pattern, expected) ?? []);
}

function readAllowedWords(reader: FieldReader): CheckConfig["allowedWords"] {
  return reader.keys(["allowedWords"]).flatMap((index) => {
    const path = ["allowedWords", index];
    reader.only(path, ["word", "reason"]);
    const word = reader.text([...path, "word"], /\S/, "a word");
    const reason = readReason(reader, path);
    return word === null || reason === null ? [] : [{ word, reason }];
  });
}

function readReleased(reader: FieldReader): CheckConfig["released"] {
  reader.only(["released"], ["version", "hash"]);
  const version = reader.text(["released", "version"]);
  const hash = reader.text(["released", "hash"], /^[0-9a-f]{64}$/, "the content hash that the check prints");
  return version === null || hash === null ? null : { version, hash };
}

function readSuppression(reader: FieldReader, key: string | number, rules: readonly Rule[]): Suppression {
  const path = ["suppress", key];
  reader.only(path, ["rule", "file", "line", "reason", "until"]);
  const id = reader.text([...path, "rule"]);
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined)
    reader.fail([...path, "rule"], `There is no rule ${id ?? "here"}.`, "the id of a rule: KM605");
  if (rule?.unsuppressable) reader.fail([...path, "rule"], `${rule.id} cannot be suppressed.`);
  return {
    rule: id ?? "",
    file: reader.text([...path, "file"]),
    line: reader.whole([...path, "line"]),
    reason: readReason(reader, path) ?? "",
    until: reader.text([...path, "until"], isoDate, "a date: 2027-01-31"),
  };
}

function readReason(reader: FieldReader, path: readonly (string | number)[]): string | null {
  const expected = "a reason of at least 10 characters";
  const reason = reader.text([...path, "reason"], /\S.{8,}\S/s, expected);
  if (reader.document.nodeAt([...path, "reason"]) === null)
    reader.fail(path, "The reason is missing.", expected);
  return reason;
}
