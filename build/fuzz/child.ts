import { createSample } from "../../src/checker/cases/sample-widget";
import { createVictim } from "./create-victim";
import { createRunner } from "./run-victim";

/** Seconds of computing, of one check or what else is one step to a user. */
const longestStep = 5;

/** What the process that watches is told after each run. */
export interface RunReport {
  readonly run: number;
  readonly what: string;
  /** Milliseconds of computing, of the longest step. */
  readonly took: number;
  /** The most memory that the process has had so far, in bytes. */
  readonly peak: number;
  readonly error: string | null;
}

/** Runs the victims of some seeds one after the other, and reports each before the next. */
export async function runChild([from = "0", to = "0", seed = "1"]: readonly string[]): Promise<void> {
  const runner = createRunner(process.cwd());
  const sample = createSample();
  for (let run = Number(from); run < Number(to); run++) {
    const victim = createVictim(sample, Number(seed) * 1_000_003 + run);
    await send({ run, what: victim.what });
    let error: string | null = null;
    let took = 0;
    try {
      took = await runner.run(victim);
    } catch (thrown) {
      error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    }
    if (took > longestStep * 1000) error = `it took ${Math.round(took)} ms of computing`;
    const peak = process.resourceUsage().maxRSS * 1024;
    await send({ run, what: victim.what, took, peak, error } satisfies RunReport);
  }
  process.disconnect();
}

function send(message: object): Promise<void> {
  return new Promise((resolve, reject) =>
    process.send?.(message, (error: Error | null) => (error === null ? resolve() : reject(error))),
  );
}
