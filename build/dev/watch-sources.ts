import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, watch, type FSWatcher } from "node:fs";
import { dirname, join, sep } from "node:path";

export interface SourceWatcher {
  /** Watches the folders of these files too, without their subfolders. */
  addFiles(files: Iterable<string>): void;
  close(): void;
}

/** Editors write a file in several steps; the steps of one save lie closer together than this. Milliseconds. */
const quietTime = 8;

/**
 * Calls `onChange` with the absolute paths of files whose content changed below the folders (those that do not exist
 * yet too), once for all changes of one save. Each folder has a watcher of its own: it hears of files that are
 * replaced by renaming, as most editors save, where a watcher on the file itself falls silent.
 */
export function watchSources(
  folders: readonly string[],
  onChange: (files: ReadonlySet<string>) => void,
): SourceWatcher {
  const watchers = new Map<string, FSWatcher>();
  const contents = new Map<string, string>();
  const touched = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  for (const folder of folders) {
    watchTree(folder);
    // Tells when the folder itself comes, or comes back.
    watchFolder(dirname(folder));
  }
  return {
    addFiles(files) {
      for (const file of files) {
        if (contents.has(file)) continue;
        contents.set(file, hashFile(file));
        watchFolder(dirname(file));
      }
    },
    close() {
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };

  function watchTree(folder: string): void {
    if (!watchFolder(folder)) return;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) watchTree(path);
      else if (!contents.has(path)) contents.set(path, hashFile(path));
    }
  }

  function watchFolder(folder: string): boolean {
    if (watchers.has(folder)) return true;
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return false;
    const watcher = watch(folder, (_event, name) => {
      if (name !== null) touch(join(folder, name));
    });
    // A folder that was removed; its parent tells of it, and of its return.
    watcher.on("error", () => forget(folder));
    watchers.set(folder, watcher);
    return true;
  }

  function forget(folder: string): void {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  }

  function touch(path: string): void {
    const inside = folders.some((folder) => path === folder || path.startsWith(folder + sep));
    if (!inside && !contents.has(path)) return;
    touched.add(path);
    clearTimeout(timer);
    timer = setTimeout(settle, quietTime);
  }

  function settle(): void {
    const changed = new Set([...touched].filter(hasChanged));
    touched.clear();
    if (changed.size > 0) onChange(changed);
  }

  function hasChanged(path: string): boolean {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      // Files may have been written into a new folder before it was watched.
      forget(path);
      watchTree(path);
      return true;
    }
    const before = contents.get(path);
    const now = hashFile(path);
    contents.set(path, now);
    return before !== now;
  }
}

function hashFile(path: string): string {
  try {
    return createHash("sha1").update(readFileSync(path)).digest("base64");
  } catch {
    return "missing";
  }
}
