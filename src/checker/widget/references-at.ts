import type { Reference } from "./collect-references";
import type { Widget } from "./create-widget";

const none: readonly Reference[] = [];

/** The texts of a file that begin at one place; found at once, however many texts there are. */
export function referencesAt(widget: Widget, file: string, at: number): readonly Reference[] {
  return widget.once(createIndex)(file).get(at) ?? none;
}

function createIndex(widget: Widget) {
  const files = new Map<string, ReadonlyMap<number, readonly Reference[]>>();
  return (file: string) => {
    const known = files.get(file);
    if (known !== undefined) return known;
    const byPlace = new Map<number, Reference[]>();
    for (const reference of widget.referencesOf(file)) {
      const beside = byPlace.get(reference.at);
      if (beside === undefined) byPlace.set(reference.at, [reference]);
      else beside.push(reference);
    }
    files.set(file, byPlace);
    return byPlace;
  };
}
