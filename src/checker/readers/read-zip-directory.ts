import type { ReaderFault } from "../widget/widget-files";
import { createFault } from "./create-fault";
import { limits } from "./limits";

/** One entry as the archive's own directory tells of it. Sizes are claims, not facts. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly isLink: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header stands. */
  readonly offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

/** Walks the central directory of an archive: names and claims, no content. Stops with a fault at what is broken. */
export function readZipDirectory(bytes: Uint8Array): {
  readonly entries: readonly ZipEntry[];
  readonly faults: readonly ReaderFault[];
} {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null)
    return broken("The file is no zip archive: it has no directory at its end.", "a zip archive");
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const claimed = view.getUint32(end + 16, true);
  if (claimed === 0xffffffff || size === 0xffffffff) {
    return broken(
      "The archive has the Zip64 format, which is meant for archives over 4 GB.",
      "a plain zip archive",
    );
  }
  if (size > end) return broken("The directory of the archive claims to be longer than the archive.", null);
  // Some packers put something before the first entry and do not correct the offsets.
  const shift = isSignature(view, claimed, entrySignature) || count === 0 ? 0 : end - size - claimed;
  return walk(view, bytes, claimed + shift, end, shift, count);
}

function walk(view: DataView, bytes: Uint8Array, from: number, end: number, shift: number, count: number) {
  const entries: ZipEntry[] = [];
  let at = from;
  while (at + 46 <= end && at >= 0 && view.getUint32(at, true) === entrySignature) {
    if (entries.length >= limits.entries) {
      const message = `The archive has more than ${limits.entries} entries; the rest is not read.`;
      return {
        entries,
        faults: [createFault({ message, found: `${Math.max(count, entries.length + 1)} entries` })],
      };
    }
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) break;
    entries.push(readEntry(view, bytes, at, nameLength, shift));
    at = next;
  }
  if (at === end && (entries.length === count || count === 0xffff)) return { entries, faults: [] };
  const message = "The directory of the archive is broken; entries may be missing.";
  const expected = `${count} entries`;
  return {
    entries,
    faults: [createFault({ message, found: `${entries.length} entries`, expected, fix: packAnew })],
  };
}

function readEntry(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  nameLength: number,
  shift: number,
): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const madeBy = view.getUint8(at + 5);
  const mode = view.getUint32(at + 38, true) >>> 16;
  return {
    name: decodeName(bytes.subarray(at + 46, at + 46 + nameLength)),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) !== 0,
    // Unix and macOS keep the kind of a file in the upper half of its attributes.
    isLink: (madeBy === 3 || madeBy === 19) && (mode & 0xf000) === 0xa000,
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true) + shift,
  };
}

function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder("latin1").decode(bytes);
  }
}

function findEnd(view: DataView): number | null {
  // The directory's end is 22 bytes and a comment of at most 65,535.
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (isSignature(view, at, endSignature)) return at;
  return null;
}

function isSignature(view: DataView, at: number, signature: number): boolean {
  return at >= 0 && at + 4 <= view.byteLength && view.getUint32(at, true) === signature;
}

const packAnew = "pack the widget anew.";

function broken(message: string, expected: string | null) {
  return { entries: [], faults: [createFault({ message, expected, fix: packAnew })] };
}
