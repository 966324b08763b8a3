import type { Ledger } from "../../../src/emulator/pages/health/create-ledger";

const most = 20_000;

/** The outermost nodes that the widget has put into the page, as far as they are elements. */
export function listOwn(document: Document, ledger: Ledger): readonly Element[] {
  const found: Element[] = [];
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ELEMENT, (node) =>
    node.parentNode !== null && ledger.isOwn(node.parentNode)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  for (let count = 0; count < most && walker.nextNode() !== null; count += 1) {
    const node = walker.currentNode as Element;
    if (ledger.isOwn(node)) found.push(node);
  }
  return found;
}
