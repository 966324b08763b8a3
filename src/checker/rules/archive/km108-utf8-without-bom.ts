import { defineRule, everyBrand, everyProfile } from "../../rule";
import type { Widget } from "../../widget/create-widget";

export const km108 = defineRule({
  id: "KM108",
  clause: "Kommo: Structure of a widget, Public integration checklist; amoCRM: Requirements",
  title: "All text files are UTF-8 without a byte-order mark.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  mends: true,
  holdsInLibraries: true,
  why: "The CRM reads every file as UTF-8. A mark at the front breaks JSON, another encoding turns letters into boxes.",
  good: '{"widget": …   // the first byte is the brace',
  bad: "EF BB BF at the beginning; en.json saved as Windows-1251",
  check({ widget, report }) {
    for (const { file, text, isUtf8 } of widget.texts) {
      const wide = findWideMark(widget, file);
      if (wide !== null) {
        report({
          file,
          message: `The file is in ${wide}.`,
          found: wide,
          expected: "UTF-8",
          fix: "save it as UTF-8.",
        });
      } else if (!isUtf8) {
        const at = text.indexOf("\ufffd");
        report({
          file,
          at: at < 0 ? 0 : at,
          message: "The file is not in UTF-8.",
          found: "bytes that mean nothing in UTF-8",
          expected: "UTF-8",
          fix: "open it in its old encoding and save it as UTF-8.",
        });
      } else if (text.startsWith("\ufeff")) {
        report({
          file,
          at: 0,
          message: "The file begins with a byte-order mark.",
          found: "EF BB BF",
          expected: "UTF-8 without it",
          fix: "save it as UTF-8 without BOM.",
          edits: [{ start: 0, end: 1, text: "" }],
        });
      }
    }
  },
});

function findWideMark(widget: Widget, file: string): string | null {
  const [first, second] = widget.files.get(file) ?? [];
  if (first === 0xfe && second === 0xff) return "UTF-16 (big-endian)";
  return first === 0xff && second === 0xfe ? "UTF-16 (little-endian)" : null;
}
