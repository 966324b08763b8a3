import { zipSync, type Zippable } from "fflate";
import { isCompressed } from "./is-compressed";
import type { WidgetFiles } from "./widget-files";

/**
 * Packs the files of a widget: sorted by name, all with one fixed time, so that the same files give the same bytes
 * everywhere.
 */
export function writeZip(files: WidgetFiles): Uint8Array {
  const entries: Zippable = {};
  for (const name of [...files.keys()].sort()) {
    // A zip keeps local time. Text without a zone is local time too, so the bytes do not depend on the zone.
    const options = { mtime: "2020-01-01T00:00:00", level: isCompressed(name) ? 0 : 9 } as const;
    entries[name] = [files.get(name) as Uint8Array, options];
  }
  return zipSync(entries);
}
