/** What a reader takes in at most. A real widget is a hundred times smaller; a hostile one must not fill the memory. */
export const limits = {
  entries: 5_000,
  archiveBytes: 32 * 1024 * 1024,
  fileBytes: 16 * 1024 * 1024,
  totalBytes: 64 * 1024 * 1024,
} as const;

export function inMegabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
