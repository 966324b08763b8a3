import { explainRule, rules } from "../../src/checker";
import { UsageError } from "../cli/usage-error";

/** Prints what a rule asks, why, and a good and a bad example. */
export async function runExplain(id: string): Promise<number> {
  const rule = rules.find((candidate) => candidate.id === id.toUpperCase());
  if (rule === undefined)
    throw new UsageError(`There is no rule ${id}.`, "give the id of a finding: komponent explain KM605.");
  process.stdout.write(explainRule(rule));
  return 0;
}
