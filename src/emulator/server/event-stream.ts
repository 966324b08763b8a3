import type { ServerResponse } from "node:http";
import type { ServerEvent, StreamEvent } from "../model/wire";

export interface EventStream {
  /** Number of the last event; greater than any number of a server that ran before. */
  readonly last: number;
  /** Turns an answer into a stream of events; false where too many are open. */
  open(response: ServerResponse): boolean;
  send(event: ServerEvent): void;
  /** What came after an event; `reload` alone where that is not known any more. */
  listAfter(number: number): readonly StreamEvent[];
  close(): void;
}

const streamLimit = 100;
/** Often enough that no proxy or browser thinks the stream dead. */
const heartbeatInterval = 15_000;
/** A page asks for what it has missed within seconds; more than this it hardly misses. */
const keptEvents = 50;
/** Longer ones are not kept: who missed one loads the page again. */
const keptLength = 64 * 1024;

/** Server-sent events to every browser that has pages open. */
export function createEventStream(): EventStream {
  const streams = new Set<ServerResponse>();
  const kept = new Map<number, string>();
  let last = Date.now();
  const heartbeat = setInterval(() => {
    for (const stream of streams) stream.write(":\n\n");
  }, heartbeatInterval);
  heartbeat.unref();

  return {
    get last() {
      return last;
    },
    open(response) {
      if (streams.size >= streamLimit) return false;
      response.writeHead(200, {
        "content-type": "text/event-stream",
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      });
      // A page that lost its stream asks again after this many milliseconds.
      response.write(`retry: 500\ndata: ${write({ type: "opened" })}\n\n`);
      streams.add(response);
      response.on("close", () => streams.delete(response));
      return true;
    },
    send(event) {
      last += 1;
      const text = write(event);
      if (text.length <= keptLength) kept.set(last, text);
      kept.delete(last - keptEvents);
      for (const stream of streams) stream.write(`data: ${text}\n\n`);
    },
    listAfter(number) {
      const texts: string[] = [];
      // A number that is none, or of another server, is followed by nothing that is known.
      if (!(number <= last && number >= last - keptEvents)) return [{ type: "reload", number: last }];
      for (let next = number + 1; next <= last; next++) {
        const text = kept.get(next);
        if (text === undefined) return [{ type: "reload", number: last }];
        texts.push(text);
      }
      return texts.map((text) => JSON.parse(text) as StreamEvent);
    },
    close() {
      clearInterval(heartbeat);
      for (const stream of streams) stream.end();
      streams.clear();
    },
  };

  function write(event: ServerEvent): string {
    return JSON.stringify({ ...event, number: last } satisfies StreamEvent);
  }
}
