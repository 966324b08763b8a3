/** What keeps an area from being looked at; its message is the end of a sentence. */
export class Obstacle extends Error {}

/**
 * Waits for work, and no longer than the time allows; what becomes of the work then is not told.
 *
 * @throws Obstacle with `reason` when the time is over
 */
export async function within<T>(ms: number, work: Promise<T>, reason: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Obstacle(reason)), ms);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
  }
}
