import { findStray } from "../lists/stray-files";
import { isScriptName, isStyleName, isTextName } from "./text-file";
import type { WidgetFiles } from "./widget-files";

/**
 * How much text is looked into, in bytes, of all files of a kind together. Parsing takes a second and a hundred
 * megabytes for each megabyte of code; no widget comes near these.
 */
const mostText = { script: 2_000_000, style: 600_000, json: 2_000_000, other: 2_000_000 } as const;

export interface SelectedFiles {
  /** The files to look into, sorted. */
  readonly names: readonly string[];
  /** Text files that are too big for it. */
  readonly oversized: readonly string[];
}

/**
 * Chooses the files to look into. What an operating system left behind, or a package manager installed, is named by a
 * rule and not read any further; nor is text beyond the limits, the smallest files first.
 */
export function selectFiles(files: WidgetFiles): SelectedFiles {
  const candidates = [...files]
    .filter(([path]) => isPartOfWidget(path))
    .sort(([, a], [, b]) => a.length - b.length);
  const left: Record<keyof typeof mostText, number> = { ...mostText };
  const names: string[] = [];
  const oversized: string[] = [];
  for (const [path, { length }] of candidates) {
    const kind = kindOf(path);
    const fits = kind === null || length <= left[kind];
    if (fits && kind !== null) left[kind] -= length;
    (fits ? names : oversized).push(path);
  }
  return { names: names.sort(), oversized: oversized.sort() };
}

function isPartOfWidget(path: string): boolean {
  return findStray(path) !== "junk" && !/(?:^|\/)(?:node_modules|bower_components)\//.test(path);
}

function kindOf(path: string): keyof typeof mostText | null {
  if (isScriptName(path)) return "script";
  if (isStyleName(path)) return "style";
  if (/\.json$/i.test(path)) return "json";
  return isTextName(path) ? "other" : null;
}
