import { isUtf8 } from "node:buffer";

/** What keeps a file from being UTF-8 without BOM, in words that finish "The file …", and the first line of it. */
export interface EncodingFault {
  readonly found: string;
  readonly line: number;
}

/**
 * Finds the first byte that a text file of a widget must not hold. (Kommo: "Widget structure": text files are UTF-8
 * without BOM.)
 */
export function findEncodingFault(bytes: Uint8Array): EncodingFault | null {
  const [first, second, third] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { found: "is encoded as UTF-16", line: 1 };
  }
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return { found: "begins with a byte order mark (BOM)", line: 1 };
  }
  const zero = bytes.indexOf(0);
  if (zero !== -1)
    return { found: "holds a NUL byte, as binary files and UTF-16 do", line: lineAt(bytes, zero) };
  if (!isUtf8(bytes)) return { found: "holds bytes that are not UTF-8", line: findBrokenLine(bytes) };
  return null;
}

const lineFeed = 10;

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(lineFeed); at !== -1 && at < offset; at = bytes.indexOf(lineFeed, at + 1))
    line++;
  return line;
}

function findBrokenLine(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(lineFeed, start);
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
    line++;
  }
}
