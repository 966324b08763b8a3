import type { Ledger } from "./create-ledger";
import { describeNode, isContainer } from "./own-places";

/**
 * Rules of a widget's style sheets that match nodes of the CRM outside the widget's places, on the page that is open:
 * `.button-input → button.button-input`.
 */
export function findLeakingRules(window: Window & typeof globalThis, code: string, ledger: Ledger): string[] {
  const found: string[] = [];
  for (const sheet of window.document.styleSheets) {
    const owner = sheet.ownerNode;
    const isWidgets =
      sheet.href?.includes(`/widgets/${code}/`) === true || (owner !== null && ledger.isOwn(owner));
    if (isWidgets) visitRules(readRules(sheet));
  }
  return found;

  function visitRules(rules: CSSRuleList | readonly CSSRule[]): void {
    for (const rule of rules) {
      if (rule instanceof window.CSSStyleRule) noteRule(rule);
      else if (rule instanceof window.CSSGroupingRule) visitRules(rule.cssRules);
    }
  }

  function noteRule({ selectorText }: CSSStyleRule): void {
    const outside = findMatches(selectorText).find((node) => !isContainer(node, code) && !ledger.isOwn(node));
    if (outside !== undefined) found.push(`${selectorText} → ${describeNode(outside)}`);
  }

  function findMatches(selector: string): Element[] {
    try {
      return [...window.document.querySelectorAll(selector.replace(/::?(before|after|placeholder)\b/g, ""))];
    } catch {
      return [];
    }
  }
}

function readRules(sheet: CSSStyleSheet): CSSRuleList | readonly CSSRule[] {
  try {
    return sheet.cssRules;
  } catch {
    return [];
  }
}
