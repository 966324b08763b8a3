import { findStray } from "../lists/stray-files";
import type { ReadWidget } from "../widget/widget-files";
import { applyEdits, type TextEdit } from "./text-edit";

/** What becomes of a file; null where it is not there. */
export interface FileFix {
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
}

/**
 * What a fix would do to the files of a widget: the edits that rules propose, and in an archive what does not belong
 * there left out and a packed folder moved to the root. A folder loses no files: it may be a working tree.
 */
export function describeFixes(
  widget: ReadWidget,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
): ReadonlyMap<string, FileFix> {
  const fixes = new Map<string, FileFix>();
  // Packed anew, an archive of which a part could not be read would lose that part.
  if (widget.kind === "zip" && widget.faults.some(({ severity }) => severity === "error")) return fixes;
  const wrapper = widget.kind === "zip" ? findWrapper(widget) : null;
  for (const [path, before] of widget.files) {
    const own = edits.get(path) ?? [];
    const isJunk = widget.kind === "zip" && findStray(path) === "junk";
    const target = wrapper === null || !path.startsWith(wrapper) ? path : path.slice(wrapper.length);
    if (isJunk || target !== path) fixes.set(path, { before, after: null });
    if (!isJunk && (own.length > 0 || target !== path))
      fixes.set(target, { before: target === path ? before : null, after: edit(before, own) });
  }
  return fixes;
}

function edit(bytes: Uint8Array, edits: readonly TextEdit[]): Uint8Array {
  if (edits.length === 0) return bytes;
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return new TextEncoder().encode(applyEdits(text, edits));
}

/** "widget/" when the whole widget lies in that folder. */
function findWrapper({ files }: ReadWidget): string | null {
  if (files.has("manifest.json")) return null;
  const manifest = [...files.keys()].find((path) => /^[^/]+\/manifest\.json$/.test(path));
  const wrapper = manifest?.slice(0, -"manifest.json".length) ?? null;
  const others = [...files.keys()].filter(
    (path) => findStray(path) !== "junk" && !path.startsWith(wrapper ?? ""),
  );
  return others.length === 0 ? wrapper : null;
}
