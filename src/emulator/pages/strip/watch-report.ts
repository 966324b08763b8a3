import type { Faults } from "../../model/wire";
import type { Report } from "../../sdk/report";
import { createStore, type Store } from "../create-store";

/** What `GET /-/report.json` gives, as far as the strip shows it. */
export interface ShownReport {
  readonly callbacks: readonly {
    readonly widget: string;
    readonly area: string;
    readonly name: string;
    readonly ms: number;
    readonly ok: boolean;
    readonly error?: string;
  }[];
  readonly calls: readonly { readonly member: string; readonly count: number }[];
  readonly unsupported: readonly Member[];
  readonly unknown: readonly Member[];
  readonly errors: readonly {
    readonly widget: string | null;
    readonly area: string;
    readonly message: string;
    readonly stack: string;
    readonly origin: string;
  }[];
  readonly requests: readonly { readonly method: string; readonly url: string; readonly status: number }[];
  /** How many there are of each kind; of long kinds only the latest entries are kept. */
  readonly counts: Readonly<Record<Kind, number>>;
}

type Kind = "callbacks" | "calls" | "unsupported" | "unknown" | "errors" | "requests";

interface Member {
  readonly member: string;
  readonly area: string;
  readonly count: number;
  readonly stack?: string;
}

/** What the strip knows of the report and the faults, and what it can do to them. */
export interface Watch {
  readonly report: Store<ShownReport>;
  /** The server's whole report is asked for now. */
  refresh(): Promise<void>;
  reset(): Promise<void>;
  setFaults(change: Partial<Faults>): Promise<void>;
  /** Takes a widget in that is left out, and loads the page. */
  startAgain(code: string): Promise<void>;
  dispose(): void;
}

const nothing: ShownReport = {
  callbacks: [],
  calls: [],
  unsupported: [],
  unknown: [],
  errors: [],
  requests: [],
  counts: { callbacks: 0, calls: 0, unsupported: 0, unknown: 0, errors: 0, requests: 0 },
};

/** The strip keeps this many entries of a kind; the server has more. */
const longest = 300;

/** Entries of the page come in bursts; the report is read again this many milliseconds after the first of one. */
const settling = 600;

/**
 * Lets the strip follow a page's report: every entry passes on to `report`, and soon after it the server's whole report
 * is read again. Returns the report that the host is made with, and the watch.
 */
export function watchReport(
  window: Window & typeof globalThis,
  report: Report,
): { report: Report; watch: Watch } {
  // A widget's own `fetch` must not see the strip's requests.
  const fetch = window.fetch.bind(window);
  const shown = createStore(nothing);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void watch.refresh();
    }, settling);
  };
  const note =
    <E>(pass: (entry: E) => void) =>
    (entry: E) => {
      pass(entry);
      soon();
    };

  const watch: Watch = {
    report: shown,
    async refresh() {
      const response = await fetch("/-/report.json").catch(() => null);
      if (response?.ok === true) shown.set(trim((await response.json()) as ShownReport));
    },
    async reset() {
      await fetch("/-/reset", { method: "POST" }).catch(() => null);
      window.location.reload();
    },
    async setFaults(change) {
      await fetch("/-/faults", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(change),
      }).catch(() => null);
    },
    async startAgain(code) {
      await fetch("/-/holds", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ code, event: "start" }),
      }).catch(() => null);
      window.location.reload();
    },
    dispose: () => clearTimeout(timer),
  };
  return {
    watch,
    report: {
      callback: note((entry) => report.callback(entry)),
      call: note((member) => report.call(member)),
      unsupported: note((entry) => report.unsupported(entry)),
      unknown: note((entry) => report.unknown(entry)),
      own: (member) => report.own(member),
      error: note((entry) => report.error(entry)),
    },
  };
}

function trim(report: Omit<ShownReport, "counts">): ShownReport {
  const { callbacks, calls, unsupported, unknown, errors, requests } = report;
  return {
    callbacks: callbacks.slice(-longest),
    calls,
    unsupported,
    unknown,
    errors: errors.slice(-longest),
    requests: requests.slice(-longest),
    counts: {
      callbacks: callbacks.length,
      calls: calls.reduce((sum, { count }) => sum + count, 0),
      unsupported: unsupported.length,
      unknown: unknown.length,
      errors: errors.length,
      requests: requests.length,
    },
  };
}
