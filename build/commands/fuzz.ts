import { readNumber, type Options } from "../cli/read-options";
import { fuzzChecker, type FuzzResult } from "../fuzz/fuzz-checker";
import { formatCount, runVitest } from "../testing/run-vitest";

const usualRuns = 10_000;

/**
 * Runs the property tests as often as asked for, and the checker on as many mutated widgets; with filters only what
 * has one of them in its path. Gives 0 when nothing failed; a failure names the seed that leads to it again.
 */
export async function runFuzz(filters: readonly string[], options: Options): Promise<number> {
  const runs = readNumber(options, "runs", 1, 10_000_000) ?? usualRuns;
  const seed = readNumber(options, "seed", 0, 1_000_000) ?? 1;
  const from = readNumber(options, "from", 0, runs - 1) ?? 0;
  const isAsked = filters.length === 0 || filters.some((filter) => checkerPath.includes(filter));
  const others = filters.filter((filter) => !checkerPath.includes(filter));
  const checked = isAsked ? await runChecker(runs, seed, from) : true;
  const tested = filters.length === 0 || others.length > 0 ? await runProperties(others, runs) : true;
  return checked && tested ? 0 : 1;
}

const checkerPath = "build/fuzz/fuzz-checker.ts";

async function runProperties(filters: readonly string[], runs: number): Promise<boolean> {
  const count = await runVitest({
    filters: filters.length > 0 ? filters : [".property.test."],
    projects: ["node", "dom", "dom alone"],
    environment: { PROPERTY_RUNS: String(runs) },
    // So many runs take as long as they take.
    args: ["--testTimeout", String(24 * 3_600_000)],
  });
  console.log(`\n${formatCount(count)}`);
  return count.failed === 0;
}

async function runChecker(runs: number, seed: number, from: number): Promise<boolean> {
  const start = performance.now();
  const result = await fuzzChecker({
    runs,
    seed,
    from,
    onProgress: (state) => {
      const last = state.failures.at(-1);
      if (state.isFailure && last !== undefined)
        console.error(
          `run ${last.run}, ${last.what}: ${last.reason}\n  again: npm run fuzz -- fuzz-checker --seed ${seed} --from ${last.run} --runs ${last.run + 1}`,
        );
      if (state.done % 500 === 0) console.error(describe(state, start));
    },
  });
  console.log(describe(result, start));
  return result.failures.length === 0;
}

function describe({ done, failures, peak, slowest }: FuzzResult, start: number): string {
  const seconds = Math.round((performance.now() - start) / 1000);
  const worst =
    slowest === null ? "" : `, slowest ${Math.round(slowest.took)} ms (run ${slowest.run}, ${slowest.what})`;
  return `${done} mutated widgets checked in ${seconds} s: ${failures.length} failed, at most ${Math.round(peak / 1024 / 1024)} MB${worst}`;
}
