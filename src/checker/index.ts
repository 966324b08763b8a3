/**
 * The checker. `build` and `dev` call one function:
 *
 *     checkWidget(files: WidgetFiles | ReadWidget, options?: CheckOptions): Promise<CheckResult>
 *     const { findings, summary } = await checkWidget(files, { profile: "marketplace", brand: "kommo" });
 *
 * `findings` are those of the JSON report (rule, severity, file, line, column, message, found, expected, fix, docs),
 * `file` relative to the archive's root; stop on `summary.errors > 0`. Give it `config: { ...emptyConfig, root: name }`
 * where the root class of the styles is known. A widget on the disk is read by `openWidget(path)` of
 * `checker/readers/open-widget`, folder and zip alike.
 */
export { checkAtOnce, checkWidget, type CheckOptions, type CheckResult } from "./check-widget";
export { readAttestations, type Attestations } from "./attest/read-attestations";
export { emptyConfig, type CheckConfig } from "./config/check-config";
export { readListing, type Listing } from "./config/listing";
export { readCheckConfig } from "./config/read-check-config";
export { explainRule } from "./explain-rule";
export { describeFixes, type FileFix } from "./fix/describe-fixes";
export { formatDifference } from "./fix/format-difference";
export type { Finding, Summary } from "./findings/finding";
export { listRulePages } from "./rule-pages";
export { reportGithub } from "./reporters/report-github";
export { reportJson } from "./reporters/report-json";
export { reportSarif } from "./reporters/report-sarif";
export { reportText } from "./reporters/report-text";
export type { Profile, Rule, Severity } from "./rule";
export { rules } from "./rules";
export type { ReadWidget, ReaderFault, WidgetFiles } from "./widget/widget-files";
