/** A worker that has not taken the page over by then never will. Milliseconds. */
const patience = 3000;

/**
 * Puts the service worker before the page that answers foreign hosts from the mocks. Resolves when it controls the
 * page. Where the browser has no worker to give, the page forbids itself every foreign host instead: no widget reaches
 * the network either way.
 */
export async function registerWorker(window: Window & typeof globalThis, address: string): Promise<void> {
  const workers = window.navigator.serviceWorker as ServiceWorkerContainer | undefined;
  const putUp = takeControl(window, workers, address).catch((error: unknown) => {
    console.warn(
      "Komponent's emulator has no service worker: foreign hosts are blocked, mocks or not.",
      error,
    );
    forbidForeignHosts(window.document);
  });
  // A page that a worker controls already has nothing to wait for.
  if ((workers?.controller ?? null) === null) await putUp;
}

async function takeControl(
  window: Window,
  workers: ServiceWorkerContainer | undefined,
  address: string,
): Promise<void> {
  if (workers === undefined) throw new Error("This browser has no service workers.");
  const taken = waitForControl(window, workers);
  taken.catch(() => undefined);
  const registration = (await workers.register(address, { scope: "/" })) as
    | ServiceWorkerRegistration
    | undefined;
  // After a forced reload the worker is there and leaves the page alone until it is asked.
  if (workers.controller === null) registration?.active?.postMessage("claim");
  await taken;
}

function waitForControl(window: Window, workers: ServiceWorkerContainer): Promise<void> {
  if (workers.controller !== null) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error("The service worker did not take the page over."));
    }, patience);
    const onChange = () => {
      clearTimeout(timer);
      resolve();
    };
    workers.addEventListener("controllerchange", onChange, { once: true });
  });
}

/** A policy that a document takes on later can only narrow the one that it came with. */
function forbidForeignHosts(document: Document): void {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content =
    "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; worker-src 'self' blob:; object-src 'none'";
  document.head.append(policy);
}
