import type { ServerResponse } from "node:http";
import type { ServerEvent } from "../model/wire";

export interface EventStream {
  /** Turns an answer into a stream of events; false where too many are open. */
  open(response: ServerResponse): boolean;
  send(event: ServerEvent): void;
  close(): void;
}

const streamLimit = 100;
/** Often enough that no proxy or browser thinks the stream dead. */
const heartbeatInterval = 15_000;

/** Server-sent events to every open page. */
export function createEventStream(): EventStream {
  const streams = new Set<ServerResponse>();
  const heartbeat = setInterval(() => {
    for (const stream of streams) stream.write(":\n\n");
  }, heartbeatInterval);
  heartbeat.unref();

  return {
    open(response) {
      if (streams.size >= streamLimit) return false;
      response.writeHead(200, {
        "content-type": "text/event-stream",
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      });
      // A page that lost its stream asks again after this many milliseconds.
      response.write("retry: 500\n\n");
      streams.add(response);
      response.on("close", () => streams.delete(response));
      return true;
    },
    send(event) {
      const text = `data: ${JSON.stringify(event)}\n\n`;
      for (const stream of streams) stream.write(text);
    },
    close() {
      clearInterval(heartbeat);
      for (const stream of streams) stream.end();
      streams.clear();
    },
  };
}
