/** A compiled widget as data: path inside the archive → bytes. */
export type WidgetFiles = ReadonlyMap<string, Uint8Array>;
