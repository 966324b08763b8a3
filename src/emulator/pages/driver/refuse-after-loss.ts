import type { Loss } from "../guard/watch-document";
import type { Store } from "../create-store";
import type { Driver } from "./create-driver";

/** The driver of a page that a widget may take apart: from then on, and where it is at work, every promise is rejected. */
export function refuseAfterLoss(driver: Driver, loss: Store<Loss | null>): Driver {
  const drive = driver as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  const guarded: Record<string, (...args: unknown[]) => Promise<unknown>> = {};
  for (const name of Object.keys(drive)) {
    guarded[name] = (...args) =>
      new Promise((resolve, reject) => {
        const refuse = () => {
          const lost = loss.get();
          if (lost !== null) reject(new Error(lost.message));
        };
        const stop = loss.subscribe(refuse);
        refuse();
        const work = loss.get() === null ? drive[name]?.(...args) : undefined;
        Promise.resolve(work).then(resolve, reject).finally(stop);
      });
  }
  return guarded as unknown as Driver;
}
