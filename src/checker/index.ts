/**
 * The checker. `build` and `dev` call one function:
 *
 *     checkWidget(files: WidgetFiles | ReadWidget, options?: CheckOptions): Promise<CheckResult>
 *     const { findings, summary } = await checkWidget(files, { profile: "marketplace", brand: "kommo" });
 *
 * `findings` are those of the JSON report (rule, severity, file, line, column, message, found, expected, fix, docs),
 * `file` relative to the archive's root; stop on `summary.errors > 0`.
 */
export { checkWidget, type CheckOptions, type CheckResult } from "./check-widget";
export type { Finding, Summary } from "./findings/finding";
export type { ReadWidget, ReaderFault, WidgetFiles } from "./widget/widget-files";
