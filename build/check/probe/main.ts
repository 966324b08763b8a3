import { createLedger } from "../../../src/emulator/pages/health/create-ledger";
import { compareCounts, takeCounts, type Counts } from "../../../src/emulator/pages/health/count-growth";
import { createFrameFinder } from "../../../src/emulator/pages/health/find-frames";
import { findBars } from "./find-bars";
import { findCovered } from "./find-covered";
import { findFaintTexts } from "./find-faint-texts";
import { findRemains } from "./find-remains";
import { findSave } from "./find-save";
import { judgeChanges } from "./judge-changes";
import { createNotebook, type Noted } from "./note";
import { watchCalls } from "./watch-calls";
import { watchDrops } from "./watch-drops";

/** Put in by whoever bundles the probe: the code of the widget that it watches. */
declare const probedCode: string;

/** What the run asks of a page, by the names that it uses; see `visit-area.ts`. */
export interface Probe {
  /** Looks at layers and bars of the area as it is now. */
  lookAtLayers(area: string): void;
  /** Looks at what stands in the page: texts in their theme, drop zones, the Save button. */
  lookAtContent(area: string, theme: string): void;
  /** Notes what the widget changed since, on the area's page; null on a page of nobody's. */
  lookAtChanges(area: string | null): void;
  /** The first call counts what is there, each later one notes what there is more of. */
  count(): void;
  lookForRemains(): void;
  read(): readonly Noted[];
}

if (window.top === window) {
  // Libraries between the widget and the page take many frames.
  Error.stackTraceLimit = 40;
  Object.defineProperty(window, "komponentProbe", { value: createProbe(window, probedCode) });
}

function createProbe(page: Window & typeof globalThis, code: string): Probe {
  const ledger = createLedger(page, code);
  const findFrames = createFrameFinder(code);
  const notebook = createNotebook();
  watchCalls(page, findFrames, notebook);
  const lookAtDrops = watchDrops(page, findFrames, notebook);
  let first: Counts | null = null;
  return {
    lookAtLayers() {
      findCovered(page, code, ledger, notebook);
      findBars(page, code, ledger, notebook);
    },
    lookAtContent(area, theme) {
      findFaintTexts(page, ledger, notebook, theme);
      lookAtDrops();
      if (area === "settings") findSave(page.document, code, notebook);
    },
    lookAtChanges: (area) => judgeChanges(ledger.takeChanges(), code, area, notebook),
    count() {
      const counts = takeCounts(page, ledger);
      for (const { kind, count, items } of first === null ? [] : compareCounts(first, counts))
        for (const { what, places } of items) notebook.note("growth", what, `${count} more ${kind}`, places);
      first = counts;
    },
    lookForRemains: () => findRemains(page.document, ledger, notebook),
    read: () => notebook.read(),
  };
}
