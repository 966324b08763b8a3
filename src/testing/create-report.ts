import type { CallbackEntry, ErrorEntry, Report } from "../emulator/sdk/report";

/** What the SDK and the loader have noticed, for a test to look at. */
export interface TestReport extends Report {
  readonly callbacks: readonly CallbackEntry[];
  readonly errors: readonly ErrorEntry[];
}

export function createReport(): TestReport {
  const callbacks: CallbackEntry[] = [];
  const errors: ErrorEntry[] = [];
  return {
    callbacks,
    errors,
    callback: (entry) => void callbacks.push(entry),
    error: (entry) => void errors.push(entry),
    call() {},
    unsupported: ({ member }) => console.warn(`The emulator has no ${member}; the widget gets undefined.`),
    unknown() {},
    own() {},
  };
}
