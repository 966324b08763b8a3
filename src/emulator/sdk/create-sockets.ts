import { platformError } from "./blame";

type Payload = Readonly<Record<string, unknown>>;
type Listener = (payload: Payload) => void;

export interface Sockets {
  publish(channel: string, payload: Payload): void;
  /** `self.listenSocketChannel`. Throws where an argument has the wrong type, as the platform does. */
  listen(channel: unknown, keys: unknown, listener: unknown): () => void;
}

/** The channels on which the CRM tells its pages what happened. `keys` let only messages pass that have one of them. */
export function createSockets(guard: (run: () => void) => void): Sockets {
  const listeners = new Map<string, Set<Listener>>();

  return {
    publish(channel, payload) {
      for (const listener of listeners.get(channel) ?? []) guard(() => listener(payload));
    },
    listen(channel, keys, listener) {
      if (typeof channel !== "string") throw platformError("listenSocketChannel: the channel is no string");
      if (!Array.isArray(keys)) throw platformError("listenSocketChannel: the keys are no array");
      if (typeof listener !== "function") throw platformError("listenSocketChannel: the callback is missing");
      const filtered: Listener = (payload) => {
        if (keys.length === 0 || keys.some((key) => String(key) in payload)) listener(payload);
      };
      const channelListeners = listeners.get(channel) ?? new Set();
      listeners.set(channel, channelListeners.add(filtered));
      return () => void channelListeners.delete(filtered);
    },
  };
}
