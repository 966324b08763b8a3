/**
 * Bytes as people compare them; 1 KB is 1,000 B.
 *
 * @example
 * formatSize(8312) // "8.3 KB"
 */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} KB`;
  return `${(bytes / 1_000_000).toFixed(2)} MB`;
}

/** A change of size with its sign; "" where there is none. */
export function formatChange(bytes: number): string {
  if (bytes === 0) return "";
  return `${bytes > 0 ? "+" : "−"}${formatSize(Math.abs(bytes))}`;
}
