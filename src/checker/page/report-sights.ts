import type { Sight, SightKind } from "../page-evidence";
import type { Report, RuleContext } from "../rule";
import { findLibrary } from "../script/find-library";
import { offsetOf } from "./offset-of";

/**
 * Reports what was seen in the running page. Without a page, and for every area that could not be opened, the rule says
 * that it did not look.
 *
 * @example
 * reportSights(context, "menu", ({ subject, detail }) => ({ message: `The left menu is changed: ${subject}, ${detail}.` }));
 */
export function reportSights(
  context: RuleContext,
  kinds: SightKind | readonly SightKind[],
  describe: (sight: Sight) => Omit<Report, "file" | "at"> | null,
): void {
  const { page, skip } = context;
  if (page === null) return skip(withoutPage);
  for (const { area, failure } of page.areas) if (failure !== null) skip(`${area} was not looked at: ${failure}`);
  reportSeen(context, kinds, describe);
}

export const withoutPage = "needs a running page: ask for it with --run";

/**
 * The same for rules that the widget's files alone decide: a run only finds more. What they have reported at the same
 * line stays unsaid.
 */
export function reportSeen(
  context: RuleContext,
  kinds: SightKind | readonly SightKind[],
  describe: (sight: Sight) => Omit<Report, "file" | "at"> | null,
  told: ReadonlySet<string> = new Set(),
): void {
  const { page, report } = context;
  const wanted = new Set([kinds].flat());
  for (const sight of page?.sights ?? []) {
    if (!wanted.has(sight.kind) || sight.places.some(({ file, line }) => told.has(`${file}:${line}`))) continue;
    const described = describe(sight);
    if (described !== null) report({ ...findPlace(context, sight), ...described });
  }
}

/** The innermost place outside libraries: what a library does, it does for somebody. */
function findPlace({ widget }: RuleContext, { places }: Sight): Pick<Report, "file" | "at"> {
  for (const { file, line, column } of places) {
    const text = widget.text(file)?.text;
    if (text === undefined) continue;
    const at = offsetOf(text, line, column);
    if (at !== null && findLibrary(widget, file, at) === null) return { file, at };
  }
  return { file: null, at: null };
}

/** `in lcard and llist`, and no more than a reader takes in. */
export function nameAreas({ areas }: Sight): string {
  const shown = areas.slice(0, 4);
  if (areas.length > shown.length) return `in ${shown.join(", ")} and ${areas.length - shown.length} more areas`;
  const last = shown.at(-1) ?? "a page";
  return shown.length < 2 ? `in ${last}` : `in ${shown.slice(0, -1).join(", ")} and ${last}`;
}
