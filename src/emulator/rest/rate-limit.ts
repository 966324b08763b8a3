/** Kommo: Limitations; requests a second. */
const rate = 7;

/**
 * Counts requests in windows of a second: true for those within the rate.
 *
 * @example
 * const take = createRateLimit(() => performance.now());
 */
export function createRateLimit(clock: () => number): () => boolean {
  let begun = Number.NEGATIVE_INFINITY;
  let taken = 0;
  return () => {
    const now = clock();
    if (now - begun >= 1000) {
      begun = now;
      taken = 0;
    }
    taken += 1;
    return taken <= rate;
  };
}
