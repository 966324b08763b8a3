import { CssStop } from "../syntax/css-fault";
import type { Compound, Selector, SelectorPart } from "../syntax/parse-selectors";
import { isAlternative, readAlternatives } from "../syntax/read-alternatives";
import { shorten, type CssValue } from "../syntax/read-values";
import { countPageCompounds, dropPage, isPageCompound, replacePage } from "./page-compounds";
import type { TextEdit } from "./text-edit";

/** Where a rule stands, as far as its selectors depend on it. */
export interface SelectorContext {
  /** The class of the widget's root element. */
  readonly rootClass: string;
  /** In a CSS module a class is one of its own, also by the root's name, unless `:global()` says otherwise. */
  readonly isModule: boolean;
  /** `sheet`: outside of every rule. `rule`: nested in one. `scope`: inside `@scope`, which limits what can match. */
  readonly place: "sheet" | "rule" | "scope";
  /** Of a nested rule: whether the rule around it can match the root element itself. */
  readonly parentMayBeRoot: boolean;
}

export interface ScopedSelector {
  readonly edits: readonly TextEdit[];
  /** Whether it can match the root element itself. */
  readonly mayBeRoot: boolean;
}

/**
 * Keeps a selector inside the widget: what it matches is the root element or lies in it. `html`, `body` and `:root` at
 * its beginning mean the root element, or, with a condition (`html.dark`), stay before it.
 *
 * @throws CssStop KB406 a sibling of the root element, KB405 a combinator that nothing stands before
 */
export function scopeSelector(text: string, selector: Selector, context: SelectorContext): ScopedSelector {
  const { compounds, edits } = dropDoubledRoot(text, selector.compounds, context);
  if (context.place === "scope") return { edits, mayBeRoot: false };
  if (context.place === "sheet") edits.push(...nameTheRoot(text, selector, context));

  const [first] = compounds as [Compound];
  if (context.place === "rule" && (first.combinator !== "" || !holdsNesting(text, selector))) {
    // Relative to the rule around it, which lies inside.
    if (isSibling(first) && context.parentMayBeRoot) throw outside();
    return { edits, mayBeRoot: false };
  }
  const anchor = compounds.findLastIndex((compound) => anchorOf(text, compound, context) !== null);
  if (anchor !== -1) {
    if (context.place === "sheet") edits.push(...dropPageBeforeRoot(text, compounds, context));
    const atRoot = anchorOf(text, compounds[anchor] as Compound, context) === "root";
    return { edits, mayBeRoot: stayInside(anchor, atRoot) };
  }
  if (first.combinator !== "") throw nothingBefore();
  const head = countPageCompounds(text, compounds);
  if (head > 0) edits.push(...replacePage(text, compounds.slice(0, head), `.${context.rootClass}`));
  else edits.push({ start: first.start, end: first.start, text: `.${context.rootClass} ` });
  return { edits, mayBeRoot: head > 0 && stayInside(head - 1, true) };

  function stayInside(index: number, atRoot: boolean): boolean {
    const next = compounds[index + 1];
    if (next !== undefined && isSibling(next) && atRoot) throw outside();
    return next === undefined && atRoot;
  }

  function outside(): CssStop {
    return new CssStop({
      code: "KB406",
      offset: selector.start,
      message: "This selector matches elements beside the widget's root, which belong to the CRM.",
      found: shorten(text.slice(selector.start, selector.end)),
      expected: "elements inside the root, or the root itself",
      fix: "use a space or > after the root, or put the elements into a common parent.",
    });
  }

  function nothingBefore(): CssStop {
    return new CssStop({
      code: "KB405",
      offset: selector.start,
      message: "Browsers cannot read this selector, and drop the whole rule.",
      found: `nothing before "${first.combinator}"`,
      expected: "a selector of CSS",
      fix: `write "& ${first.combinator} …" to begin at the widget's root.`,
    });
  }
}

// Sass writes the root before everything, also before what already has it or begins at the page.
function dropDoubledRoot(
  text: string,
  compounds: readonly Compound[],
  context: SelectorContext,
): { compounds: readonly Compound[]; edits: TextEdit[] } {
  if (context.place === "rule") return { compounds, edits: [] };
  const lastRoot = compounds.findLastIndex(({ parts }) => parts.some((part) => isRoot(part, context)));
  const edits: TextEdit[] = [];
  const leading = countDoubled(0);
  const kept = drop(compounds, 0, leading);
  const head = countPageCompounds(text, kept);
  return { compounds: head === 0 ? kept : drop(kept, head, countDoubled(leading + head)), edits };

  function drop(list: readonly Compound[], from: number, count: number): readonly Compound[] {
    const [first, next] = [list[from], list[from + count]];
    if (count === 0 || first === undefined || next === undefined) return list;
    edits.push({ start: first.start, end: next.start, text: "" });
    return [
      ...list.slice(0, from),
      { ...next, combinator: first.combinator },
      ...list.slice(from + count + 1),
    ];
  }

  function countDoubled(from: number): number {
    let count = 0;
    while (isDoubled(from + count)) count++;
    return count;
  }

  function isDoubled(index: number): boolean {
    const [compound, next] = [compounds[index], compounds[index + 1]];
    if (compound === undefined || next?.combinator !== " ") return false;
    const [part, ...others] = compound.parts as [SelectorPart];
    const isBareRoot = isRoot(part, context) || (part.type === "nesting" && context.place === "sheet");
    return others.length === 0 && isBareRoot && (lastRoot > index || isPageCompound(text, next));
  }
}

// `body > .root`: wherever the host mounts a widget, it is never right below the page.
function dropPageBeforeRoot(
  text: string,
  compounds: readonly Compound[],
  context: SelectorContext,
): TextEdit[] {
  const head = countPageCompounds(text, compounds);
  const root = compounds[head];
  if (head === 0 || root === undefined || !root.parts.some((part) => isRoot(part, context))) return [];
  return dropPage(text, compounds.slice(0, head), root.start);
}

/** What keeps an element of this compound inside: that it is the root, or something that lies in it. */
function anchorOf(text: string, { parts }: Compound, context: SelectorContext): "root" | "inside" | null {
  const anchors = parts.map((part) => anchorOfPart(text, part, context)).filter((anchor) => anchor !== null);
  return anchors.find((anchor) => anchor === "inside") ?? anchors[0] ?? null;
}

function anchorOfPart(text: string, part: SelectorPart, context: SelectorContext): "root" | "inside" | null {
  if (isRoot(part, context)) return "root";
  if (part.type === "nesting")
    return context.place === "sheet" || context.parentMayBeRoot ? "root" : "inside";
  if (!isAlternative(part)) return null;
  const branches = readAlternatives(text, part).map((branch) => {
    const last = branch.compounds.at(-1) as Compound;
    return anchorOf(text, last, context);
  });
  if (branches.length === 0 || branches.includes(null)) return null;
  return branches.includes("root") ? "root" : "inside";
}

// At the top of a sheet `&` is the root.
function nameTheRoot(text: string, selector: Selector, { rootClass }: SelectorContext): TextEdit[] {
  return listNesting(text, selector).map(({ start, end }) => ({ start, end, text: `.${rootClass}` }));
}

function holdsNesting(text: string, selector: Selector): boolean {
  return listNesting(text, selector).length > 0;
}

function listNesting(text: string, { compounds }: Selector): { start: number; end: number }[] {
  return compounds.flatMap(({ parts }) =>
    parts.flatMap((part): readonly { start: number; end: number }[] =>
      part.type === "nesting" ? [part] : listAmpersands(text, part.args ?? []),
    ),
  );
}

function listAmpersands(text: string, values: readonly CssValue[]): CssValue[] {
  return values.flatMap((value) => {
    if (value.values !== null) return listAmpersands(text, value.values);
    return value.type === "delim" && text[value.start] === "&" ? [value] : [];
  });
}

function isRoot({ type, name, isGlobal }: SelectorPart, { rootClass, isModule }: SelectorContext): boolean {
  return type === "class" && name === rootClass && (!isModule || isGlobal === true);
}

function isSibling({ combinator }: Compound): boolean {
  return combinator === "+" || combinator === "~";
}
