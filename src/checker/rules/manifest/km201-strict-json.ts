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
      for (const { start, end, message } of faults)
        report({
          file,
          at: start,
          message: `${message}.`,
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
