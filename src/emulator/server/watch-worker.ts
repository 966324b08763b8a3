import { watchPeriod, writeWatch } from "./write-watch";

/** The worker that watches over one page from its start on, as a script of its own: it goes on where the page stands still. */
export function writeWatchWorker(): string {
  return `"use strict";
${writeWatch()}
const watch = createWatch();
self.addEventListener("message", ({ data }) => watch.take(data));
self.postMessage("here?");
setInterval(() => {
  watch.look();
  self.postMessage("here?");
}, ${watchPeriod});
`;
}
