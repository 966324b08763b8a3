import type { Severity } from "../rule";

/** One finding, in the shape of the JSON report. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Relative to the archive's root. */
  readonly file: string | null;
  /** From 1. */
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
  readonly found: string | null;
  readonly expected: string | null;
  readonly fix: string | null;
  /** The rule's page, relative to the root of the package. */
  readonly docs: string;
}

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly manual: number;
  readonly notes: number;
  /** Rules that looked at all that they should. With `skipped` it gives the number of all rules. */
  readonly rules: number;
  readonly suppressed: number;
  /** Rules that did not look, or not at everything, and why: one entry a rule. */
  readonly skipped: readonly { readonly rule: string; readonly reason: string }[];
}
