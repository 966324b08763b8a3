import type { Sight } from "../../../src/checker/page-evidence";

/** Makes one of what was seen in several areas. */
export function mergeSights(sights: readonly Sight[]): Sight[] {
  const merged = new Map<string, Sight>();
  for (const sight of sights) {
    const [place] = sight.places;
    const where = place === undefined ? "" : `${place.file}:${place.line}:${place.column}`;
    const key = JSON.stringify([sight.kind, sight.subject, where]);
    const known = merged.get(key);
    const areas = [...new Set([...(known?.areas ?? []), ...sight.areas])];
    merged.set(key, { ...(known ?? sight), areas });
  }
  return [...merged.values()];
}
