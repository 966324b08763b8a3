import type { Rule, RuleContext } from "../rule";
import { judgeStatement } from "./judge-statement";
import type { Attestations } from "./read-attestations";

/**
 * Says what a person must look at, with what the machine saw. Once it is signed it is a note with the signature; a
 * signature that no longer counts asks again and says why. Signing never silences a finding.
 */
export async function reportStatement(
  rule: Rule,
  context: RuleContext,
  attestations: Attestations | null,
): Promise<void> {
  if (rule.statement === undefined) return;
  const { widget, profile, brand, today } = context;
  const hash = rule.evidenceFiles ? (await widget.hash(rule.evidenceFiles)).slice(0, 16) : null;
  const found = (await rule.evidence?.(context)) ?? null;
  const statement = attestations?.statements.get(rule.id);
  const version = String(widget.manifest.get("widget", "version") ?? "");
  const stale =
    attestations && statement
      ? judgeStatement(attestations, statement, { profile: `${brand}-${profile}`, version, today, hash })
      : null;
  if (statement && stale === null) {
    const signed = `Signed by ${statement.by} on ${statement.date} (${statement.result}): ${statement.note}`;
    return context.report({ file: null, severity: "note", message: `${rule.statement} ${signed}`, found });
  }
  context.report({
    file: null,
    severity: "manual",
    message: stale === null ? rule.statement : `${rule.statement} The signature no longer counts: ${stale}.`,
    found,
    fix: `look at it, then write into the statements of attest.json: ${draftStatement(rule.id, today, hash)}`,
  });
}

function draftStatement(id: string, date: string, hash: string | null): string {
  const draft = { by: "…", date, note: "…", result: "ok", ...(hash === null ? {} : { hash }) };
  return `"${id}": ${JSON.stringify(draft)}`;
}
