/**
 * Puts the service worker before the page that answers foreign hosts from the mocks. Resolves when it controls the
 * page; a browser without service workers goes without.
 */
export async function registerWorker(window: Window & typeof globalThis, address: string): Promise<void> {
  const workers = window.navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (workers === undefined) return;
  try {
    await workers.register(address, { scope: "/" });
  } catch (error) {
    console.warn("Komponent's emulator could not start its service worker.", error);
    return;
  }
  if (workers.controller !== null) return;
  await new Promise<void>((resolve) => {
    workers.addEventListener("controllerchange", () => resolve(), { once: true });
  });
}
