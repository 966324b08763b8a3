import type { CssFault } from "../syntax/css-fault";
import type { AtRule, Declaration, Junk } from "../syntax/parse-items";
import { shorten } from "../syntax/read-values";
import type { AtRuleKind } from "./at-rules";

/** Says why an at-rule cannot stand in the sheet of a widget. */
export function describeAtRule(
  text: string,
  rule: AtRule,
  kind: Exclude<AtRuleKind, "group" | "scope" | "name">,
): CssFault {
  const offset = rule.start;
  const found = shorten(text.slice(rule.start, rule.body?.start ?? rule.end));
  switch (kind) {
    case "page":
      return {
        code: "KB407",
        offset,
        message: `@${rule.name} works on the whole page, which belongs to the CRM.`,
        found,
        expected: "rules for elements of the widget",
        fix: "remove it.",
      };
    case "import":
      return {
        code: "KB408",
        offset,
        message: "@import does not work in style.css, which is made of several sheets.",
        found,
        expected: "a sheet of your own project, imported by a script or by Sass",
        fix: 'write import "./other.css" in the script, or @use "other" in a Sass file.',
      };
    case "namespace":
      return {
        code: "KB409",
        offset,
        message: "@namespace would be for every sheet of the widget, and works only at the top of a file.",
        found,
        expected: "selectors without a namespace",
        fix: "remove it: a selector such as svg a matches elements of SVG as they are.",
      };
    case "charset":
      return {
        code: "KB409",
        offset,
        message: "@charset can only be the first line of a file, and only say that it is in UTF-8.",
        found,
        expected: 'nothing, or @charset "utf-8"; as the first line',
        fix: "remove it, and save the file in UTF-8.",
      };
    case "unknown":
      return {
        code: "KB410",
        offset,
        message: `The build does not know @${rule.name}, and cannot say what its rules would match.`,
        found,
        expected: "an at-rule of CSS",
        fix: "correct or remove it; what belongs to Sass must stand in a .scss or .sass file.",
      };
  }
}

export function describeJunk(text: string, { start, end }: Junk): CssFault {
  return {
    code: "KB404",
    severity: "warning",
    offset: start,
    message: "Browsers skip this: it is no declaration.",
    found: shorten(text.slice(start, end)),
    expected: "property: value;",
    fix: "correct or remove it.",
  };
}

export function describeLostDeclaration(text: string, { start, end }: Declaration): CssFault {
  return {
    code: "KB412",
    offset: start,
    message: "This declaration belongs to no rule, and browsers drop it.",
    found: shorten(text.slice(start, end)),
    expected: "a rule around it",
    fix: "write & { … } around it if it is for the widget's root.",
  };
}

export function describeComposes(text: string, { start, end }: Declaration): CssFault {
  return {
    code: "KB411",
    offset: start,
    message: "composes is not supported.",
    found: shorten(text.slice(start, end)),
    expected: "declarations of CSS",
    fix: "give the element both classes, or share the declarations by a Sass mixin (@include).",
  };
}
