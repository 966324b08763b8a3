import type { JsonDocument } from "../json/json-document";
import type { LocaleString } from "../texts/list-strings";
import type { TextEdit } from "./text-edit";

/** Stands before a text that a fix copied from another language; a rule reports it until it is translated. */
export const untranslatedMark = "[untranslated] ";

/**
 * The edit that adds a missing key of an i18n file, with the texts of another language, marked. The file keeps its
 * indentation; none where the place for the key is not there or the file is no valid JSON.
 */
export function describeInsertion(
  document: JsonDocument,
  key: string,
  model: readonly LocaleString[],
): readonly TextEdit[] {
  const path = key.split(".");
  const parent = document.nodeAt(path.slice(0, -1));
  if (
    parent?.type !== "object" ||
    document.faults.length > 0 ||
    model.some((item) => /\.\d+(?:\.|$)/.test(item.key))
  )
    return [];
  const unit = /^([ \t]+)\S/m.exec(document.text)?.[1] ?? "  ";
  const depth = path.length;
  const value = JSON.stringify(buildValue(key, model), null, unit).replaceAll(
    "\n",
    `\n${unit.repeat(depth)}`,
  );
  const member = `\n${unit.repeat(depth)}${JSON.stringify(path.at(-1))}: ${value}`;
  const last = parent.members.at(-1);
  if (last === undefined) {
    const text = `{${member}\n${unit.repeat(depth - 1)}}`;
    return [{ start: parent.start, end: parent.end, text }];
  }
  return [{ start: last.value.end, end: last.value.end, text: `,${member}` }];
}

function buildValue(key: string, model: readonly LocaleString[]): unknown {
  const own = model.find((item) => item.key === key);
  if (own !== undefined) return untranslatedMark + own.text;
  const root: Record<string, unknown> = {};
  for (const item of model) {
    const path = item.key.slice(key.length + 1).split(".");
    let at = root;
    for (const step of path.slice(0, -1)) at = (at[step] ??= {}) as Record<string, unknown>;
    at[path.at(-1) as string] = untranslatedMark + item.text;
  }
  return root;
}
