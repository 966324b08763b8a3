import type { WidgetFiles } from "../archive/widget-files";

/** What the change of a widget's files asks of open pages. */
export interface FileChange {
  readonly kind: "none" | "style" | "page";
  /** The files that changed, came or went, sorted. */
  readonly files: readonly string[];
}

/** Where only style.css and what it refers to changed, a page may stay as it is and take the new sheet. */
export function describeChange(before: WidgetFiles, after: WidgetFiles): FileChange {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  const files = names.filter((name) => !isEqual(before.get(name), after.get(name)));
  if (files.length === 0) return { kind: "none", files };
  const isStyle = files.includes("style.css") && before.has("style.css") && after.has("style.css");
  const isOnlyStyle = isStyle && files.every((name) => name === "style.css" || name.startsWith("assets/"));
  return { kind: isOnlyStyle ? "style" : "page", files };
}

function isEqual(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;
}
