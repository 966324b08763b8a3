import type { Host } from "../../sdk/host";

/** A worker that has not started by then is not waited for. Milliseconds. */
const patience = 2000;

/**
 * Has a worker watch whether the page still answers, and tells it whose code runs, so that an endless loop leaves an
 * entry in the report although nothing of the page runs any more. Resolves when the worker is there: what is sent
 * earlier waits for a page that has time.
 */
export function watchAnswering(
  { window, runs, APP }: Host,
  address: string,
  area: () => string,
): Promise<unknown> {
  // Some browsers have no workers to give; the page works without.
  if (window.Worker === undefined) return Promise.resolve();
  const worker = new window.Worker(address);
  // A widget may put its own into the page.
  const tell = worker.postMessage.bind(worker);
  const where = () => ({ running: Object.keys(APP.widgets.list), area: area() });
  worker.addEventListener("message", () => tell({ isHere: true, ...where() }));
  worker.addEventListener("error", (event) => event.preventDefault());
  runs.onStart((run) => tell({ run }));
  // What the run has left behind may loop before the next question comes.
  runs.onEnd(() => tell({ run: null, ...where() }));
  runs.onLoading((loading) => tell({ loading: [...loading] }));
  return new Promise((resolve) => {
    worker.addEventListener("message", resolve, { once: true });
    worker.addEventListener("error", resolve, { once: true });
    setTimeout(resolve, patience);
  });
}
