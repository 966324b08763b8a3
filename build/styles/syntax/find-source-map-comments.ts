import type { TextEdit } from "../scope/text-edit";
import type { CssValue } from "./read-values";

/** Removes what tells where the source map of a library's sheet lies: the archive has no such file. */
export function findSourceMapComments(text: string, values: readonly CssValue[]): TextEdit[] {
  return values
    .filter(
      ({ type, start }) =>
        type === "comment" && /^\/\*\s*[#@]\s*sourceMappingURL=/.test(text.slice(start, start + 40)),
    )
    .map(({ start, end }) => ({ start, end, text: "" }));
}
