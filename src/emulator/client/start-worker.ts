/** A browser that has not taken the worker over by then has none to give. */
const patience = 5000;

/**
 * Puts the page under the service worker that answers foreign hosts; resolves when it is in charge. No widget may be
 * loaded before. Rejects where the browser gives no worker: then foreign hosts would be reachable.
 */
export async function startWorker(window: Window & typeof globalThis): Promise<void> {
  const { serviceWorker } = window.navigator;
  if (serviceWorker === undefined) throw new Error("This browser has no service workers.");
  const taken = new Promise<void>((resolve, reject) => {
    const timer = window.setTimeout(
      () => reject(new Error("The service worker did not take the page over.")),
      patience,
    );
    serviceWorker.addEventListener("controllerchange", () => {
      window.clearTimeout(timer);
      resolve();
    });
    if (serviceWorker.controller !== null) {
      window.clearTimeout(timer);
      resolve();
    }
  });
  await serviceWorker.register("/-/worker.js", { scope: "/" });
  return taken;
}
