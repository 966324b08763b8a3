import { findStray, type StrayKind } from "../../lists/stray-files";
import type { Widget } from "../../widget/create-widget";

/**
 * Entries of one kind that nothing uses; of a folder that is a stray as a whole only the folder. A page or template
 * that the widget loads is no leftover, whatever its name.
 */
export function listStrays(
  widget: Widget,
  kinds: readonly StrayKind[],
): { readonly path: string; readonly kind: StrayKind }[] {
  const used = [...widget.usedFiles];
  const seen = new Set<string>();
  return widget.entries.flatMap((entry) => {
    const kind = findStray(entry);
    if (kind === null || !kinds.includes(kind) || used.some((path) => path.startsWith(entry))) return [];
    const path = trimToStray(entry);
    if (seen.has(path)) return [];
    seen.add(path);
    return [{ path, kind }];
  });
}

function trimToStray(entry: string): string {
  const parts = entry.split("/");
  const first = parts.findIndex((_, index) => findStray(`${parts.slice(0, index + 1).join("/")}/`) !== null);
  return first < 0 || first >= parts.length - 1 ? entry : `${parts.slice(0, first + 1).join("/")}/`;
}
