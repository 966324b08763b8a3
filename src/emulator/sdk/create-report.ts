import type { ReportBatch } from "../model/wire";
import type { CallbackEntry, ErrorEntry, Report, UnknownEntry, UnsupportedEntry } from "./report";

/** Entries wait this long for others, ms; the server promises to know them within 100. */
const gathering = 20;
/** A browser takes no more than 64 KB with a request that outlives its page. */
const limit = 60_000;
/** What does not outlive the page goes in few requests: a widget may fail 15,000 times at once. */
const bulk = 1_000_000;

export interface ReportClient extends Report {
  /** Listens again for the page's end, where a widget has taken every listener out of the page. */
  listen(): void;
  /** Sends what waits and takes the listeners away. */
  dispose(): void;
}

/**
 * Makes the report of a page: entries are gathered for a moment and sent to `POST /-/report`; what waits when the page
 * is left goes with it as a beacon. A server that does not answer disturbs nobody.
 */
export function createReport(window: Window & typeof globalThis, url = "/-/report"): ReportClient {
  // Widgets put their own `fetch` into the page; the report must not run through it.
  const { fetch, navigator, document } = window;
  const callbacks: CallbackEntry[] = [];
  const errors: ErrorEntry[] = [];
  const calls = new Map<string, number>();
  const unsupported = new Map<string, UnsupportedEntry & { count: number }>();
  const unknown = new Map<string, UnknownEntry & { count: number }>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function wait(): void {
    timer ??= setTimeout(() => flush(sendRequest), gathering);
  }

  function flush(send: (body: string, isAlone: boolean) => void): void {
    clearTimeout(timer);
    timer = undefined;
    // The limit is for all requests together that outlive the page, so only one that is alone may do so.
    const batches = takeBatches(send === sendRequest ? bulk : limit);
    for (const batch of batches) send(JSON.stringify(batch), batches.length === 1);
  }

  function takeBatches(size: number): readonly ReportBatch[] {
    const batches: ReportBatch[] = [
      ...split(callbacks.splice(0), size).map((part) => ({ callbacks: part })),
      ...split(errors.splice(0), size).map((part) => ({ errors: part })),
    ];
    if (calls.size > 0) batches.push({ calls: [...calls].map(([member, count]) => ({ member, count })) });
    batches.push(...split([...unsupported.values()], size).map((part) => ({ unsupported: part })));
    batches.push(...split([...unknown.values()], size).map((part) => ({ unknown: part })));
    for (const counts of [calls, unsupported, unknown]) counts.clear();
    return mergeSmall(batches);
  }

  function sendRequest(body: string, isAlone: boolean): void {
    const headers = { "Content-Type": "application/json" };
    const keepalive = isAlone && body.length < limit;
    fetch.call(window, url, { method: "POST", headers, body, keepalive }).catch(() => {});
  }

  function sendBeacon(body: string): void {
    navigator.sendBeacon(url, new Blob([body], { type: "application/json" }));
  }

  const leave = () => flush(sendBeacon);
  const hide = () => (document.visibilityState === "hidden" ? leave() : undefined);
  function listen(): void {
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hide);
  }
  listen();

  function count<E extends { member: string; area: string }>(
    counts: Map<string, E & { count: number }>,
    entry: E,
  ): void {
    const key = `${entry.area} ${entry.member}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { ...entry, count: 1 });
    else known.count += 1;
    wait();
  }

  return {
    callback(entry) {
      callbacks.push(entry);
      wait();
    },
    call(member) {
      calls.set(member, (calls.get(member) ?? 0) + 1);
      wait();
    },
    unsupported: (entry) => count(unsupported, entry),
    unknown: (entry) => count(unknown, entry),
    own(member) {
      for (const [key, entry] of unknown) if (entry.member === member) unknown.delete(key);
    },
    error(entry) {
      errors.push({ ...entry, message: entry.message.slice(0, 2000), stack: entry.stack.slice(0, 8000) });
      wait();
    },
    listen,
    dispose() {
      leave();
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", hide);
    },
  };
}

/** Parts that each stay under a number of characters; a single entry is cut before it comes here. */
function split<E>(entries: readonly E[], most: number): E[][] {
  const parts: E[][] = [];
  let size = most;
  for (const entry of entries) {
    const own = JSON.stringify(entry).length + 100;
    size += own;
    if (size >= most) {
      parts.push([]);
      size = own;
    }
    parts.at(-1)?.push(entry);
  }
  return parts;
}

/** One request for everything, where everything is small. */
function mergeSmall(batches: readonly ReportBatch[]): readonly ReportBatch[] {
  const all: ReportBatch = Object.assign({}, ...batches);
  const keys = batches.flatMap((batch) => Object.keys(batch));
  const isOnePartEach = new Set(keys).size === keys.length;
  if (batches.length === 0 || !isOnePartEach || JSON.stringify(all).length >= limit) return batches;
  return [all];
}
