import { describeNode, isContainer } from "../../../src/emulator/pages/health/own-places";
import type { Ledger } from "../../../src/emulator/pages/health/create-ledger";
import { listOwn } from "./list-own";
import type { Notebook } from "./note";

/** Notes bars that the widget holds at the window's bottom, and nodes that make the page taller than the window. */
export function findBars(
  window: Window & typeof globalThis,
  code: string,
  ledger: Ledger,
  { note }: Notebook,
): void {
  const { document } = window;
  const own = listOwn(document, ledger)
    .filter((node): node is HTMLElement => node instanceof window.HTMLElement)
    .filter((node) => !isContainer(node, code) && node.closest(".modal, head") === null)
    .slice(0, 200);
  for (const node of own) {
    for (const one of [node, ...node.querySelectorAll("*")].slice(0, 200)) if (isBar(one)) noteBar(one);
    noteGrowth(node);
  }

  function isBar(node: Element): boolean {
    if (!/fixed|sticky/.test(window.getComputedStyle(node).position)) return false;
    const { bottom, width, height } = node.getBoundingClientRect();
    const isWide = width >= window.innerWidth * 0.6;
    return (
      isWide && height > 0 && height < window.innerHeight / 2 && Math.abs(window.innerHeight - bottom) <= 2
    );
  }

  function noteBar(node: Element): void {
    const { width, height } = node.getBoundingClientRect();
    note(
      "bar",
      describeNode(node),
      `it stays at the bottom of the window, ${Math.round(width)} × ${Math.round(height)} px`,
    );
  }

  /** Without the node the page is shorter. */
  function noteGrowth(node: HTMLElement): void {
    const { scrollHeight } = document.documentElement;
    if (scrollHeight <= window.innerHeight + 1) return;
    const before = node.style.display;
    node.style.display = "none";
    const grown = scrollHeight - document.documentElement.scrollHeight;
    node.style.display = before;
    if (grown > 1) note("bar", describeNode(node), `it makes the page ${grown} px taller than without it`);
  }
}
