import type { Host } from "../../sdk/host";

/**
 * Has a worker watch whether the page still answers, and tells it whose code runs, so that an endless loop leaves an
 * entry in the report although nothing of the page runs any more. Returns the disposer.
 */
export function watchAnswering({ window, runs, APP }: Host, address: string, area: () => string): () => void {
  // Some browsers have no workers to give; the page works without.
  if (window.Worker === undefined) return () => undefined;
  const worker = new window.Worker(address);
  // A widget may put its own into the page.
  const tell = worker.postMessage.bind(worker);
  worker.addEventListener("message", () => {
    tell({ isHere: true, running: Object.keys(APP.widgets.list), area: area() });
  });
  worker.addEventListener("error", (event) => event.preventDefault());
  const disposers = [
    runs.onStart((run) => tell({ run })),
    runs.onEnd(() => tell({ run: null })),
    runs.onLoading((loading) => tell({ loading: [...loading] })),
  ];
  return () => {
    for (const dispose of disposers) dispose();
    worker.terminate();
  };
}
