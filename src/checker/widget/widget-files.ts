/** A widget as data: path inside the archive → bytes. */
export type WidgetFiles = ReadonlyMap<string, Uint8Array>;

/** What a reader found in a folder or an archive, before any rule looked at it. */
export interface ReadWidget {
  readonly files: WidgetFiles;
  /** Every entry as it is named there, folders and unusable ones too, in the order of the source. */
  readonly entries: readonly string[];
  readonly kind: "folder" | "zip";
  /** Base name of the folder or archive. */
  readonly name: string;
  /** What kept the reader from reading an entry, or the whole. */
  readonly faults: readonly ReaderFault[];
}

export interface ReaderFault {
  /** The entry, or null for the archive itself. */
  readonly entry: string | null;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly found: string | null;
  readonly expected: string | null;
  readonly fix: string | null;
}
