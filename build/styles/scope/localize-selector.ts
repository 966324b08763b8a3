import { ident } from "../../../src/checker/engines/css";
import { CssStop } from "../syntax/css-fault";
import type { Compound, Selector, SelectorPart } from "../syntax/parse-selectors";
import { readAlternatives } from "../syntax/read-alternatives";
import { shorten, type CssValue } from "../syntax/read-values";
import { isPagePart } from "./page-compounds";
import type { TextEdit } from "./text-edit";

/**
 * Gives the classes and ids of a CSS module's selector the module's prefix. `:global(.x)` keeps a name; classes of
 * `html` and `body` keep theirs, because the page gave them. `:local(.x)` is the same as `.x`.
 *
 * @throws CssStop KB413
 */
export function localizeSelector(
  text: string,
  { start, end, compounds }: Selector,
  { prefix, names }: { prefix: string; names: Set<string> },
): { selector: Selector; edits: readonly TextEdit[] } {
  const edits: TextEdit[] = [];
  return { selector: { start, end, compounds: compounds.map(localizeCompound) }, edits };

  function localizeCompound(compound: Compound): Compound {
    const isPage = compound.parts.some(isPagePart);
    const parts = compound.parts.flatMap((part) => localizePart(part, isPage));
    return { ...compound, parts };
  }

  function localizePart(part: SelectorPart, isGlobal: boolean): SelectorPart[] {
    if (part.type === "class" || part.type === "id") {
      if (isGlobal) return [{ ...part, isGlobal }];
      rename(part.start + 1, part.name);
      return [part];
    }
    if (part.type !== "pseudo-class") return [part];
    if (part.name === "global") return unwrap(part).flatMap((inner) => localizePart(inner, true));
    if (part.name === "local") return unwrap(part).flatMap((inner) => localizePart(inner, isGlobal));
    localizeValues(part.args ?? []);
    return [part];
  }

  function unwrap(part: SelectorPart): readonly SelectorPart[] {
    const [selector, ...others] = readAlternatives(text, part);
    const [inner, ...further] = selector?.compounds ?? [];
    if (inner === undefined || others.length > 0 || further.length > 0) throw notOneElement(part);
    edits.push(
      { start: part.start, end: inner.start, text: "" },
      { start: inner.end, end: part.end, text: "" },
    );
    return inner.parts;
  }

  function notOneElement(part: SelectorPart): CssStop {
    return new CssStop({
      code: "KB413",
      offset: part.start,
      message: `:${part.name}() takes the selector of one element.`,
      found: shorten(text.slice(part.start, part.end)),
      expected: `:${part.name}(.name)`,
      fix: `write :${part.name}() around each class that it is for.`,
    });
  }

  // In the brackets of `:not()`, `:has()` and others.
  function localizeValues(values: readonly CssValue[]): void {
    for (const [index, value] of values.entries()) {
      const before = values[index - 1];
      if (value.type === "hash")
        rename(value.start + 1, ident.decode(text.slice(value.start + 1, value.end)));
      if (value.type === "ident" && before?.type === "delim" && text[before.start] === ".") {
        rename(value.start, ident.decode(text.slice(value.start, value.end)));
      }
      if (value.type !== "function") continue;
      const name = text.slice(value.start, text.indexOf("(", value.start)).toLowerCase();
      if (before?.type === "colon" && (name === "global" || name === "local")) {
        edits.push(
          { start: before.start, end: value.start + name.length + 1, text: "" },
          { start: value.end - 1, end: value.end, text: "" },
        );
      }
      if (name !== "global") localizeValues(value.values ?? []);
    }
  }

  function rename(offset: number, name: string): void {
    edits.push({ start: offset, end: offset, text: `${prefix}_` });
    names.add(name);
  }
}
