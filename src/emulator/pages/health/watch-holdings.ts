import type { FindFrames } from "./find-frames";
import { describeNode } from "./own-places";
import type { Patcher } from "./patch";

/** Something that a widget holds. */
export interface Holding {
  readonly kind: "listeners" | "timers" | "observers";
  /** `click on document` */
  readonly what: string;
  /** Where in its code it was taken, the innermost place first: `script.js:120:14`. */
  readonly places: readonly string[];
}

/** Notes listeners on what outlives a page, timers and observers that a widget takes and has not given back. */
export function watchHoldings(
  window: Window & typeof globalThis,
  findFrames: FindFrames,
  patcher: Patcher,
): () => readonly Holding[] {
  const { document } = window;
  const held = new Map<unknown, Holding>();
  watchListeners();
  watchTimers();
  watchObservers();
  return () => [...held.values()];

  function watchListeners(): void {
    // Only targets that last are noted, and those are told apart by their names.
    const keys = new WeakMap<object, Map<string, symbol>>();
    const keyOf = (type: string, listener: object, target: object) => {
      const known = keys.get(listener) ?? new Map<string, symbol>();
      keys.set(listener, known);
      const name = `${type} on ${describeTarget(target)}`;
      const key = known.get(name) ?? Symbol(name);
      known.set(name, key);
      return { key, name };
    };
    const { prototype } = window.EventTarget;
    patcher.method(prototype, "addEventListener", (original) => {
      return function add(this: EventTarget, ...args: unknown[]) {
        const [type, listener, options] = args as [
          string,
          object | null,
          AddEventListenerOptions | undefined,
        ];
        const isOnce = typeof options === "object" && options?.once === true;
        // A listener on a node that leaves the page goes with it; only what outlives the page counts.
        if (listener !== null && !isOnce && isLasting(this)) {
          const { places } = findFrames(add);
          if (places.length > 0) {
            const { key, name } = keyOf(type, listener, this);
            held.set(key, { kind: "listeners", what: name, places });
            if (typeof options === "object")
              options?.signal?.addEventListener("abort", () => held.delete(key), { once: true });
          }
        }
        return Reflect.apply(original, this, args);
      };
    });
    patcher.method(prototype, "removeEventListener", (original) => {
      return function (this: EventTarget, ...args: unknown[]) {
        const [type, listener] = args as [string, object | null];
        if (listener && isLasting(this)) held.delete(keyOf(type, listener, this).key);
        return Reflect.apply(original, this, args);
      };
    });
  }

  function watchTimers(): void {
    for (const [set, clear] of [
      ["setTimeout", "clearTimeout"],
      ["setInterval", "clearInterval"],
    ] as const) {
      patcher.method(window, set, (original) => {
        return function start(this: unknown, ...args: unknown[]) {
          const { places } = findFrames(start);
          if (places.length === 0) return Reflect.apply(original, window, args);
          const [run, ...rest] = args;
          let id: unknown;
          const runAndForget = (...values: unknown[]) => {
            if (set === "setTimeout") held.delete(id);
            return typeof run === "function" ? (run as (...all: unknown[]) => unknown)(...values) : undefined;
          };
          id = Reflect.apply(original, window, [runAndForget, ...rest]);
          held.set(id, { kind: "timers", what: set, places });
          return id;
        };
      });
      patcher.method(window, clear, (original) => {
        return function (this: unknown, ...args: unknown[]) {
          held.delete(args[0]);
          return Reflect.apply(original, window, args);
        };
      });
    }
  }

  function watchObservers(): void {
    for (const name of ["MutationObserver", "ResizeObserver", "IntersectionObserver"] as const) {
      const { prototype } = window[name];
      patcher.method(prototype, "observe", (original) => {
        return function observe(this: object, ...args: unknown[]) {
          const { places } = findFrames(observe);
          if (places.length > 0) held.set(this, { kind: "observers", what: name, places });
          return Reflect.apply(original, this, args);
        };
      });
      patcher.method(prototype, "disconnect", (original) => {
        return function (this: object, ...args: unknown[]) {
          held.delete(this);
          return Reflect.apply(original, this, args);
        };
      });
    }
  }

  function isLasting(target: EventTarget): boolean {
    return (
      target === window ||
      target === document ||
      target === document.body ||
      target === document.documentElement
    );
  }

  function describeTarget(target: object): string {
    if (target === window) return "window";
    if (target === document) return "document";
    return target instanceof window.Element ? describeNode(target) : target.constructor.name;
  }
}
