import type { HoldNews } from "../../model/wire";
import type { Host } from "../../sdk/host";
import { watchAnswering } from "./watch-answering";
import { watchLeaving } from "./watch-leaving";

/**
 * Watches over a page that a widget may bring to a standstill or send elsewhere. A page that follows nothing, as those
 * of the gallery, has no worker: there are dozens of them. Widgets start when the promise resolves.
 */
export function guardPage(host: Host, isStill: boolean): Promise<unknown> {
  // Widgets put their own into the page.
  const { navigator } = host.window;
  const send = (news: HoldNews) => {
    navigator.sendBeacon("/-/holds", new Blob([JSON.stringify(news)], { type: "application/json" }));
  };
  watchLeaving(host, send);
  if (isStill) return Promise.resolve();
  return watchAnswering(host, "/-/watch.js", () => host.page?.names.area ?? "");
}
