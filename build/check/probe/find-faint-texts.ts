import { measureContrast } from "../../../src/checker/images/colour-contrast";
import { describeNode } from "../../../src/emulator/pages/health/own-places";
import type { Ledger } from "../../../src/emulator/pages/health/create-ledger";
import type { Notebook } from "./note";
import { createColourReader, type Rgb } from "./read-colours";

const most = 3000;
/** What the CRM draws for a widget in its own colours, and what nobody has to read. */
const passed =
  ".card-widgets__widget__caption, [disabled], [aria-disabled=true], [aria-hidden=true], [class*=-disabled], script, style, noscript";

/** Notes texts of the widget's whose contrast is below 4.5, or 3.0 where they are large; one for each pair of colours. */
export function findFaintTexts(
  window: Window & typeof globalThis,
  ledger: Ledger,
  { note }: Notebook,
  theme: string,
): void {
  const { document } = window;
  const colours = createColourReader(window);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set<Element>();
  for (let count = 0; count < most && walker.nextNode() !== null;) {
    const element = walker.currentNode.parentElement;
    if (element === null || seen.has(element) || !/[\p{L}\p{N}]/u.test(walker.currentNode.nodeValue ?? ""))
      continue;
    seen.add(element);
    if (!ledger.isOwn(walker.currentNode)) continue;
    count += 1;
    look(element, (walker.currentNode.nodeValue ?? "").trim());
  }

  function look(element: Element, text: string): void {
    if (element.closest(passed) !== null || !isVisible(element)) return;
    const read = colours.read(element);
    if (read === null) return;
    const { fontSize, fontWeight } = window.getComputedStyle(element);
    const size = Number.parseFloat(fontSize);
    const needed = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700) ? 3 : 4.5;
    const contrast = measureContrast(read.text, read.ground);
    if (contrast >= needed) return;
    const shown = text.length > 30 ? `${text.slice(0, 30)}…` : text;
    const pair = `${write(read.text)} on ${write(read.ground)}`;
    // The notebook keeps one of a kind and subject, so the pair of colours is the place.
    note(
      "contrast",
      `${pair} in the ${theme} theme`,
      `${describeNode(element)} "${shown}" has a contrast of ${contrast.toFixed(1)}, below ${needed.toFixed(1)}`,
      [],
    );
  }
}

function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return (
    width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  );
}

function write(colour: Rgb): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
