import { generate, type Declaration, type Selector } from "../../engines/css";
import type { AnyNode, CallExpression, Expression } from "../../engines/javascript";
import type { RuleContext } from "../../rule";
import type { Script } from "../../script/create-script";
import { keyOf, methodOf, objectIn, receiverOf, textOf } from "../../script/read-call";
import { selectorOf } from "../../script/selector-of";
import type { StyleRule } from "../../style/create-stylesheet";
import { placeOfRule, readStyles } from "../../style/read-styles";
import { subjectOf } from "../../style/read-theme";
import { readTags } from "../../texts/read-markup";
import type { Widget } from "../../widget/create-widget";
import { hides } from "./hides";
import { readBox, type Box } from "./read-box";

/** A box that the widget takes out of the page's flow, or lifts above others. */
export interface Layer {
  readonly file: string;
  readonly at: number;
  /** What names it: a selector, or the classes and the id of its tag; empty where nothing does. */
  readonly name: string;
  readonly box: Box;
  /** Something has to show it first. */
  readonly isHidden: boolean;
}

/** Every layer of the style sheets, of the markup and of what scripts set by themselves. */
export function listLayers(context: RuleContext): readonly Layer[] {
  return [...fromStyles(context), ...context.widget.once(fromMarkupAndScripts)].filter(
    ({ box }) => box.position === "fixed" || box.position === "sticky" || box.level > 0,
  );
}

function fromStyles(context: RuleContext): Layer[] {
  const rules = readStyles(context).sheets.flatMap((sheet) => sheet.rules.map((rule) => ({ sheet, rule })));
  const hidden = new Set(
    rules.filter(({ rule }) => hides(rule)).flatMap(({ rule }) => rule.selectors.map(subjectOf)),
  );
  const positions = readPositions(rules.map(({ rule }) => rule));
  const isWithinFixed = (selector: Selector) =>
    stepsTo(selector).some((step) => positions.get(step) === "fixed");
  return rules
    .filter(({ rule }) => rule.declarations.some(makesLayer))
    .flatMap(({ sheet, rule }) => {
      const declared = readBox(
        rule.declarations.map(({ property, value }) => [property, generate(value)] as const),
      );
      const subjects = rule.selectors.map(subjectOf);
      const position =
        declared.position || (subjects.map((subject) => positions.get(subject)).find(Boolean) ?? "");
      // A level counts among the elements of one layer; without a position it counts nowhere.
      const counts = position !== "" && position !== "static" && !rule.selectors.every(isWithinFixed);
      return {
        file: sheet.file,
        at: placeOfRule(sheet, rule),
        name: rule.selectors.map((selector) => generate(selector)).join(", "),
        box: { ...declared, position, level: counts ? declared.level : 0 },
        isHidden: subjects.length > 0 && subjects.every((subject) => hidden.has(subject)),
      };
    });
}

function readPositions(rules: readonly StyleRule[]): ReadonlyMap<string, string> {
  const positions = new Map<string, string>();
  for (const { selectors, declarations } of rules) {
    const value = declarations.findLast(({ property }) => property === "position")?.value;
    if (value !== undefined)
      for (const selector of selectors) positions.set(subjectOf(selector), generate(value));
  }
  return positions;
}

/** The compounds of a selector before its last, without states. */
function stepsTo(selector: Selector): readonly string[] {
  return generate(selector)
    .split(/[\s>+~]+/)
    .slice(0, -1)
    .map((step) => step.replaceAll(/::?[\w-]+(?:\([^)]*\))?/g, ""));
}

function makesLayer({ property, value }: Declaration): boolean {
  return property === "z-index" || (property === "position" && /fixed|sticky/.test(generate(value)));
}

function fromMarkupAndScripts(widget: Widget): Layer[] {
  const inMarkup = [
    ...widget.templates.flatMap(({ file, text }) => readMarkup(file, text, null)),
    ...widget.scripts.flatMap(({ file }) =>
      widget.referencesOf(file).flatMap(({ text, at }) => readMarkup(file, text, at)),
    ),
  ];
  return [...inMarkup, ...widget.scripts.flatMap(readScript)];
}

function readMarkup(file: string, text: string, at: number | null): Layer[] {
  if (!/position|z-index/.test(text) || !/style\s*=/.test(text)) return [];
  return readTags(text).flatMap(({ attributes, start }) => {
    const style = attributes.get("style");
    if (style === undefined) return [];
    const name = `${attributes.get("id") ?? ""} ${attributes.get("class") ?? ""}`.trim();
    return [{ file, at: at ?? start, name, ...readInline(style) }];
  });
}

function readInline(style: string): Pick<Layer, "box" | "isHidden"> {
  const declarations = style.split(";").map((declaration) => {
    const [property = "", ...value] = declaration.split(":");
    return [property.trim().toLowerCase(), value.join(":").trim()] as const;
  });
  return {
    box: readBox(declarations),
    isHidden: declarations.some(([property, value]) => property === "display" && value.startsWith("none")),
  };
}

/** `$(x).css({ … })`, `Object.assign(x.style, { … })`, `x.style.cssText = "…"`, `x.setAttribute("style", "…")`. */
function readScript(script: Script): Layer[] {
  const found: Layer[] = [];
  const add = (node: AnyNode, element: Expression | null, style: Pick<Layer, "box" | "isHidden">) =>
    found.push({
      file: script.file,
      at: node.start,
      name: (element === null ? null : selectorOf(script, element)) ?? "",
      ...style,
    });
  for (const call of script.nodesOf("CallExpression")) {
    const method = methodOf(call, script);
    if (method === "css") {
      const style = readObject(script, call.arguments[0]);
      if (style !== null) add(call, receiverOf(call), style);
    } else if (method === "assign" && call.arguments[0]?.type === "MemberExpression") {
      const [target] = call.arguments;
      const style = isStyle(target) ? readObject(script, call.arguments[1]) : null;
      if (style !== null) add(call, target.object as Expression, style);
    } else if (
      (method === "attr" || method === "setAttribute") &&
      textOf(script, call.arguments[0]) === "style"
    )
      add(call, receiverOf(call), readInline(textOf(script, call.arguments[1]) ?? ""));
  }
  for (const node of script.nodesOf("AssignmentExpression")) {
    const { left, right } = node;
    if (left.type !== "MemberExpression" || left.property.type !== "Identifier") continue;
    if (left.property.name !== "cssText" || !isStyle(left.object)) continue;
    add(node, left.object.object as Expression, readInline(textOf(script, right) ?? ""));
  }
  return found;
}

function isStyle(node: { readonly type: string }): node is Extract<AnyNode, { type: "MemberExpression" }> {
  const member = node as AnyNode;
  return (
    member.type === "MemberExpression" &&
    member.property.type === "Identifier" &&
    member.property.name === "style"
  );
}

function readObject(
  script: Script,
  argument: CallExpression["arguments"][number] | undefined,
): Pick<Layer, "box" | "isHidden"> | null {
  const object = objectIn(script, argument);
  if (object === null) return null;
  const declarations = object.properties.flatMap((property) => {
    if (property.type !== "Property") return [];
    const name = keyOf(property)?.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const { value } = property;
    const text =
      value.type === "Literal" && typeof value.value === "number"
        ? String(value.value)
        : script.stringOf(value as AnyNode);
    return name === undefined || text === null ? [] : [[name, text] as const];
  });
  return { box: readBox(declarations), isHidden: declarations.some(([, text]) => text === "none") };
}
