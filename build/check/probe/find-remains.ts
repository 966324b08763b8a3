import { describeNode } from "../../../src/emulator/pages/health/own-places";
import type { Ledger } from "../../../src/emulator/pages/health/create-ledger";
import { listOwn } from "./list-own";
import type { Notebook } from "./note";

/** Notes what is still there of a widget that was switched off. */
export function findRemains(document: Document, ledger: Ledger, { note }: Notebook): void {
  for (const node of listOwn(document, ledger)) {
    const isStyle = node.matches("style, link");
    const isModule = node.matches("script");
    // The browser keeps what RequireJS has loaded.
    if (!isModule) note("remains", describe(node), isStyle ? "a style sheet" : "a node");
  }
  for (const { kind, what, places } of ledger.holdings()) note("remains", what, nouns[kind], places);
}

/** `link style.css` */
function describe(node: Element): string {
  const file = /[^/?#]+(?=[?#]|$)/.exec(node.getAttribute("href") ?? "")?.[0];
  return file === undefined ? describeNode(node) : `${describeNode(node)} ${file}`;
}

const nouns = { listeners: "a listener", timers: "a timer", observers: "an observer" } as const;
