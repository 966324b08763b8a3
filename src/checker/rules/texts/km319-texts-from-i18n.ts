import type { AnyNode } from "../../engines/javascript";
import { defineRule, everyBrand, type RuleContext } from "../../rule";
import type { Script } from "../../script/create-script";
import { hole } from "../../script/fold-string";
import { blankSections } from "../../texts/blank-sections";
import { toPlainText } from "../../texts/read-markup";

/** Methods that put their argument before the user's eyes. */
const shows =
  /^(?:html|text|append|prepend|before|after|replaceWith|insertAdjacentHTML|show_message|show_message_error|show_notification|add_error|alert|confirm)$/;
/** What a template does not show, or takes from elsewhere. */
const unshown = [
  ["{#", "#}"],
  ["{%", "%}"],
  ["{{", "}}"],
  ["<!--", "-->"],
] as const;
const shownOptions = /^(?:render|body|header|title|text|message|caption|placeholder|label|text_error)$/;

export const km319 = defineRule({
  id: "KM319",
  clause: "Kommo: Public integration checklist, Publish an integration (fully translated)",
  title: "The interface's texts come from the i18n files, not from the code.",
  severity: "warning",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  shownIn: ["script"],
  why: "A text in the code is the same in every language.",
  good: '$button.text(self.i18n("settings").save);',
  bad: '$button.text("Save changes now");',
  check(context) {
    const { widget, skip } = context;
    for (const script of widget.scripts) {
      const origin = widget.originOf(script.file);
      if (origin === "bundled") skip(`${script.file} is bundled code`);
      if (origin === "own") checkScript(context, script);
    }
    for (const { file, text } of widget.templates) {
      // KM107 tells of a page that nothing loads.
      if (!widget.usedFiles.has(file)) continue;
      const bare = blankSections(text, unshown);
      for (const match of bare.matchAll(/>([^<>]{3,500})</g))
        tell(context, file, match.index + 1, match[1] as string);
    }
  },
});

function checkScript(context: RuleContext, script: Script): void {
  for (const call of script.nodesOf("CallExpression")) {
    const { callee } = call;
    const name =
      callee.type === "MemberExpression" && callee.property.type === "Identifier" ? callee.property.name : "";
    const isAttribute =
      name === "attr" &&
      /^(?:title|placeholder|alt|aria-label)$/.test(script.stringOf(call.arguments[0] ?? call) ?? "");
    const shown = isAttribute ? call.arguments.slice(1) : shows.test(name) ? call.arguments : [];
    for (const argument of shown) checkShown(context, script, argument);
  }
}

function checkShown(context: RuleContext, script: Script, node: AnyNode): void {
  if (node.type === "ObjectExpression") {
    for (const property of node.properties) {
      if (property.type === "SpreadElement" || property.key.type !== "Identifier") continue;
      if (shownOptions.test(property.key.name)) checkShown(context, script, property.value);
    }
  } else if (node.type === "LogicalExpression") {
    const text = script.stringOf(node.right);
    if (text !== null) tell(context, script.file, node.right.start, text, "note");
  } else if (node.type === "ConditionalExpression") {
    checkShown(context, script, node.consequent);
    checkShown(context, script, node.alternate);
  } else {
    const text = script.stringOf(node);
    if (text !== null) tell(context, script.file, node.start, text);
  }
}

function tell({ report }: RuleContext, file: string, at: number, text: string, severity?: "note"): void {
  const words = toPlainText(text.slice(0, 5000).replaceAll(hole, " "));
  if (!isProse(words)) return;
  report({
    file,
    at,
    ...(severity && { severity }),
    message: "This text of the interface is not in the i18n files.",
    found: words.slice(0, 120),
    fix: "put it into every i18n/<locale>.json, and read it with self.i18n().",
  });
}

/** Two words in a row that are not the name of anything in code, or a word in Cyrillic. */
function isProse(text: string): boolean {
  if (/\p{Script=Cyrillic}{3,}/u.test(text)) return true;
  if (/[{}[\];=<>_]|^[.#]|^[\w-]+:\s*[\w-]+$|^https?:/.test(text)) return false;
  return /(?:^|[\s("'«])\p{L}{2,}[,.:]?\s+\p{L}{2,}/u.test(text) && /\p{L}{3,}/u.test(text);
}
