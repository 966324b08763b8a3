import type { FindFrames } from "../../../src/emulator/pages/health/find-frames";
import { describeNode } from "../../../src/emulator/pages/health/own-places";
import { createPatcher } from "../../../src/emulator/pages/health/patch";
import type { Notebook } from "./note";

const most = 200;
/** amoCRM: Requirements. The band at the top where the CRM's own controls lie, px. */
const band = 65;

/**
 * Notes the elements that a widget makes drop zones of. What it returns looks where they lie: over the left menu or in
 * the band at the top.
 */
export function watchDrops(
  window: Window & typeof globalThis,
  findFrames: FindFrames,
  { note }: Notebook,
): () => void {
  const { document } = window;
  const zones = new Map<Element, readonly string[]>();
  createPatcher().method(window.EventTarget.prototype, "addEventListener", (original) => {
    return function add(this: EventTarget, ...args: unknown[]) {
      // Who listens on the whole page only keeps files from being opened by it, or waits for what lies further in.
      const isZone =
        args[0] === "drop" && this instanceof window.Element && this !== document.documentElement;
      if (isZone && this !== document.body && zones.size < most) {
        const { places } = findFrames(add);
        if (places.length > 0) zones.set(this as Element, places);
      }
      return Reflect.apply(original, this, args);
    };
  });
  return () => {
    const menu = document.getElementById("left_menu")?.getBoundingClientRect();
    const made = [...document.querySelectorAll(".ui-droppable")].slice(0, most);
    for (const zone of [...zones.keys(), ...made]) {
      const rect = zone.getBoundingClientRect();
      if (!zone.isConnected || rect.width === 0 || rect.height === 0 || zone.closest(".modal") !== null)
        continue;
      const size = `${Math.round(rect.width)} × ${Math.round(rect.height)} px at ${Math.round(rect.left)}, ${Math.round(rect.top)}`;
      const places = zones.get(zone) ?? [];
      if (menu !== undefined && overlaps(rect, menu))
        note("drop-zone", describeNode(zone), `over the left menu (${size})`, places);
      else if (rect.top < band && rect.bottom > 0 && zone.closest(".card-widgets") === null)
        note("drop-zone", describeNode(zone), `in the band of ${band} px at the top (${size})`, places);
    }
  };
}

function overlaps(a: DOMRect, b: DOMRect): boolean {
  const room = 1;
  return (
    a.left < b.right - room && a.right > b.left + room && a.top < b.bottom - room && a.bottom > b.top + room
  );
}
