/** Milliseconds between two looks at a page. */
export const watchPeriod = 500;
/** So many looks at a page that has said nothing in between are an endless loop, or as good as one. */
const patience = 10;

/**
 * Script text of `createWatch()`, for the workers that watch over pages: `take` hears what a page says of whose code
 * runs, `look` counts, and reports in the page's name when it has said nothing for five seconds. Looks are counted, not
 * time: a machine that sleeps makes no page guilty.
 */
export function writeWatch(): string {
  return `
function createWatch() {
  let run = null;
  let loading = [];
  let running = [];
  let area = "";
  let silent = 0;
  let told = null;

  return {
    take(data) {
      silent = 0;
      if (data.run !== undefined) run = data.run;
      if (data.loading !== undefined) loading = data.loading;
      if (data.running !== undefined) running = data.running;
      if (data.area !== undefined) area = data.area;
      if (!data.isHere || told === null) return;
      if (told.code !== null) send("/-/holds", { code: told.code, event: "answers" });
      told = null;
    },
    look() {
      if (silent === ${patience} && told === null) tell();
      silent += 1;
    },
  };

  function tell() {
    told = { code: findCode() };
    const seconds = ${(watchPeriod * patience) / 1000};
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
}
`;
}
