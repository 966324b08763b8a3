import type { RequireJs } from "./require-types";

/**
 * Asks RequireJS for modules without the 4 ms by which it puts off each `require`, those that a loader plugin asks for
 * in turn included: what the page itself loads need not wait for timers that the drawing of the page delays further.
 * What widgets require keeps the library's own pace.
 */
export function requireAtOnce(
  require: RequireJs,
  names: readonly string[],
  ready?: (...modules: never[]) => void,
  failed?: () => void,
): void {
  const context = require.s.contexts._;
  const { nextTick } = context;
  context.nextTick = (run) => run();
  try {
    require(names, ready, failed);
  } finally {
    context.nextTick = nextTick;
  }
}
