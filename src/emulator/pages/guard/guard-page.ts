import type { HoldNews } from "../../model/wire";
import type { Host } from "../../sdk/host";
import { watchAnswering, type PageWatch } from "./watch-answering";
import { watchLeaving } from "./watch-leaving";

/**
 * Watches over a page that a widget may bring to a standstill or send elsewhere. In a page that follows nothing, as
 * those of the gallery, nobody watches whether it answers: there are dozens of them.
 */
export function guardPage(host: Host, isStill: boolean): PageWatch {
  // Widgets put their own into the page.
  const { navigator } = host.window;
  const send = (news: HoldNews) => {
    navigator.sendBeacon("/-/holds", new Blob([JSON.stringify(news)], { type: "application/json" }));
  };
  watchLeaving(host, send);
  if (isStill) return { waitForWatch: async () => undefined, putWorker: async () => undefined };
  return watchAnswering(host, "/-/watch.js", () => host.page?.names.area ?? "");
}
