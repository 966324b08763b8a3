import type { ServerEvent, StreamEvent } from "../../model/wire";

export interface FollowOptions {
  readonly window: Window & typeof globalThis;
  /** Where the server's own addresses begin: `/-`. */
  readonly address: string;
  /** Number of the last event that the page was served with. */
  readonly last: number;
  hear(event: ServerEvent): void;
}

/**
 * Hears every event of the server once and in order. A browser opens six connections to a host, so all tabs share one
 * stream: the tab that holds a lock reads it and passes each event on; when that tab goes, the browser gives the lock
 * to the next, and nothing is left behind. What comes while nobody reads is asked for afterwards. Where the browser
 * has no locks or channels the page has a stream of its own. Returns the disposer.
 */
export function followEvents({ window, address, last, hear }: FollowOptions): () => void {
  // Widgets put their own into the page.
  const { BroadcastChannel, EventSource } = window;
  const fetch = window.fetch.bind(window);
  const locks = window.navigator.locks as LockManager | undefined;
  const ended = new AbortController();
  let known = last;
  let newest = last;
  let isCatchingUp = false;

  if (locks === undefined || BroadcastChannel === undefined) {
    const stream = openStream(take);
    return () => {
      ended.abort();
      stream.close();
    };
  }

  const channel = new BroadcastChannel("komponent-events");
  let isReader = false;
  channel.addEventListener("message", ({ data }: MessageEvent<StreamEvent | "here">) => {
    if (data !== "here") take(data);
    else if (isReader) passOn({ type: "opened", number: known });
  });
  passOn("here");
  let giveUp: (() => void) | null = null;
  waitForTurn(locks);
  return () => {
    ended.abort();
    channel.close();
  };

  function passOn(message: StreamEvent | "here"): void {
    // A channel is of one origin by itself.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    channel.postMessage(message);
  }

  /** A page that does not answer loses the lock to the next; when it goes on, it waits like any other. */
  function waitForTurn(manager: LockManager): void {
    manager.request("komponent-events", { signal: ended.signal }, read).catch(() => {
      giveUp?.();
      if (!ended.signal.aborted) waitForTurn(manager);
    });
  }

  /** Holds the lock for as long as the page lives. */
  function read(): Promise<void> {
    isReader = true;
    const stream = openStream((event) => {
      passOn(event);
      take(event);
    });
    const stopReading = () => {
      isReader = false;
      stream.close();
    };
    giveUp = stopReading;
    return new Promise((resolve) => {
      ended.signal.addEventListener("abort", () => {
        stopReading();
        resolve();
      });
    });
  }

  function openStream(pass: (event: StreamEvent) => void): EventSource {
    const stream = new EventSource(`${address}/events`);
    stream.addEventListener("message", ({ data }) => pass(JSON.parse(String(data)) as StreamEvent));
    return stream;
  }

  function take(event: StreamEvent): void {
    newest = Math.max(newest, event.number);
    if (event.number <= known || isCatchingUp) return;
    if (event.type === "opened" || event.number > known + 1) void catchUp();
    else tell(event);
  }

  function tell(event: StreamEvent): void {
    known = event.number;
    hear(event);
  }

  async function catchUp(): Promise<void> {
    isCatchingUp = true;
    while (newest > known && !ended.signal.aborted) {
      const response = await fetch(`${address}/events.json?after=${known}`).catch(() => null);
      // The server has gone; when it is back, so is the stream.
      if (response?.ok !== true) break;
      for (const event of (await response.json()) as StreamEvent[]) tell(event);
    }
    isCatchingUp = false;
  }
}
