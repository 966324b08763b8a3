import type { Suppression } from "../config/check-config";
import type { Finding } from "./finding";

/**
 * Takes away what the project has decided to live with. A suppression names rule and file, and a line where it wants
 * to; it ends with its day.
 */
export function suppressFindings<T extends Finding>(
  findings: readonly T[],
  suppressions: readonly Suppression[],
  unsuppressable: ReadonlySet<string>,
  today: string,
): { readonly kept: readonly T[]; readonly suppressed: number } {
  const living = suppressions.filter(({ until }) => until === null || until >= today);
  const kept = findings.filter(
    (finding) =>
      unsuppressable.has(finding.rule) || !living.some((suppression) => covers(suppression, finding)),
  );
  return { kept, suppressed: findings.length - kept.length };
}

function covers(suppression: Suppression, finding: Finding): boolean {
  if (suppression.rule !== finding.rule || suppression.file !== finding.file) return false;
  return suppression.line === null || suppression.line === finding.line;
}
