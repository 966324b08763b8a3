import type { Report, RuleContext } from "../rule";

/** A context that remembers at which lines its rule has reported something: `script.js:12`. */
export function listToldLines(context: RuleContext): { readonly context: RuleContext; readonly told: ReadonlySet<string> } {
  const told = new Set<string>();
  const report = (given: Report) => {
    const { file, at } = given;
    if (file !== null && at != null) told.add(`${file}:${context.widget.positionOf(file, at).line}`);
    context.report(given);
  };
  return { context: { ...context, report }, told };
}
