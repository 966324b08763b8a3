import { gzipSync } from "node:zlib";
import { isCompressed } from "../archive/is-compressed";
import type { WidgetFiles } from "../archive/widget-files";

export interface Size {
  readonly raw: number;
  /** What travels: servers compress text, and send images as they are. */
  readonly gzip: number;
}

/** Row of the size table → its size. Files of one folder make one row. */
export type Sizes = ReadonlyMap<string, Size>;

/** Measures what the widget weighs, file by file, and the archive as a whole. Bytes. */
export function measureSizes(files: WidgetFiles, zip: Uint8Array): Sizes {
  const sizes = new Map<string, Size>();
  for (const [name, bytes] of files) {
    const row = name.includes("/") ? `${name.slice(0, name.indexOf("/"))}/` : name;
    const before = sizes.get(row) ?? { raw: 0, gzip: 0 };
    const gzip = isCompressed(name) ? bytes.length : gzipSync(bytes, { level: 9 }).length;
    sizes.set(row, { raw: before.raw + bytes.length, gzip: before.gzip + gzip });
  }
  const sorted = [...sizes].sort(([, a], [, b]) => b.gzip - a.gzip);
  return new Map([...sorted, ["widget.zip", { raw: zip.length, gzip: zip.length }]]);
}
