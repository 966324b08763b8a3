import type { Collector } from "../findings/collect-findings";
import type { PageEvidence, Sight } from "../page-evidence";
import type { PageHalf, Report, Rule, RuleContext } from "../rule";
import { findLibrary } from "../script/find-library";
import { offsetOf } from "./offset-of";

/**
 * Reports what a rule has to say about what was seen in the running page, but not again what it has found at the same
 * line of the widget's files. A rule that the files alone do not decide says where nothing was seen.
 */
export function checkPage(rule: Rule, half: PageHalf, context: RuleContext, collector: Collector): void {
  const { page } = context;
  if (page === null) {
    if (rule.kind !== "exact") collector.skip(rule, "needs a running page: ask for it with --run");
    return;
  }
  if (rule.kind !== "exact") for (const reason of listUnseen(half, page)) collector.skip(rule, reason);
  const told = new Set(
    collector.findings
      .filter((finding) => finding.rule === rule.id)
      .map(({ file, line }) => `${file}:${line}`),
  );
  for (const sight of page.sights) {
    if (!half.sees.includes(sight.kind)) continue;
    if (sight.places.some(({ file, line }) => told.has(`${file}:${line}`))) continue;
    const report = half.describe(sight, context);
    if (report !== null) context.report({ ...findPlace(context, sight), ...report });
  }
}

function listUnseen({ sees }: PageHalf, { areas, removal }: PageEvidence): string[] {
  if (sees.includes("remains"))
    return removal.failure === null ? [] : [`switching off was not seen: ${removal.failure}`];
  return areas.flatMap(({ area, failure }) => (failure === null ? [] : [`${area} was not seen: ${failure}`]));
}

/** The innermost place outside libraries: what a library does, it does for somebody. */
function findPlace({ widget }: RuleContext, { places }: Sight): Pick<Report, "file" | "at"> {
  for (const { file, line, column } of places) {
    const text = widget.text(file)?.text;
    const at = text === undefined ? null : offsetOf(text, line, column);
    if (at !== null && findLibrary(widget, file, at) === null) return { file, at };
  }
  return { file: null, at: null };
}
