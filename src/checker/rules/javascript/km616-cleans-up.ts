import type { AnyNode } from "../../engines/javascript";
import { nameAreas } from "../../page/name-areas";
import { defineRule, everyBrand, everyProfile, type RuleContext } from "../../rule";
import { findPageListeners, type PageListener } from "../../script/find-listeners";
import { hole } from "../../script/fold-string";
import type { Script } from "../../script/create-script";
import { methodOf, quote } from "../../script/read-call";

export const km616 = defineRule({
  id: "KM616",
  clause: "Kommo: script.js; amoCRM: init_once",
  title: "What the widget hangs on the page it takes away again.",
  severity: "warning",
  kind: "heuristic",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script"],
  needsArchive: true,
  why: "The page lives for hours and the widget starts anew on every card. A handler that stays fires twice on the second card, and twenty times on the twentieth.",
  good: '$(document).on("page:changed.acme", update);\n// destroy:\n$(document).off(".acme");',
  bad: '$(document).on("page:changed", update);',
  check(context) {
    const { widget } = context;
    // A widget that starts once for the whole page hangs its handlers once.
    if (widget.manifest.get("widget", "init_once") === true) return;
    const scripts = widget.scripts.filter(({ file }) => widget.originOf(file) !== "library");
    const removed = scripts.flatMap((script) => findPageListeners(script, "removes"));
    for (const script of scripts) {
      checkListeners(context, script, removed);
      checkLasting(context, script);
    }
  },
  inPage: {
    sees: ["growth"],
    describe: (sight) => ({
      message: `With each visit there is more of what stays ${nameAreas(sight)}.`,
      found: `${sight.subject}: ${sight.detail}`,
      fix: "take it away in destroy.",
    }),
  },
});

function checkListeners({ report }: RuleContext, script: Script, removed: readonly PageListener[]): void {
  const told = new Set<string>();
  for (const listener of findPageListeners(script, "adds")) {
    if (listener.ends || listener.events.every((event) => /^(?:DOMContentLoaded|load)(?:\.|$)/.test(event)))
      continue;
    const staying = listener.events.filter(
      (event) => !removed.some((removal) => takesAway(removal, listener, event)),
    );
    const key = `${listener.target} ${staying.join(" ")}`;
    if (staying.length === 0 || told.has(key)) continue;
    told.add(key);
    report({
      file: script.file,
      at: listener.node.start,
      message: `The handler of ${staying.map(show).join(" and ")} stays on ${listener.target} when the widget goes.`,
      found: quote(script, listener.node),
      fix: listener.isJQuery
        ? 'give it a namespace, "event.acme", and take it away in destroy with .off(".acme").'
        : "take it away in destroy, or give it { signal }.",
    });
  }
}

function show(event: string): string {
  return event.replaceAll(hole, "…");
}

function takesAway(removal: PageListener, { target, isJQuery }: PageListener, event: string): boolean {
  if (removal.target !== target || removal.isJQuery !== isJQuery) return false;
  if (removal.events.length === 0) return true;
  const [name, ...spaces] = event.split(".");
  return removal.events.some((gone) => {
    const [goneName, ...goneSpaces] = gone.split(".");
    const hasSpaces = goneSpaces.every((space) => spaces.includes(space) || space.includes(hole));
    return (goneName === "" || goneName === name || gone.includes(hole)) && hasSpaces;
  });
}

interface Lasting {
  readonly starts: RegExp;
  readonly ends: RegExp;
  readonly message: string;
  readonly fix: string;
}

const lasting: readonly Lasting[] = [
  {
    starts: /^setInterval$/,
    ends: /^clear(?:Interval|Timeout)$/,
    message: "This timer is never stopped.",
    fix: "keep its number, and call clearInterval in destroy.",
  },
  {
    starts: /^(?:Mutation|Resize|Intersection|Performance)Observer$/,
    ends: /^disconnect$/,
    message: "This observer is never disconnected.",
    fix: "call disconnect() in destroy.",
  },
  {
    starts: /^(?:WebSocket|EventSource)$/,
    ends: /^close$/,
    message: "This connection is never closed.",
    fix: "call close() in destroy.",
  },
];

function checkLasting({ widget, report }: RuleContext, script: Script): void {
  for (const { starts, ends, message, fix } of lasting) {
    const first = script.calls.find(({ path }) => starts.test(path));
    if (first === undefined || endsSomewhere(widget.scripts, ends)) continue;
    report({
      file: script.file,
      at: first.node.start,
      message,
      found: quote(script, first.node as AnyNode),
      fix,
    });
  }
}

function endsSomewhere(scripts: readonly Script[], ends: RegExp): boolean {
  return scripts.some((script) =>
    script
      .nodesOf("CallExpression")
      .some((call) => ends.test(script.pathOf(call.callee as AnyNode) ?? methodOf(call, script) ?? "")),
  );
}
