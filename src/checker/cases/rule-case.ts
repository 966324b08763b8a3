import type { CheckOptions } from "../check-widget";
import type { Finding } from "../findings/finding";
import type { SampleWidget } from "./sample-widget";

/** What a finding must be; what is left out is not looked at. */
export type ExpectedFinding = Partial<Finding> & Pick<Finding, "message">;

export interface RuleCase {
  readonly widget: (sample: SampleWidget) => SampleWidget;
  readonly options?: Omit<CheckOptions, "rules">;
}

export interface BadCase extends RuleCase {
  /** All findings of the rule, in their order; those of severity "manual" aside, unless one is named here. */
  readonly finds: readonly ExpectedFinding[];
}

/**
 * What a rule is held to, each case under a name that says what the widget does. A rule that only a person can judge
 * has a statement instead of good and bad widgets.
 */
export interface RuleCases {
  /** Found right. */
  readonly good: Readonly<Record<string, RuleCase>>;
  /** Looks wrong, and is not. */
  readonly near: Readonly<Record<string, RuleCase>>;
  readonly bad: Readonly<Record<string, BadCase>>;
}

export type CaseTable = Readonly<Record<string, RuleCases>>;

/** The sample itself. */
export const unchanged: RuleCase = { widget: (sample) => sample };
