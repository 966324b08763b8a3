import { withoutVendor } from "../scope/at-rules";
import type { AtRule, CssItem, Declaration } from "../syntax/parse-items";
import type { CssValue } from "../syntax/read-values";
import type { NameFlow, NameKind, NameUse, SheetNames } from "./name-use";
import {
  readCounterStyles,
  readDashedNames,
  readFamilies,
  readFontShorthand,
  readVariables,
  readWords,
  readWordsBut,
  type NameReader,
} from "./read-names";

/** Finds every name of a sheet that the whole page shares, and every place that may mean one. */
export function findNames(text: string, items: readonly CssItem[]): SheetNames {
  const uses: NameUse[] = [];
  const flows: NameFlow[] = [];
  visit(items, { rule: "", isInLayer: false });
  return { uses, flows };

  function visit(list: readonly CssItem[], around: { rule: string; isInLayer: boolean }): void {
    for (const item of list) {
      if (item.type === "at-rule") visitAtRule(item, around.isInLayer);
      else if (item.type === "rule") visit(item.body.items, around);
      else if (item.type === "declaration") visitDeclaration(item, around.rule);
    }
  }

  function visitAtRule(rule: AtRule, isInLayer: boolean): void {
    const name = withoutVendor(rule.name);
    const definition = definitions.get(name);
    if (definition !== undefined) add(definition, readWords, rule.prelude, true);
    if (name === "layer" && !isInLayer) addLayers(rule.prelude);
    if (name === "container") add("container", readContainerQuery, rule.prelude, false);
    if (name === "font-feature-values") add("font", readFamilies, rule.prelude, false);
    add("property", readDashedNames, rule.prelude, false);
    if (dashedDefinitions.has(name))
      add("property", readDashedNames, rule.prelude.map(withoutBrackets), true);
    visit(rule.body?.items ?? [], { rule: name, isInLayer: isInLayer || name === "layer" });
  }

  function visitDeclaration({ name, start, value }: Declaration, rule: string): void {
    const property = withoutVendor(name.toLowerCase());
    if (name.startsWith("--")) {
      uses.push({ kind: "property", name: name.slice(2), offset: start + 2, defines: false, within: null });
      visitCustomProperty(name as `--${string}`, value);
    } else if (rule === "font-face" && property === "font-family") {
      add("font", readFamilies, value, true);
    } else {
      for (const { kind, read, defines } of readersOf(rule, property)) {
        add(kind, read, value, defines);
        for (const variable of readVariables(text, value)) flows.push({ property: variable, to: kind });
      }
    }
    add("counter-style", readCounterStyles, value, false);
    add("property", readDashedNames, value, false);
  }

  // What stands in a custom property is a name only where a var() leads it to a place of names.
  function visitCustomProperty(property: `--${string}`, value: readonly CssValue[]): void {
    for (const variable of readVariables(text, value)) flows.push({ property: variable, to: property });
    for (const { kind, read } of flowing) add(kind, read, value, false, property);
  }

  function add(
    kind: NameKind,
    read: NameReader,
    values: readonly CssValue[],
    defines: boolean,
    within: string | null = null,
  ): void {
    uses.push(...read(text, values).map((found) => ({ kind, ...found, defines, within })));
  }

  // `a.b` is the layer b inside of a: the first part alone is the page's.
  function addLayers(prelude: readonly CssValue[]): void {
    const heads = prelude.filter((value, index) => {
      const before = prelude[index - 1];
      return value.type === "ident" && !(before?.type === "delim" && text[before.start] === ".");
    });
    add("layer", readWords, heads, true);
  }
}

// The parameters of `@function --f(--x)` are its own.
function withoutBrackets(value: CssValue): CssValue {
  return { ...value, values: null };
}

interface Reader {
  readonly kind: NameKind;
  readonly read: NameReader;
  readonly defines: boolean;
}

function readersOf(rule: string, property: string): readonly Reader[] {
  const readers = rule === "counter-style" ? counterDescriptors : properties;
  return readers.get(property) ?? [];
}

/** `@container name (width > 1px), other (…)`. */
const readContainerQuery: NameReader = (text, values) =>
  readWordsBut("and or not none")(
    text,
    values.filter(({ type }) => type === "ident"),
  );

/** `container: name other / inline-size`. */
const readContainerShorthand: NameReader = (text, values) => {
  const slash = values.findIndex(({ type, start }) => type === "delim" && text[start] === "/");
  return readContainerNames(text, slash === -1 ? values : values.slice(0, slash));
};

const wide = "inherit initial unset revert revert-layer";
const readContainerNames = readWordsBut(`none and or not ${wide}`);
const readAnimationNames = readWordsBut(`none ${wide}`);
const readAnimation = readWordsBut(
  `none infinite linear ease ease-in ease-out ease-in-out step-start step-end normal reverse alternate ` +
    `alternate-reverse forwards backwards both running paused auto replace add accumulate ${wide}`,
);
const readListStyle = readWordsBut(`none inside outside ${wide}`);

const properties: ReadonlyMap<string, readonly Reader[]> = new Map([
  ["animation-name", [{ kind: "keyframes", read: readAnimationNames, defines: false }]],
  ["animation", [{ kind: "keyframes", read: readAnimation, defines: false }]],
  ["container-name", [{ kind: "container", read: readContainerNames, defines: true }]],
  ["container", [{ kind: "container", read: readContainerShorthand, defines: true }]],
  ["font-family", [{ kind: "font", read: readFamilies, defines: false }]],
  ["font", [{ kind: "font", read: readFontShorthand, defines: false }]],
  ["list-style-type", [{ kind: "counter-style", read: readListStyle, defines: false }]],
  ["list-style", [{ kind: "counter-style", read: readListStyle, defines: false }]],
]);

const counterDescriptors: ReadonlyMap<string, readonly Reader[]> = new Map(
  ["system", "fallback", "speak-as"].map((name) => [
    name,
    [{ kind: "counter-style", read: readWords, defines: false }],
  ]),
);

/** How names are read from a custom property, whose own place among the properties is not known. */
const flowing: readonly Pick<Reader, "kind" | "read">[] = [
  { kind: "keyframes", read: readAnimation },
  { kind: "container", read: readContainerNames },
  { kind: "font", read: readFontShorthand },
  { kind: "counter-style", read: readListStyle },
];

const definitions: ReadonlyMap<string, NameKind> = new Map([
  ["keyframes", "keyframes"],
  ["counter-style", "counter-style"],
]);

const dashedDefinitions: ReadonlySet<string> = new Set([
  "property",
  "position-try",
  "font-palette-values",
  "function",
  "color-profile",
]);
