import { isExampleHost } from "../../lists/hosts";
import { defineRule, everyBrand, type RuleContext } from "../../rule";
import { hole } from "../../script/fold-string";
import { quote } from "../../script/read-call";
import { readTags } from "../../texts/read-markup";
import { referencesAt } from "../../widget/references-at";
import { isScriptName, isStyleName } from "../../widget/text-file";

/** In capitals, as authors mark what is left to do; "todo" is a word in Spanish and Portuguese. */
const marks = /(?<![\p{L}\p{N}_])(TODO|FIXME|HACK|TEMPORARY|XXX(?=[:\s]))(?![\p{L}\p{N}_-])/u;
const switches =
  /(?:^|[_.])(?:is_?dev(?:elopment)?(?:_?mode)?|dev_?mode|debug_?mode|is_?debug|is_?test_?mode)$/i;
const filler = /\blorem ipsum\b/i;

export const km614 = defineRule({
  id: "KM614",
  clause: "Kommo: Public integration checklist, Publish an integration; amoCRM: Requirements",
  title: "Nothing is left from development: no notes of what is to be done, no switches, no sample texts.",
  severity: "warning",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  shownIn: ["script", "style"],
  why: "It tells the moderator that the widget is not finished, and a switch may be found by a user.",
  good: "// The account may have no groups.",
  bad: "// TODO: remove\nif (localStorage.acme_is_dev) skipPayment();",
  check(context) {
    checkComments(context);
    checkSwitches(context);
    checkTexts(context);
  },
});

function checkComments({ widget, report }: RuleContext): void {
  const tell = (file: string, at: number, text: string) => {
    const match = marks.exec(text);
    if (match === null) return;
    report({
      file,
      at,
      message: `A note of what is to be done is left: ${match[1]}.`,
      found: (text.split("\n").find((line) => marks.test(line)) ?? text).trim().slice(0, 120),
      fix: "do it, or keep the note elsewhere.",
    });
  };
  for (const { file, comments } of widget.scripts)
    for (const { value, start } of comments) tell(file, start, value);
  for (const { file, comments } of widget.stylesheets)
    for (const { text, start } of comments) tell(file, start, text);
  for (const { file, text } of widget.templates)
    for (const match of text.matchAll(/<!--([\s\S]{0,5000}?)-->|\{#([\s\S]{0,5000}?)#\}/g))
      tell(file, match.index, match[1] ?? match[2] ?? "");
}

function checkSwitches({ widget, report }: RuleContext): void {
  for (const script of widget.scripts) {
    const told = new Set<string>();
    for (const node of script.nodesOf("MemberExpression")) {
      const path = script.pathOf(node) ?? "";
      const isSwitch =
        /^(?:localStorage|sessionStorage)\..*(?:^|[_.-])(?:dev|debug|test)(?:$|[_.-])/i.test(path) ||
        switches.test(path);
      if (!isSwitch || told.has(path)) continue;
      told.add(path);
      report({
        file: script.file,
        at: node.start,
        message: "A switch for development is left in the code.",
        found: quote(script, node),
      });
    }
    for (const { node, path, args } of script.calls) {
      const key = args[0] === undefined ? null : script.stringOf(args[0]);
      if (
        /^(?:localStorage|sessionStorage)\.getItem$/.test(path) &&
        key !== null &&
        /(?:^|[_.-])(?:is_?)?(?:dev|debug)(?:$|[_.-])/i.test(key)
      )
        report({
          file: script.file,
          at: node.start,
          message: "A switch for development is left in the code.",
          found: quote(script, node),
        });
    }
  }
}

function checkTexts({ widget, report }: RuleContext): void {
  for (const { file, at, host, url } of widget.addresses) {
    if (!(isScriptName(file) || isStyleName(file)) || !isExampleHost(host)) continue;
    // A text that tells the user what an address looks like.
    if (referencesAt(widget, file, at).some(({ text }) => /\s/.test(text.trim()))) continue;
    report({
      file,
      at,
      message: `${host} is nobody's address.`,
      found: url.replaceAll(hole, "…").slice(0, 120),
    });
  }
  const filled = [
    ...widget.strings,
    ...widget.templates
      .filter(({ text }) => readTags(text).length > 0)
      .map(({ file, text }) => ({ file, at: text.search(filler), text })),
  ];
  for (const { file, at, text } of filled)
    if (filler.test(text))
      report({ file, at, message: "A filler text is left.", found: filler.exec(text)?.[0] ?? null });
}
