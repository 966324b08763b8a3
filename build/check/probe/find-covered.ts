import { describeNode, findContainer } from "../../../src/emulator/pages/health/own-places";
import type { Ledger } from "../../../src/emulator/pages/health/create-ledger";
import type { Notebook } from "./note";

const controls = "a[href], button, input, select, textarea, [role=button], [role=tab], [tabindex]";
const most = 400;

/**
 * Asks at the middle of every control of the CRM what lies there, and notes each node of the widget's that does. A
 * window of the host's own is no layer: it can be closed.
 */
export function findCovered(
  window: Window & typeof globalThis,
  code: string,
  ledger: Ledger,
  { note }: Notebook,
): void {
  const { document } = window;
  const covered = new Map<Element, string[]>();
  const modal = topModal(document);
  const all = [...(modal ?? document).querySelectorAll(controls)].filter((control) => !ledger.isOwn(control));
  for (const control of all.slice(0, most)) {
    const { left, top, width, height } = control.getBoundingClientRect();
    if (width < 4 || height < 4) continue;
    const [x, y] = [left + width / 2, top + height / 2];
    const hit = document.elementFromPoint(x, y);
    if (hit === null || control.contains(hit) || hit.contains(control) || !ledger.isOwn(hit)) continue;
    if (hit.closest(".modal, .default-overlay") !== null && modal === null) continue;
    if (liesInside(findContainer(hit, code), x, y)) continue;
    const layer = findLayer(window, hit, ledger);
    covered.set(layer, [...(covered.get(layer) ?? []), describeNode(control)]);
  }
  const size = `${window.innerWidth} × ${window.innerHeight} px`;
  for (const [layer, hidden] of covered) {
    const { width, height } = layer.getBoundingClientRect();
    const others = hidden.length > 3 ? ` and ${hidden.length - 3} more` : "";
    const names = `${hidden.slice(0, 3).join(", ")}${others}`;
    note(
      "cover",
      describeNode(layer),
      `${Math.round(width)} × ${Math.round(height)} px over ${names}; the window has ${size}`,
    );
  }
}

/** What covers a control within the widget's own place, the CRM has laid there. */
function liesInside(container: Element | null, x: number, y: number): boolean {
  if (container === null) return false;
  const { left, top, right, bottom } = container.getBoundingClientRect();
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** A window of the host's that is open lies over everything by right; only what lies over it counts then. */
function topModal(document: Document): Element | null {
  return [...document.querySelectorAll(".modal")].filter((one) => one.checkVisibility()).at(-1) ?? null;
}

/** The positioned node that brought the hit one there. */
function findLayer(window: Window, hit: Element, ledger: Ledger): Element {
  let layer = hit;
  for (let one: Element | null = hit; one !== null && ledger.isOwn(one); one = one.parentElement) {
    layer = one;
    if (/fixed|absolute|sticky/.test(window.getComputedStyle(one).position)) break;
  }
  return layer;
}
