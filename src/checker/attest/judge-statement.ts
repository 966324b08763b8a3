import type { Attestations, Statement } from "./read-attestations";

const validDays = 180;

export interface StatementContext {
  /** "kommo-marketplace" */
  readonly profile: string;
  readonly version: string;
  readonly today: string;
  /** Of the files that the statement is about, as they are now; null where it is about none. */
  readonly hash: string | null;
}

/**
 * Decides whether a signature still counts: it holds for one profile, one version of the widget and the files as they
 * were, and for 180 days.
 *
 * @returns null when it counts, else the reason why not
 */
export function judgeStatement(
  attestations: Attestations,
  statement: Statement,
  context: StatementContext,
): string | null {
  if (attestations.profile !== context.profile) return `it was signed for ${attestations.profile}`;
  if (attestations.version !== context.version) return `it was signed for version ${attestations.version}`;
  if (daysBetween(statement.date, context.today) > validDays)
    return `it was signed on ${statement.date}, more than ${validDays} days ago`;
  if (context.hash !== null && statement.hash === null)
    return "it has no hash of the files that it vouches for";
  if (context.hash !== null && statement.hash !== context.hash)
    return "the files that it vouches for have changed";
  return null;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
