/** Who made a call: the places in the widget's files that its stack names, the innermost first. */
export interface Frames {
  /** `script.js:120:14`; empty where the call is not the widget's. */
  readonly places: readonly string[];
  /** The CRM stands between the widget and the call: the widget asked it for something. */
  readonly isHosts: boolean;
}

/** Reads the stack of the call that `called` stands in for; its own frames and those it called are left out. */
export type FindFrames = (called: (...args: never[]) => unknown) => Frames;

const mostPlaces = 6;
/** Stacks cost time, and a widget that is in a loop would ask for millions. */
const mostCalls = 10_000;
const nobody: Frames = { places: [], isHosts: false };

/** Tells the calls of one widget from all others, as long as it does not make too many of them. */
export function createFrameFinder(code: string): FindFrames {
  const marker = `/widgets/${code}/`;
  let calls = 0;
  return (called) => {
    if (calls >= mostCalls) return nobody;
    const trace = { stack: "" };
    Error.captureStackTrace(trace, called);
    if (!trace.stack.includes(marker)) return nobody;
    calls += 1;
    const lines = trace.stack.split("\n");
    const own = lines.filter((line) => line.includes(marker));
    const first = lines.indexOf(own[0] as string);
    return {
      places: own.slice(0, mostPlaces).map((line) => placeOf(line.split(marker)[1] as string)),
      isHosts: lines.slice(0, first).some((line) => line.includes("/-/client.js")),
    };
  };
}

/** `script.js?v=1.2.0:120:14)` → `script.js:120:14` */
function placeOf(text: string): string {
  return text.replace(/\?[^:]*/, "").replace(/\)$/, "");
}
