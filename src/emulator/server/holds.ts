import type { Hold, HoldNews } from "../model/wire";

export interface Holds {
  list(): readonly Hold[];
  /** Takes news of a widget; false where the event is none. */
  tell(news: HoldNews): boolean;
  clear(): void;
}

/** A widget that sends pages elsewhere so often in a row has made a loop of it. */
const leaveLimit = 5;
/** What is longer apart is no row, ms. */
const leaveSpan = 20_000;

/**
 * Knows the widgets that are left out of every page, because a page with them stands still or goes away again and again.
 * A page that answers again frees its widget, so does a change of its files.
 *
 * @param onLoop hears of a widget that is left out because of a loop, with a sentence for the report
 * @param now milliseconds
 */
export function createHolds(
  onLoop: (code: string, message: string) => void,
  now: () => number = () => performance.now(),
): Holds {
  const held = new Map<string, Hold>();
  const leaves = new Map<string, { readonly count: number; readonly last: number }>();

  const events: Readonly<Record<HoldNews["event"], (code: string) => void>> = {
    stuck: (code) => void held.set(code, { code, reason: "stuck" }),
    answers(code) {
      if (held.get(code)?.reason === "stuck") held.delete(code);
    },
    leaves(code) {
      const before = leaves.get(code);
      const count = before !== undefined && now() - before.last < leaveSpan ? before.count + 1 : 1;
      leaves.set(code, { count, last: now() });
      if (count < leaveLimit || held.has(code)) return;
      held.set(code, { code, reason: "leaves" });
      onLoop(
        code,
        `The widget has sent the page elsewhere ${leaveLimit} times in a row: it is left out until its files change or it is started again.`,
      );
    },
    start(code) {
      held.delete(code);
      leaves.delete(code);
    },
  };

  return {
    list: () => [...held.values()],
    tell({ code, event }) {
      if (!Object.hasOwn(events, event)) return false;
      events[event](code);
      return true;
    },
    clear() {
      held.clear();
      leaves.clear();
    },
  };
}
