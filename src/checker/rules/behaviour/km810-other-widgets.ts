import { nameAreas } from "../../page/name-areas";
import { defineRule, everyBrand, everyProfile, type RuleContext } from "../../rule";
import type { AnyNode } from "../../engines/javascript";
import { findRequests } from "../../script/find-requests";
import { hole } from "../../script/fold-string";
import { memberOf, quote, textOf } from "../../script/read-call";
import type { OwnNames } from "../../style/own-names";
import { readDeclaredNames } from "../../style/read-styles";
import { placeOfChange } from "./describe-changes";
import { createForeignTest, findScriptChanges, findStyleChanges } from "./find-changes";
import { hides } from "./hides";

const block = /\.card-widgets__widget(?![a-z])|\[data-(?:widget-)?code\b/;
const codeInSelector =
  /\.card-widgets__widget-([\w\ufffc]+)|\[data-(?:widget-)?code[$^*]?=["']?([^"'\]]{1,100})/g;

export const km810 = defineRule({
  id: "KM810",
  clause: "amoCRM: Requirements",
  title: "Other widgets are left alone.",
  severity: "error",
  kind: "heuristic",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script", "style"],
  why: "Another widget that is hidden, moved or switched off is a fault that its author cannot find.",
  good: '$(".card-widgets__widget-acme_notes").addClass("acme-wide");',
  bad: '$(".card-widgets__widget").not(own).hide();',
  check(context) {
    const declared = readDeclaredNames(context);
    const isForeign = createForeignTest(context, block);
    const concerns = (selector: string) =>
      block.test(selector) && isForeign(selector) && !namesOwnCode(selector, declared);
    for (const change of findScriptChanges(context, concerns))
      context.report({
        ...placeOfChange(change),
        message: "This changes the blocks of other widgets.",
        fix: "name your own block: .card-widgets__widget-<code>.",
      });
    for (const { sheet, rule, at, selector } of findStyleChanges(context, concerns))
      if (hides(rule))
        context.report({
          file: sheet.file,
          at,
          message: "This rule hides the blocks of other widgets.",
          found: selector,
          fix: "name your own block: .card-widgets__widget-<code>.",
        });
    checkRequests(context, declared);
  },
  inPage: {
    sees: ["neighbour"],
    describe: (sight) => ({
      message: `The block of another widget is changed ${nameAreas(sight)}.`,
      found: `${sight.subject}: ${sight.detail}`,
      fix: "name your own block: .card-widgets__widget-<code>.",
    }),
  },
});

/** Where the code is not known, as with a stranger's archive, a code that is written out is taken for the widget's. */
function namesOwnCode(selector: string, { names, isOwn }: OwnNames): boolean {
  return [...selector.matchAll(codeInSelector)].some(([, first, second]) => {
    const code = first ?? second ?? "";
    return names.length === 0 || isOwn(code);
  });
}

/** Installing is a POST to the widget's address, uninstalling a DELETE. */
function checkRequests({ widget, report }: RuleContext, { names, isOwn }: OwnNames): void {
  for (const script of widget.scripts) {
    for (const { call, url, options } of script.once(findRequests)) {
      const code = /\/api\/v4\/widgets\/([\w\ufffc]+)/.exec(url ?? "")?.[1];
      if (code === undefined || code.includes(hole) || names.length === 0 || isOwn(code)) continue;
      const type = memberOf(options, "method") ?? memberOf(options, "type");
      const verb = type === null ? script.pathOf(call.callee as AnyNode) : textOf(script, type);
      if (!/post|delete|patch|put/i.test(verb ?? "")) continue;
      report({
        file: script.file,
        at: call.start,
        message: `This installs, sets up or removes the widget ${code}.`,
        found: quote(script, call),
      });
    }
  }
}
