/** Code of a widget's that runs now. */
export interface WidgetRun {
  readonly widget: string;
  readonly area: string;
  /** Name of the callback; `script.js` while its module is made. */
  readonly name: string;
}

/** Knows whose code runs, so that what happens to the page meanwhile is laid to the right widget. */
export interface RunWatch {
  readonly current: WidgetRun | null;
  /** Runs code of a widget's, to its return. */
  run<T>(run: WidgetRun, code: () => T): T;
  /** A widget's script is fetched and evaluated by the browser: it may do so at any time until the promise ends. */
  load<T>(widget: string, loading: Promise<T>): Promise<T>;
  /** The widget that something is to be laid to: the one that runs, else the only one that is there; else null. */
  findCulprit(): string | null;
  onStart(hear: (run: WidgetRun) => void): () => void;
  /** Hears of the end of each run that no other run is around. */
  onEnd(hear: (run: WidgetRun) => void): () => void;
  /** Hears which scripts are on their way; where one has come and no other was on its way, which that is. */
  onLoading(hear: (widgets: readonly string[], loaded: string | null) => void): () => void;
}

/** @param listRunning codes of the widgets that the page has */
export function createRunWatch(listRunning: () => readonly string[]): RunWatch {
  const starts = new Set<(run: WidgetRun) => void>();
  const ends = new Set<(run: WidgetRun) => void>();
  const loads = new Set<(widgets: readonly string[], loaded: string | null) => void>();
  const loading: string[] = [];
  let current: WidgetRun | null = null;

  return {
    get current() {
      return current;
    },
    run(run, code) {
      const before = current;
      current = run;
      for (const hear of starts) hear(run);
      try {
        return code();
      } finally {
        current = before;
        if (before === null) for (const hear of ends) hear(run);
      }
    },
    async load(widget, promise) {
      loading.push(widget);
      for (const hear of loads) hear(loading, null);
      try {
        return await promise;
      } finally {
        const loaded = loading.length === 1 ? widget : null;
        loading.splice(loading.indexOf(widget), 1);
        for (const hear of loads) hear(loading, loaded);
      }
    },
    findCulprit() {
      if (current !== null) return current.widget;
      const running = [...new Set([...listRunning(), ...loading])];
      return running.length === 1 ? (running[0] ?? null) : null;
    },
    onStart: (hear) => subscribe(starts, hear),
    onEnd: (hear) => subscribe(ends, hear),
    onLoading: (hear) => subscribe(loads, hear),
  };
}

function subscribe<T>(hearers: Set<T>, hear: T): () => void {
  hearers.add(hear);
  return () => void hearers.delete(hear);
}
