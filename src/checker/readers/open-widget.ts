import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { ReadWidget } from "../widget/widget-files";
import { createFault } from "./create-fault";
import { inMegabytes, limits } from "./limits";
import { readFolder } from "./read-folder";
import { readZip } from "./read-zip";

/**
 * Reads a widget from a folder or a zip archive, whichever the path leads to.
 *
 * @throws what `fs` throws when the path cannot be read; never for what the widget holds
 * @example
 * const { files } = openWidget("dist/widget.zip");
 */
export function openWidget(path: string): ReadWidget {
  const status = statSync(path);
  if (status.isDirectory()) return readFolder(path);
  const name = basename(path);
  if (status.size <= limits.archiveBytes) return readZip(readFileSync(path), name);
  const fault = createFault({
    message: "The archive is too big to be read.",
    found: inMegabytes(status.size),
    expected: `at most ${inMegabytes(limits.archiveBytes)}`,
  });
  return { files: new Map(), entries: [], kind: "zip", name, faults: [fault] };
}
