import { createFrameFinder } from "./find-frames";
import { createPatcher } from "./patch";
import { watchChanges, type ChangeWatch } from "./watch-changes";
import { watchHoldings, type Holding } from "./watch-holdings";

/** Books of what one widget takes and gives back, and of what it changes of the CRM, while the ledger is open. */
export interface Ledger extends ChangeWatch {
  holdings(): readonly Holding[];
  close(): void;
}

/**
 * Notes what comes from a widget's files, told by the stack of each call. It makes every such call of the page slower,
 * so it is open only while health is measured.
 */
export function createLedger(window: Window & typeof globalThis, code: string): Ledger {
  const patcher = createPatcher();
  const findFrames = createFrameFinder(code);
  return {
    holdings: watchHoldings(window, findFrames, patcher),
    ...watchChanges(window, code, findFrames, patcher),
    close: () => patcher.restore(),
  };
}
