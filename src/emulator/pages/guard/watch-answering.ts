import type { Host } from "../../sdk/host";

/** The service worker hears of the page so often until the page's own worker has taken over. Milliseconds. */
const period = 500;
/** A worker that has not started by then is not waited for. Milliseconds. */
const patience = 2000;

/** What a worker hears of the page: whose code runs, and that the page has time. */
interface News {
  readonly isHere?: true;
  readonly run?: unknown;
  readonly loading?: readonly string[];
  readonly running?: readonly string[];
  readonly area?: string;
}

export interface PageWatch {
  /** Resolves when somebody watches: what is said earlier waits for a page that has time. */
  waitForWatch(): Promise<unknown>;
  /** Puts the page's own worker there. To be called when the widgets have started. */
  putWorker(): Promise<unknown>;
}

/**
 * Has a worker watch whether the page still answers, and tells it whose code runs, so that an endless loop leaves an
 * entry in the report although nothing of the page runs any more. A worker of the page's own would take a third of the
 * page's start, so until then the service worker watches; where there is none, the page waits for its own.
 */
export function watchAnswering({ window, runs, APP }: Host, address: string, area: () => string): PageWatch {
  // Widgets put their own into the page.
  const { Worker, navigator } = window;
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  const where = () => ({ running: Object.keys(APP.widgets.list), area: area() });
  const tellServiceWorker = (news: News) => workers?.controller?.postMessage(news);
  let tell = tellServiceWorker;
  let loading: readonly string[] = [];
  let put: Promise<unknown> | null = null;
  runs.onStart((run) => tell({ run }));
  // What the run has left behind may loop before the next question comes.
  runs.onEnd(() => tell({ run: null, ...where() }));
  runs.onLoading((now) => {
    loading = [...now];
    tell({ loading, ...where() });
  });

  return {
    waitForWatch: () => ((workers?.controller ?? null) === null ? putWorker() : Promise.resolve()),
    putWorker,
  };

  function putWorker(): Promise<unknown> {
    // Some browsers have no workers to give; the page works without.
    if (Worker === undefined) return Promise.resolve();
    put ??= new Promise((resolve) => {
      const worker = new Worker(address);
      const post = worker.postMessage.bind(worker);
      const timer = setInterval(() => tellServiceWorker(where()), period);
      const takeOver = () => {
        clearInterval(timer);
        tellServiceWorker({ isHere: true });
        resolve(undefined);
      };
      worker.addEventListener("message", () => {
        if (tell !== post) {
          tell = post;
          post({ loading });
          takeOver();
        }
        post({ isHere: true, ...where() });
      });
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        takeOver();
      });
      setTimeout(resolve, patience);
    });
    return put;
  }
}
