import { generate, type Declaration } from "../../engines/css";
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
  const { sheets } = readStyles(context);
  const hidden = new Set(
    sheets.flatMap((sheet) => sheet.rules.filter(hides).flatMap(({ selectors }) => selectors.map(subjectOf))),
  );
  return sheets.flatMap((sheet) =>
    sheet.rules
      .filter(({ declarations }) => declarations.some(makesLayer))
      .map((rule) => ({
        file: sheet.file,
        at: placeOfRule(sheet, rule),
        name: rule.selectors.map((selector) => generate(selector)).join(", "),
        box: readBox(rule.declarations.map(({ property, value }) => [property, generate(value)] as const)),
        isHidden:
          rule.selectors.length > 0 && rule.selectors.every((selector) => hidden.has(subjectOf(selector))),
      })),
  );
}

function makesLayer({ property, value }: Declaration): boolean {
  return property === "z-index" || (property === "position" && /fixed|sticky/.test(generate(value)));
}

function hides({ declarations }: StyleRule): boolean {
  return declarations.some(({ property, value }) => {
    const text = generate(value);
    return (
      (property === "display" && text === "none") ||
      (property === "visibility" && text === "hidden") ||
      (property === "pointer-events" && text === "none") ||
      (property === "opacity" && Number(text) === 0)
    );
  });
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
