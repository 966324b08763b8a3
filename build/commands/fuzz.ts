import { readNumber, type Options } from "../cli/read-options";
import { formatCount, runVitest } from "../testing/run-vitest";

const usualRuns = 10_000;

/**
 * Runs the property tests as often as asked for; with filters only those whose paths hold one of them. Gives 0 when
 * nothing failed; a failure prints the seed that leads to it again.
 */
export async function runFuzz(filters: readonly string[], options: Options): Promise<number> {
  const runs = readNumber(options, "runs", 1, 10_000_000) ?? usualRuns;
  const count = await runVitest({
    filters: filters.length > 0 ? filters : [".property.test."],
    projects: ["node", "dom"],
    environment: { PROPERTY_RUNS: String(runs) },
    // So many runs take as long as they take.
    args: ["--testTimeout", String(24 * 3_600_000)],
  });
  console.log(`\n${formatCount(count)}`);
  return count.failed === 0 ? 0 : 1;
}
