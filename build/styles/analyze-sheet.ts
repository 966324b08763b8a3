import { findUrls, type UrlUse } from "./assets/find-urls";
import { findNames } from "./names/find-names";
import type { SheetNames } from "./names/name-use";
import { localizeSelector } from "./scope/localize-selector";
import { scopeSheet } from "./scope/scope-sheet";
import type { TextEdit } from "./scope/text-edit";
import { findSourceMapComments } from "./syntax/find-source-map-comments";
import { CssStop, type CssFault } from "./syntax/css-fault";
import { parseItems } from "./syntax/parse-items";
import { readValues } from "./syntax/read-values";

/** What one reading of a sheet tells: all that its part of style.css is made of. */
export interface AnalyzedSheet {
  /** The ranges of its outermost rules. */
  readonly rules: readonly { readonly start: number; readonly end: number }[];
  /** What scopes it. */
  readonly edits: readonly TextEdit[];
  readonly names: SheetNames;
  readonly urls: readonly UrlUse[];
  /** Classes and ids of a CSS module, as the author wrote them. */
  readonly classes: ReadonlySet<string>;
  readonly faults: readonly CssFault[];
}

export interface AnalyzeOptions {
  readonly rootClass: string;
  /** The prefix of a CSS module's own names; null for any other sheet. */
  readonly modulePrefix: string | null;
}

/** Reads a sheet once: how it stays inside the widget, the names and files that it speaks of, and what is wrong. */
export function analyzeSheet(text: string, { rootClass, modulePrefix }: AnalyzeOptions): AnalyzedSheet {
  const classes = new Set<string>();
  const module = modulePrefix === null ? null : { prefix: modulePrefix, names: classes };
  try {
    const values = readValues(text);
    const items = parseItems(text, values);
    const { edits, faults } = scopeSheet(text, items, {
      rootClass,
      localize: module && ((selector) => localizeSelector(text, selector, module)),
    });
    return {
      rules: items.map(({ start, end }) => ({ start, end })),
      edits: [...edits, ...findSourceMapComments(text, values)],
      names: findNames(text, items),
      urls: findUrls(text, items),
      classes,
      faults,
    };
  } catch (error) {
    if (!(error instanceof CssStop)) throw error;
    return { rules: [], edits: [], names: { uses: [], flows: [] }, urls: [], classes, faults: [error.fault] };
  }
}
