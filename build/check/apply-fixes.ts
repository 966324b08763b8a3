import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  describeFixes,
  formatDifference,
  type CheckResult,
  type FileFix,
  type ReadWidget,
} from "../../src/checker";
import { writeZip } from "../archive/write-zip";

/**
 * Shows what can be mended without a doubt, then mends it: in a folder file by file, in an archive by packing it anew.
 *
 * @returns how many files changed
 */
export function applyFixes(
  path: string,
  widget: ReadWidget,
  { edits }: CheckResult,
  show: (text: string) => void,
): number {
  const fixes = describeFixes(widget, edits);
  for (const [name, fix] of fixes) show(describeFix(name, fix));
  if (fixes.size === 0) return 0;
  if (widget.kind === "folder") writeFiles(path, fixes);
  else writeArchive(path, widget, fixes);
  return fixes.size;
}

function describeFix(name: string, { before, after }: FileFix): string {
  if (after === null) return `--- ${name}\n  (left out)\n`;
  if (before === null) return `+++ ${name}\n  (moved here)\n`;
  return formatDifference(name, decode(before), decode(after));
}

function writeFiles(folder: string, fixes: ReadonlyMap<string, FileFix>): void {
  for (const [name, { after }] of fixes) {
    if (after === null) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), after);
  }
}

function writeArchive(path: string, { files }: ReadWidget, fixes: ReadonlyMap<string, FileFix>): void {
  const mended = new Map(files);
  for (const [name, { after }] of fixes) {
    if (after === null) mended.delete(name);
    else mended.set(name, after);
  }
  // Written beside it and moved, so that a full disk does not cost the archive.
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, writeZip(mended));
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
