import { generate, type CssNode, type Declaration, type Selector } from "../engines/css";
import { readColour, type Colour } from "../images/colour-contrast";
import type { Stylesheet, StyleRule } from "./create-stylesheet";
import { namesInSelector } from "./judge-selector";

/** What the sheets of a widget say of the dark theme, and of the grounds that they paint themselves. */
export interface Theme {
  isDark(rule: StyleRule): boolean;
  /** The colour that a value sets in both themes alike; null where the theme decides it, or a picture. */
  fixedColourOf(value: Declaration["value"]): Colour | null;
  /** True where the dark theme sets the property of the same element anew. */
  hasTwin(rule: StyleRule, kind: ColourKind): boolean;
  /** True where the rule's element, or one around it, has a colour of that kind from the same sheets. */
  paints(rule: StyleRule, kind: ColourKind): boolean;
  /** Colours of one kind that rules set without the other: boxes for what others write, texts for others' boxes. */
  readonly alone: Readonly<Record<"text" | "ground", readonly Colour[]>>;
}

export type ColourKind = "text" | "ground" | "border";

/** The kind of colour that a property sets; null for all other properties. */
export function colourKindOf(property: string): ColourKind | null {
  if (property === "color") return "text";
  if (property === "background" || property === "background-color") return "ground";
  return /^border(?:-(?:top|right|bottom|left|color|[a-z]+-color))*$/.test(property) ? "border" : null;
}

export function readTheme(sheets: readonly Stylesheet[]): Theme {
  const rules = sheets.flatMap((sheet) => sheet.rules);
  const twins = { text: new Set<string>(), ground: new Set<string>(), border: new Set<string>() };
  const painted = { text: new Set<string>(), ground: new Set<string>(), border: new Set<string>() };
  const themed = new Set<string>();
  const fixed = new Map<string, Colour>();
  for (const rule of rules) {
    const dark = isDarkRule(rule);
    for (const { property, value } of rule.declarations) {
      const kind = colourKindOf(property);
      if (kind !== null)
        for (const key of rule.selectors.map(subjectOf)) (dark ? twins : painted)[kind].add(key);
      if (!property.startsWith("--")) continue;
      const colour = readColour(generate(value));
      if (dark || colour === null) themed.add(property);
      else fixed.set(property, colour);
    }
  }
  const fixedColourOf = (value: Declaration["value"]) =>
    findColour(value, (name) => (themed.has(name) ? null : (fixed.get(name) ?? null)));
  return {
    isDark: isDarkRule,
    fixedColourOf,
    alone: listAlone(rules, fixedColourOf),
    hasTwin: ({ selectors }, kind) => selectors.some((selector) => twins[kind].has(subjectOf(selector))),
    paints: ({ selectors }, kind) =>
      selectors.every((selector) => namesInSelector(selector).some((name) => painted[kind].has(`.${name}`))),
  };
}

function listAlone(
  rules: readonly StyleRule[],
  fixedColourOf: Theme["fixedColourOf"],
): Readonly<Record<"text" | "ground", readonly Colour[]>> {
  const alone = { text: [] as Colour[], ground: [] as Colour[] };
  for (const rule of rules) {
    const kinds = rule.declarations.map(({ property }) => colourKindOf(property));
    if (isDarkRule(rule) || (kinds.includes("text") && kinds.includes("ground"))) continue;
    for (const [index, { value }] of rule.declarations.entries()) {
      const kind = kinds[index];
      const colour = kind === "text" || kind === "ground" ? fixedColourOf(value) : null;
      if (colour !== null) alone[kind as "text" | "ground"].push(colour);
    }
  }
  return alone;
}

function isDarkRule({ selectors, atrules, parents }: StyleRule): boolean {
  return (
    atrules.some(({ prelude }) => prelude !== null && /prefers-color-scheme/.test(generate(prelude))) ||
    [...selectors, ...parents.flatMap((parent) => [...parent.selectors])].some((selector) =>
      /color-scheme|(?:^|[-_.])(?:dark|night)(?:$|[^a-z])/i.test(generate(selector)),
    )
  );
}

/** The last compound of a selector, without states: what the rule paints. */
export function subjectOf(selector: Selector): string {
  const text = generate(selector);
  return (text.split(/[\s>+~]+/).at(-1) ?? text).replaceAll(/::?[\w-]+(?:\([^)]*\))?/g, "");
}

function findColour(value: Declaration["value"], ofVariable: (name: string) => Colour | null): Colour | null {
  if (value.type !== "Value") return readColour(value.value);
  let found: Colour | null = null;
  for (const part of value.children) {
    // A picture or a gradient hides the colour, or is what the rule is about.
    if (part.type === "Url" || (part.type === "Function" && /gradient|image|url/i.test(part.name)))
      return null;
    found ??= readPart(part, ofVariable);
  }
  return found;
}

function readPart(part: CssNode, ofVariable: (name: string) => Colour | null): Colour | null {
  if (part.type === "Function" && part.name.toLowerCase() === "var") {
    const name = part.children.first;
    return name?.type === "Identifier" ? ofVariable(name.name) : null;
  }
  if (part.type !== "Hash" && part.type !== "Identifier" && part.type !== "Function") return null;
  const text = generate(part);
  return isSeeThrough(text) ? null : readColour(text);
}

/** What lies below shines through, so that the theme still decides. */
function isSeeThrough(text: string): boolean {
  const alpha = /^(?:rgba?|hsla?)\(.*[,/]\s*([\d.]+%?)\s*\)$/i.exec(text)?.[1];
  if (alpha !== undefined && text.split(/[,/]/).length === 4)
    return Number.parseFloat(alpha) / (alpha.endsWith("%") ? 100 : 1) < 0.6;
  const hex = /^#[0-9a-f]{6}([0-9a-f]{2})$/i.exec(text)?.[1];
  return hex !== undefined && Number.parseInt(hex, 16) < 0x99;
}
