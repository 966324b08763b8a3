/** The page is asked so often, ms. */
const period = 500;
/** So many questions without an answer are an endless loop, or as good as one. */
const patience = 10;

/**
 * The worker that watches over one page, as a script of its own: it goes on where the page stands still. The page tells
 * it whose code runs; what does not answer for five seconds it reports in the page's name. Ticks are counted, not time:
 * a machine that sleeps makes no page guilty.
 */
export function writeWatchWorker(): string {
  return `"use strict";
let run = null;
let loading = [];
let running = [];
let area = "";
let unanswered = 0;
let told = null;

self.addEventListener("message", ({ data }) => {
  unanswered = 0;
  if (data.run !== undefined) run = data.run;
  if (data.loading !== undefined) loading = data.loading;
  if (data.running !== undefined) running = data.running;
  if (data.area !== undefined) area = data.area;
  if (data.isHere && told !== null) {
    if (told.code !== null) send("/-/holds", { code: told.code, event: "answers" });
    told = null;
  }
});

// The page waits for this before it starts a widget: what is sent to a worker that is not there yet waits with the page.
self.postMessage("here?");
setInterval(() => {
  if (unanswered === ${patience} && told === null) tell();
  unanswered += 1;
  self.postMessage("here?");
}, ${period});

function tell() {
  told = { code: findCode() };
  const seconds = ${(period * patience) / 1000};
  const message = "The page has not answered for " + seconds + " seconds, " + describe() + ": an endless loop, or code that takes as long.";
  send("/-/report", {
    errors: [{ widget: told.code, area: run === null ? area : run.area, message, stack: "", origin: "widget" }],
  });
  if (told.code !== null) send("/-/holds", { code: told.code, event: "stuck" });
  // The page reads the server's events for every other tab of the browser: the next one is to take over.
  self.navigator.locks?.request("komponent-events", { steal: true }, () => undefined);
}

function findCode() {
  if (run !== null) return run.widget;
  const there = loading.length > 0 ? loading : running;
  return there.length === 1 ? there[0] : null;
}

function describe() {
  if (run !== null) return run.name === "script.js" ? "while the module of script.js is made" : "in the callback " + run.name;
  if (loading.length > 0) return "while script.js of " + loading.join(", ") + " is run";
  if (running.length > 0) return "in what a timer or an event called; widgets here: " + running.join(", ");
  return "and no widget runs there";
}

function send(url, body) {
  fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }).catch(() => undefined);
}
`;
}
