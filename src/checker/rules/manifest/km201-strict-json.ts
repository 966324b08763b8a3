import type { JsonFault } from "../../json/parse-json";
import { defineRule, everyBrand, everyProfile } from "../../rule";

export const km201 = defineRule({
  id: "KM201",
  clause: "Kommo: manifest.json, i18n",
  title: "manifest.json and the i18n files are strict JSON with an object at the top.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  firm: true,
  unsuppressable: true,
  why: "Broken JSON is the most frequent reason why an upload fails. Examples of the documentation hold comments and trailing commas; the upload takes neither.",
  good: '{ "widget": { "version": "1.0.0" } }',
  bad: '{ "widget": { "version": "1.0.0", } } // note',
  check({ widget, report }) {
    const documents = [widget.json("manifest.json"), ...widget.locales.values()];
    for (const document of documents) {
      if (document === null) continue;
      const { file, faults, root, text } = document;
      for (const { start, end, message, count } of mergeRepeated(faults))
        report({
          file,
          at: start,
          message: count > 1 ? `${message}, and ${count - 1} times more.` : `${message}.`,
          found: text.slice(start, Math.min(end, start + 60)),
          expected: "strict JSON",
        });
      if (root !== null && root.type !== "object")
        report({
          file,
          at: root.start,
          message: "The file holds no object at the top.",
          found: root.type,
          expected: "{ … }",
        });
    }
  },
});

/** A key that holds notes stands in many places, all of one cause; every other fault is one of its own. */
function mergeRepeated(faults: readonly JsonFault[]): readonly (JsonFault & { readonly count: number })[] {
  const counts = new Map<string, number>();
  for (const { kind, message } of faults)
    if (kind === "duplicate key") counts.set(message, (counts.get(message) ?? 0) + 1);
  return faults.flatMap((fault) => {
    if (fault.kind !== "duplicate key") return [{ ...fault, count: 1 }];
    const count = counts.get(fault.message);
    counts.delete(fault.message);
    return count === undefined ? [] : [{ ...fault, count }];
  });
}
