import { lstatSync, readdirSync, readFileSync, type Dirent } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { ReaderFault, ReadWidget } from "../widget/widget-files";
import { createFault } from "./create-fault";
import { inMegabytes, limits } from "./limits";

/** Folders that are never a part of a widget: named, so that a rule can say so, but not read. */
const unread = /^(?:\.git|\.svn|\.hg|node_modules)$/;

/**
 * Reads the files of a folder as a widget. Follows no link, writes nothing, and reads no more than its limits; what
 * it leaves out becomes a fault.
 *
 * @throws what `fs` throws when the folder itself cannot be read
 */
export function readFolder(folder: string): ReadWidget {
  const files = new Map<string, Uint8Array>();
  const entries: string[] = [];
  const faults: ReaderFault[] = [];
  let total = 0;

  const readEntry = (path: string, entry: Dirent) => {
    const inside = path === "" ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) {
      entries.push(`${inside}/`);
      return unread.test(entry.name) ? undefined : walk(inside);
    }
    entries.push(inside);
    if (!entry.isFile())
      return void faults.push(refuse(inside, "The entry is a link or a device.", "a file"));
    const size = lstatSync(join(folder, inside)).size;
    if (size > limits.fileBytes || total + size > limits.totalBytes)
      return void faults.push(
        refuse(inside, "The file is too big to be read.", `at most ${inMegabytes(limits.fileBytes)}`),
      );
    total += size;
    try {
      files.set(inside, readFileSync(join(folder, inside)));
    } catch {
      faults.push(refuse(inside, "The file cannot be read.", "a file that you may read"));
    }
  };
  const walk = (path: string) => {
    const items = readdirSync(join(folder, path), { withFileTypes: true });
    for (const item of items.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entries.length >= limits.entries) return;
      readEntry(path, item);
    }
  };
  walk("");
  if (entries.length >= limits.entries)
    faults.push(
      createFault({ message: `The folder has more than ${limits.entries} entries; the rest is not read.` }),
    );
  return { files, entries, kind: "folder", name: basename(resolve(folder)), faults };
}

function refuse(entry: string, message: string, expected: string): ReaderFault {
  return createFault({ entry, message, expected });
}
