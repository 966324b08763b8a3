import type { RuleContext } from "../../rule";
import { quote } from "../../script/read-call";
import type { ScriptChange } from "./find-changes";

/** Changes of the CRM's elements for a person to look at: each selector once, with its first place. */
export function describeChanges({ widget }: RuleContext, changes: readonly ScriptChange[]): string | null {
  const places = new Map<string, string>();
  for (const { script, node, selector } of changes)
    if (!places.has(selector))
      places.set(
        selector,
        `${selector.replaceAll("\ufffc", "…")} (${script.file}:${widget.positionOf(script.file, node.start).line})`,
      );
  const list = [...places.values()];
  if (list.length === 0) return null;
  return list.length > 40 ? `${list.slice(0, 40).join(", ")} and ${list.length - 40} more` : list.join(", ");
}

/** Where a change stands, and what stands there. */
export function placeOfChange({ script, node }: ScriptChange) {
  return { file: script.file, at: node.start, found: quote(script, node) };
}
