/**
 * Runs code of an author's: what it throws, or what its promise rejects with, goes to `fail` and no further.
 */
export function attempt<T>(fail: (error: unknown) => void, run: () => T): T | undefined {
  try {
    const result = run();
    (result as PromiseLike<unknown> | undefined)?.then?.(undefined, fail);
    return result;
  } catch (error) {
    fail(error);
  }
}
