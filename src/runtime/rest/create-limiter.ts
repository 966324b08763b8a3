import { pause } from "./pause";

/** Lets a request pass when its turn has come; rejects with the signal's reason when that is aborted before. */
export type Limiter = (signal?: AbortSignal) => Promise<void>;

/** At most so many passes in any second, in the order in which they were asked for. */
export function createLimiter(perSecond: number): Limiter {
  const passed: number[] = [];
  let last: Promise<unknown> = Promise.resolve();

  return (signal) => {
    const turn = last.then(() => pass(signal));
    last = turn.catch(() => undefined);
    return turn;
  };

  async function pass(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    const [oldest = 0] = passed.slice(-perSecond);
    const wait = oldest + 1000 - performance.now();
    if (passed.length >= perSecond && wait > 0) await pause(wait, signal);
    passed.push(performance.now());
    if (passed.length > perSecond) passed.shift();
  }
}
