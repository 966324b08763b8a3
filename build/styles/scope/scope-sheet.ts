import { CssStop, type CssFault } from "../syntax/css-fault";
import type { AtRule, CssItem, StyleRule } from "../syntax/parse-items";
import { parseSelectors, type Selector } from "../syntax/parse-selectors";
import type { CssValue } from "../syntax/read-values";
import { kindOfAtRule } from "./at-rules";
import { describeAtRule, describeComposes, describeJunk, describeLostDeclaration } from "./describe-faults";
import { scopeSelector, type SelectorContext } from "./scope-selector";
import type { TextEdit } from "./text-edit";

export interface ScopedSheet {
  readonly edits: readonly TextEdit[];
  readonly faults: readonly CssFault[];
}

export interface ScopeOptions {
  readonly rootClass: string;
  /** Gives the classes of a CSS module their own names; null for any other sheet. */
  readonly localize: ((selector: Selector) => { selector: Selector; edits: readonly TextEdit[] }) | null;
}

interface Place extends Pick<SelectorContext, "place" | "parentMayBeRoot"> {
  /** The outermost style rule around; rules that may not be nested move before it. Null outside of all. */
  readonly outermost: StyleRule | null;
  /** Whether a layer inside of that rule is around. */
  readonly isInLayer: boolean;
}

/**
 * Keeps every rule of a sheet inside the widget's root, and tells what cannot be kept there. At-rules that a browser
 * ignores inside a rule, where Sass puts them, move out of it.
 */
export function scopeSheet(
  text: string,
  items: readonly CssItem[],
  { rootClass, localize }: ScopeOptions,
): ScopedSheet {
  const edits: TextEdit[] = [];
  const faults: CssFault[] = [];
  scopeItems(items, { place: "sheet", parentMayBeRoot: false, outermost: null, isInLayer: false });
  return { edits, faults };

  function scopeItems(list: readonly CssItem[], place: Place): void {
    for (const item of list) {
      if (item.type === "rule") scopeRule(item, place);
      else if (item.type === "at-rule") scopeAtRule(item, place);
      else if (item.type === "junk") faults.push(describeJunk(text, item));
      else if (place.place === "sheet") faults.push(describeLostDeclaration(text, item));
      else if (item.name.toLowerCase() === "composes") faults.push(describeComposes(text, item));
    }
  }

  function scopeRule(rule: StyleRule, place: Place): void {
    const inside: Place = {
      place: place.place === "scope" ? "scope" : "rule",
      parentMayBeRoot: false,
      outermost: place.outermost ?? rule,
      isInLayer: place.isInLayer,
    };
    const { items: inner } = rule.body;
    if (place.outermost === null && inner.length > 0 && inner.every((item) => mustMove(item, inside))) {
      edits.push({ start: rule.start, end: rule.end, text: "" });
      scopeItems(inner, inside);
    } else {
      scopeItems(inner, { ...inside, parentMayBeRoot: scopeSelectors(rule.prelude, place) });
    }
  }

  function scopeAtRule(rule: AtRule, place: Place): void {
    const kind = kindOfAtRule(rule.name);
    if (place.outermost !== null && mustMove(rule, place)) {
      edits.push({ start: rule.start, end: rule.end, moveTo: place.outermost.start });
    }
    if (kind === "group") {
      const isInLayer = place.isInLayer || (rule.name === "layer" && place.outermost !== null);
      scopeItems(rule.body?.items ?? [], { ...place, isInLayer });
    } else if (kind === "scope") {
      scopeLimits(rule, place);
      scopeItems(rule.body?.items ?? [], { ...place, place: "scope", parentMayBeRoot: false });
    } else if (kind !== "name") {
      edits.push({ start: rule.start, end: rule.end, text: "" });
      // Many libraries begin so; style.css is in UTF-8 whether or not they say it.
      const isUtf8 =
        kind === "charset" && rule.start === 0 && /^@charset "utf-8";$/i.test(text.slice(0, rule.end));
      if (!isUtf8) faults.push(describeAtRule(text, rule, kind));
    }
  }

  // Without a beginning of its own, `@scope` begins at the element that holds the sheet: here, the whole page.
  function scopeLimits(rule: AtRule, place: Place): void {
    const [first] = rule.prelude;
    if (first?.type === "(") {
      const isNested = place.place === "rule" && text.slice(first.start, first.end).includes("&");
      scopeSelectors(first.values ?? [], isNested ? place : { ...place, place: "sheet" });
    } else {
      const start = first?.start ?? rule.body?.start ?? rule.end;
      edits.push({ start, end: start, text: `(.${rootClass}) ` });
    }
  }

  /** Whether one of the selectors can match the root element itself. */
  function scopeSelectors(values: readonly CssValue[], place: Place): boolean {
    let mayBeRoot = false;
    try {
      for (const parsed of parseSelectors(text, values)) {
        const { selector, edits: renames } = localize?.(parsed) ?? { selector: parsed, edits: [] };
        const context = { rootClass, isModule: localize !== null, ...place };
        const scoped = scopeSelector(text, selector, context);
        edits.push(...renames, ...scoped.edits);
        mayBeRoot ||= scoped.mayBeRoot;
      }
    } catch (error) {
      if (!(error instanceof CssStop)) throw error;
      faults.push(error.fault);
    }
    return mayBeRoot;
  }
}

/** Whether a browser would ignore this at-rule where it stands: inside of a style rule. */
function mustMove(item: CssItem, { isInLayer }: Place): boolean {
  if (item.type !== "at-rule") return false;
  return kindOfAtRule(item.name) === "name" || (item.name === "layer" && item.body === null && !isInLayer);
}
