import {
  parse,
  walk,
  type Atrule,
  type CssNode,
  type Declaration,
  type Rule,
  type Selector,
  type StyleSheet,
} from "../engines/css";
import { expandNesting } from "./expand-nesting";
import { nestsDeeply } from "./nests-deeply";

/** One rule of a stylesheet, with all that stands around it. */
export interface StyleRule {
  readonly node: Rule;
  readonly selectors: readonly Selector[];
  readonly declarations: readonly Declaration[];
  /** The at-rules around it, outermost first. */
  readonly atrules: readonly Atrule[];
  /** The rules around it, outermost first: native nesting. */
  readonly parents: readonly StyleRule[];
}

export interface StyleComment {
  /** Without the delimiters. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One style sheet, parsed and walked once for all rules. Offsets count in the text of `file`. */
export interface Stylesheet {
  readonly file: string;
  readonly source: string;
  readonly root: StyleSheet;
  /** Every rule, nested ones too; the steps of keyframes are none. */
  readonly rules: readonly StyleRule[];
  readonly atrules: readonly Atrule[];
  readonly comments: readonly StyleComment[];
  readonly faults: readonly { readonly message: string; readonly offset: number }[];
  /** Stands in a template or in a script, of which it is a part. */
  readonly isEmbedded: boolean;
  /** Where an offset of the parsed text lies in the file. */
  placeOf(offset: number): number;
}

interface StylesheetOptions {
  readonly offset?: number;
  readonly isEmbedded?: boolean;
  readonly placeOf?: (offset: number) => number;
}

/**
 * Parses a style sheet. CSS has no fatal errors: what cannot be read is skipped up to the next rule, and noted.
 * `offset` is where the text begins inside its file, for a `<style>` of a template.
 */
export function createStylesheet(
  file: string,
  source: string,
  { offset = 0, isEmbedded = false, placeOf = (at: number) => at }: StylesheetOptions = {},
): Stylesheet {
  const comments: StyleComment[] = [];
  const faults: { message: string; offset: number }[] = [];
  const root = tryParse(source, {
    positions: true,
    offset,
    parseCustomProperty: false,
    onComment: (text, location) =>
      comments.push({ text, start: location.start.offset, end: location.end.offset }),
    onParseError: (error) => faults.push({ message: error.message, offset: offset + error.offset }),
  });
  if (root === null)
    return {
      ...emptySheet(file, source),
      isEmbedded,
      placeOf,
      faults: [{ message: "The rules nest too deeply to be read", offset }],
    };
  const nested = expandNesting(root);
  const isNested = (at: number) => nested.some(({ start, end }) => at >= start && at <= end);
  const real = faults.filter((fault) => !isNested(fault.offset));
  return { file, source, root, comments, faults: real, isEmbedded, placeOf, ...collect(root) };
}

function tryParse(source: string, options: Parameters<typeof parse>[1]): StyleSheet | null {
  if (nestsDeeply(source)) return null;
  try {
    return parse(source, options) as StyleSheet;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function emptySheet(file: string, source: string): Omit<Stylesheet, "isEmbedded" | "placeOf"> {
  const root = parse("") as StyleSheet;
  return { file, source, root, rules: [], atrules: [], comments: [], faults: [] };
}

function collect(root: StyleSheet): Pick<Stylesheet, "rules" | "atrules"> {
  const rules: StyleRule[] = [];
  const atrules: Atrule[] = [];
  const around: (StyleRule | Atrule)[] = [];
  walk(root, {
    enter(node: CssNode) {
      if (node.type === "Atrule") {
        atrules.push(node);
        around.push(node);
      }
      if (node.type === "Rule") {
        const rule = describeRule(node, around);
        around.push(rule);
        if (!rule.atrules.some((atrule) => /keyframes$/i.test(atrule.name))) rules.push(rule);
      }
    },
    leave(node: CssNode) {
      if (node.type === "Atrule" || node.type === "Rule") around.pop();
    },
  });
  return { rules, atrules };
}

function describeRule(node: Rule, around: readonly (StyleRule | Atrule)[]): StyleRule {
  const selectors = node.prelude.type === "SelectorList" ? node.prelude.children.toArray() : [];
  return {
    node,
    selectors: selectors.filter((selector): selector is Selector => selector.type === "Selector"),
    declarations: node.block.children
      .toArray()
      .filter((child): child is Declaration => child.type === "Declaration"),
    atrules: around.filter((item): item is Atrule => "type" in item),
    parents: around.filter((item): item is StyleRule => "node" in item),
  };
}
