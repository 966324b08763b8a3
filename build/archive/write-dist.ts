import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createProblem, UserError } from "../../src/manifest/problem";
import type { WidgetFiles } from "./widget-files";

/**
 * Puts a finished widget into `dist/`: unpacked in `dist/widget/`, packed as `dist/widget.zip`. Both are written
 * under other names first and moved, so that whoever looks finds the old widget or the new one, never a half.
 *
 * @throws UserError KB720 when the folder cannot be written
 */
export function writeDist(root: string, files: WidgetFiles, zip: Uint8Array): void {
  const dist = join(root, "dist");
  const work = join(dist, `.new-${process.pid}`);
  try {
    for (const [name, bytes] of files) writeFile(join(work, "widget", name), bytes);
    writeFile(join(work, "widget.zip"), zip);
    replace(dist, work, ["widget", "widget.zip"]);
  } catch (error) {
    throw new UserError(
      createProblem({
        code: "KB720",
        message: "The folder dist/ cannot be written.",
        found: error instanceof Error ? error.message : String(error),
        fix: "check its rights and the free space, and close what holds a file of it open.",
      }),
    );
  } finally {
    cleanUp(work);
  }
}

// Node 20 throws where dist/ is a file, and would hide the error that says so.
function cleanUp(work: string): void {
  try {
    rmSync(work, { recursive: true, force: true });
  } catch {
    // Nothing of ours is there.
  }
}

function writeFile(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

/** Swaps new for old, all or none. */
function replace(dist: string, work: string, names: readonly string[]): void {
  const old = join(work, "old");
  mkdirSync(old);
  const begun: string[] = [];
  try {
    for (const name of names) {
      moveIfPresent(join(dist, name), join(old, name));
      begun.push(name);
      renameSync(join(work, name), join(dist, name));
    }
  } catch (error) {
    for (const name of begun) {
      rmSync(join(dist, name), { recursive: true, force: true });
      moveIfPresent(join(old, name), join(dist, name));
    }
    throw error;
  }
}

function moveIfPresent(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
