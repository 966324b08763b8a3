import { crc32, inflateRawSync } from "node:zlib";
import type { ReaderFault, ReadWidget } from "../widget/widget-files";
import { createFault } from "./create-fault";
import { judgeEntryName } from "./judge-entry-name";
import { inMegabytes, limits } from "./limits";
import { readZipDirectory, type ZipEntry } from "./read-zip-directory";

/**
 * Reads a zip archive in memory. It never throws and never writes; what it cannot or will not read (a bomb, a link, a
 * name that leads outside, an encrypted entry, a broken header) becomes a fault, the rest is read all the same.
 *
 * @example
 * const widget = readZip(await readFile("widget.zip"), "widget.zip");
 */
export function readZip(bytes: Uint8Array, name: string): ReadWidget {
  const files = new Map<string, Uint8Array>();
  const folded = new Map<string, string>();
  const directory = readZipDirectory(bytes);
  const faults = [...directory.faults];
  let total = 0;
  for (const entry of directory.entries) {
    const { path, fault } = judgeEntryName(entry.name);
    if (fault !== null) faults.push(fault);
    if (path === null || path.endsWith("/")) continue;
    const twin = folded.get(path.toLowerCase());
    if (twin !== undefined) faults.push(describeTwin(path, twin));
    if (files.has(path)) continue;
    folded.set(path.toLowerCase(), path);
    const content = readContent(bytes, entry, limits.totalBytes - total);
    if ("message" in content) faults.push(content);
    else {
      files.set(path, content);
      total += content.length;
    }
  }
  return { files, entries: directory.entries.map((entry) => entry.name), kind: "zip", name, faults };
}

function readContent(bytes: Uint8Array, entry: ZipEntry, room: number): Uint8Array | ReaderFault {
  const refuse = (message: string, found: string | null = null, expected: string | null = null) =>
    createFault({ entry: entry.name, message, found, expected, fix: "pack the widget anew." });
  if (entry.encrypted) return refuse("The entry is encrypted.", null, "an entry without a password");
  if (entry.isLink) return refuse("The entry is a link.", null, "a file");
  if (entry.method !== 0 && entry.method !== 8)
    return refuse(
      "The entry is compressed in a way that a zip seldom is.",
      `method ${entry.method}`,
      "deflate",
    );
  const packed = locateContent(bytes, entry);
  if (packed === null) return refuse("The entry does not lie where the directory says.");
  const most = Math.min(limits.fileBytes, room);
  if (entry.size > most)
    return refuse(`The entry is too big to be read.`, `${entry.size} bytes`, describeRoom(most));
  try {
    const content = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: entry.size + 1 });
    if (content.length !== entry.size)
      return refuse(
        "The entry is not as long as it claims.",
        `${content.length} bytes`,
        `${entry.size} bytes`,
      );
    if (crc32(content) !== entry.crc) return refuse("The entry is damaged: its checksum does not fit.");
    return new Uint8Array(content.buffer, content.byteOffset, content.length);
  } catch (error) {
    const isTooLong = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    return isTooLong
      ? refuse("The entry is longer than it claims.", null, `${entry.size} bytes`)
      : refuse("The entry is damaged: it cannot be unpacked.");
  }
}

function describeRoom(most: number): string {
  return most === limits.fileBytes
    ? `at most ${inMegabytes(limits.fileBytes)} a file`
    : `at most ${inMegabytes(limits.totalBytes)} altogether`;
}

function locateContent(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  if (entry.offset < 0 || entry.offset + 30 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(entry.offset, true) !== 0x04034b50) return null;
  const nameLength = view.getUint16(entry.offset + 26, true);
  const start = entry.offset + 30 + nameLength + view.getUint16(entry.offset + 28, true);
  const end = start + entry.packedSize;
  return end <= bytes.length ? bytes.subarray(start, end) : null;
}

function describeTwin(path: string, twin: string): ReaderFault {
  const message =
    path === twin
      ? "The archive holds this entry twice; which one counts is a matter of luck."
      : "Two entries differ only in capital letters; some systems keep only one of them.";
  return createFault({
    entry: path,
    message,
    found: twin,
    expected: "one entry a name",
    fix: "remove one of them.",
  });
}
