import { createRequireLoading } from "../loader/load-with-require";
import { createLoader } from "../loader/create-loader";
import type { Faults, ServedPage } from "../model/wire";
import type { Define, RequireJs } from "../sdk/amd/require-types";
import { createHost } from "../sdk/create-host";
import { createReport } from "../sdk/create-report";
import { readLibraries } from "../sdk/read-libraries";
import { connectServer } from "./connect/connect-server";
import { countFrames } from "./connect/count-frames";
import { applyView, loadViewTexts, readView, translateAddress } from "./connect/read-view";
import { reportBlockedFrames } from "./connect/report-blocked-frames";
import { routeSyncRequests } from "./connect/route-sync-requests";
import { registerWorker } from "./connect/register-worker";
import { shiftDate } from "./connect/shift-date";
import { swapStyle } from "./connect/swap-style";
import { createCrm } from "./create-crm";
import { createSurface } from "./create-surface";
import { showArea } from "./driver/show-area";
import { guardPage } from "./guard/guard-page";
import { makeRoomForStrip, putStrip } from "./strip/put-strip";
import { watchReport } from "./strip/watch-report";
import "./styles/index.css";

/** What a page has beside its widgets comes when they have started, or after this many milliseconds. */
const patience = 300;

// Entry of `/-/client.js`, which stands in the page after the old libraries and RequireJS. The gallery frames pages, and
// widgets may frame one; what lies deeper stays empty, or a widget that frames its own page would never end.
if (countFrames(window) < 2) void startPage(window as PageWindow);

type PageWindow = Window & typeof globalThis & { require: RequireJs; define: Define; emulator?: unknown };

/** Draws the page that the server has described in the document, and starts its widgets. */
async function startPage(window: PageWindow): Promise<void> {
  const { document } = window;
  const isWhole = waitForDocument(document);
  const served = JSON.parse(document.getElementById("emulator-data")?.textContent ?? "") as ServedPage;
  const view = await loadViewTexts(window, served, readView(window.location.search));
  const page = applyView(served, view);
  shiftDate(window, page.now - Date.now());
  reportBlockedFrames(window);
  routeSyncRequests(window, page.snapshot.account);
  const server = connectServer(window, page, view);
  const { model } = server;
  const surface = createSurface();
  const sent = createReport(window);
  const { report, watch } = view.isPlain ? { report: sent, watch: null } : watchReport(window, sent);
  const host = createHost({ window, model, libraries: readLibraries(window), surface, report });
  const { require, define } = window;
  const loadWidget = createRequireLoading({ host, require, define, base: "/-/amd/" });
  const loader = createLoader({
    host,
    ...(served.widgets !== null && { served: { page: served.route.code, list: served.widgets } }),
    loadWidget(code, record) {
      const files = model.tables.widgets.get(code)?.files ?? [];
      return loadWidget(code, { ...record, lang: translateAddress(record.lang, view.locale, files) });
    },
  });
  loader.setHolds(page.holds);
  const guard = guardPage(host, view.isStill);
  let faults = "";
  /** A page that was asked for after a change of faults may come before the news of it. */
  const takeFaults = (next: Faults) => {
    if (JSON.stringify(next) === faults) return;
    faults = JSON.stringify(next);
    loader.setFaults(next);
    host.forgetTokens();
  };
  takeFaults(page.faults);

  const running = createCrm({
    window,
    host,
    loader,
    model,
    surface,
    page,
    fetchPage: (url) => server.fetchPage(url),
    takePage(data) {
      takeFaults(data.faults);
      loader.setHolds(data.holds);
      server.takePage(data);
    },
    sendHook: (hook) => server.sendHook(hook),
    beforeWidgets: Promise.all([registerWorker(window, "/-/worker.js").then(guard.waitForWatch), isWhole]),
  });
  window.emulator = running.driver;
  running.loss.subscribe(() => sent.listen());
  let isStripDrawn = watch === null;
  const drawStrip = () => {
    if (isStripDrawn || watch === null) return;
    isStripDrawn = true;
    putStrip({ running, watch });
  };
  running.loss.subscribe(drawStrip);
  if (watch !== null) makeRoomForStrip(document);
  // The page and its widgets come first; a widget that takes its time does not keep the rest away.
  const finish = () => {
    drawStrip();
    void guard.putWorker();
  };
  setTimeout(finish, patience);

  server.listen((event) => {
    if (event.type === "reload") window.location.reload();
    if (event.type === "style") swapStyle(document, event.code, event.revision);
    if (event.type === "faults") {
      takeFaults(event.faults);
      running.setFaults(event.faults);
    }
    if (event.type === "problems") running.setProblems(event.problems);
  });
  void running
    .start()
    .then(finish)
    .then(() => running.crm.settle())
    .then(() => (view.isShown ? showArea(running.driver, page.route.screen) : undefined))
    .finally(() => {
      // What takes pictures waits for this.
      const html = document.documentElement as HTMLElement | null;
      if (html !== null) html.dataset.emulator = "ready";
    });
}

/**
 * The CRM starts no widget before the document is whole, and neither must a quick page: `DOMContentLoaded` is past. To be
 * called before anything is waited for, or that is past already.
 */
function waitForDocument(document: Document): Promise<unknown> {
  return new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
}
