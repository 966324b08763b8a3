import { generate } from "../../engines/css";
import type { RuleContext } from "../../rule";
import type { Script } from "../../script/create-script";
import { findPageWrites, type PageWrite } from "../../script/find-page-writes";
import type { Stylesheet, StyleRule } from "../../style/create-stylesheet";
import { listSheets } from "../../style/list-embedded-styles";
import { placeOfRule, readOwnNames } from "../../style/read-styles";
import type { Widget } from "../../widget/create-widget";
import { lazy } from "../../widget/lazy";
import { listOwnMarkup } from "./list-own-markup";

/** A change that a script makes to elements that a rule asks about. */
export interface ScriptChange extends PageWrite {
  readonly script: Script;
  /** The one of several selectors that names them. */
  readonly selector: string;
}

/** A rule of a style sheet for elements that a rule asks about. */
export interface StyleChange {
  readonly sheet: Stylesheet;
  readonly rule: StyleRule;
  readonly selector: string;
  readonly at: number;
}

type SelectorTest = (selector: string) => boolean;

/** Nobody writes longer ones; what a hostile text says beyond it is not looked at. */
const longestSelector = 1000;

/** What the scripts change of the elements that a test takes by their selectors. */
export function findScriptChanges({ widget }: RuleContext, concerns: SelectorTest): readonly ScriptChange[] {
  return widget.scripts.flatMap((script) =>
    script.once(findPageWrites).flatMap((write) => {
      const selector = write.selector.slice(0, longestSelector).split(",").find(concerns);
      return selector === undefined ? [] : [{ ...write, script, selector: selector.trim() }];
    }),
  );
}

/** What the style sheets change of them. */
export function findStyleChanges(context: RuleContext, concerns: SelectorTest): readonly StyleChange[] {
  return context.widget.once(listStyleSelectors).flatMap(({ sheet, rule, selectors }) => {
    const selector = selectors.find(concerns);
    return selector === undefined ? [] : [{ sheet, rule, selector, at: placeOfRule(sheet, rule) }];
  });
}

/** Written out once for all the rules that look for something in them. */
function listStyleSelectors(widget: Widget) {
  return listSheets(widget).flatMap((sheet) =>
    sheet.rules.map((rule) => ({
      sheet,
      rule,
      selectors: rule.selectors.map((selector) => generate(selector).slice(0, longestSelector)),
    })),
  );
}

/**
 * A test for selectors that name a part of the CRM and nothing of the widget's: neither a name with its sign, nor one
 * that its own markup holds, because a widget may lend the CRM's classes for its looks.
 */
export function createForeignTest(context: RuleContext, part: RegExp): SelectorTest {
  // Hardly any selector names the part, and only then somebody asks.
  const ownNames = lazy(() => readOwnNames(context));
  const isOwn = (token: string) => {
    const own = ownNames();
    const name = token.slice(1);
    // Where the widget's names are not known, any strange name passes for its own.
    if (own.isOwn(name) && (own.names.length > 0 || !part.test(token))) return true;
    return context.widget.once(listOwnMarkup).has(name);
  };
  return (selector) => part.test(selector) && !(selector.match(/[.#][\w\ufffc-]+/g) ?? []).some(isOwn);
}
