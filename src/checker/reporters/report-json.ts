import type { CheckResult } from "../check-widget";

/** The document of `--format json`; its schema is docs/check-result.schema.json. */
export function reportJson(result: CheckResult, target: string): string {
  const { profile, brand, summary, findings } = result;
  return `${JSON.stringify({ version: 1, target, profile, brand, summary, findings }, null, 2)}\n`;
}
