import type { TextEdit } from "../../fix/text-edit";
import { defineRule, everyBrand, everyProfile } from "../../rule";

export const km109 = defineRule({
  id: "KM109",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: "All text files have Unix line ends.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  mends: true,
  holdsInLibraries: true,
  why: "The checklist asks for \\n. A version control that changes line ends hides the others in the working tree: the archive is what counts.",
  good: "\\n",
  bad: "\\r\\n",
  check({ widget, report }) {
    for (const { file, text } of widget.texts) {
      const first = text.indexOf("\r");
      // A picture under the name of a text has no lines.
      if (first < 0 || text.includes("\0")) continue;
      const count = countLineEnds(text);
      report({
        file,
        at: first,
        message: `${count} ${count === 1 ? "line ends" : "lines end"} with a carriage return.`,
        found: text[first + 1] === "\n" ? "\\r\\n" : "\\r",
        expected: "\\n",
        fix: "set the editor and .gitattributes to LF.",
        edits: count > mostEdits ? [] : listEdits(text),
      });
    }
  },
});

/** A file of more line ends is not written by hand, and is not for a fix to write anew. */
const mostEdits = 100_000;

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\r"); at >= 0; at = text.indexOf("\r", at + 1)) count++;
  return count;
}

function listEdits(text: string): TextEdit[] {
  return [...text.matchAll(/\r\n?/g)].map(({ index, 0: end }) => ({
    start: index,
    end: index + end.length,
    text: "\n",
  }));
}
