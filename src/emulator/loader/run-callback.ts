import { messageOf } from "../sdk/describe-error";
import type { Host } from "../sdk/host";
import type { WidgetObject } from "../sdk/widget/widget-object";

type Callback = (this: unknown, ...args: unknown[]) => unknown;

/** Nothing here throws because of a widget: its members may be getters that do, or proxies. */
export interface CallbackRunner {
  has(widget: WidgetObject | undefined, name: string): boolean;
  /**
   * Calls a callback as a method of its object (`this` is `callbacks`, or `callbacks.leads` for `leads.selected`) and
   * gives what it returned. What it throws is caught, written to the console and reported; undefined is given then.
   */
  run(code: string, widget: WidgetObject, name: string, args?: readonly unknown[]): unknown;
  /**
   * As `run`, and waits for a promise that comes back; `failed` where it threw, was rejected, or has not settled in
   * time, which the report tells.
   */
  runAndWait(
    code: string,
    widget: WidgetObject,
    name: string,
    args?: readonly unknown[],
    ms?: number,
  ): Promise<Outcome>;
}

export type Outcome =
  | { readonly failed: true }
  | { readonly failed: false; readonly value: unknown; readonly isPromised: boolean };

/** How long a promise of a widget's holds anything up, ms; what comes later still counts for the widget. */
export const patience = 5000;

export function createCallbackRunner(host: Host): CallbackRunner {
  const now = () => host.window.performance.now();

  function call(code: string, widget: WidgetObject, name: string, args: readonly unknown[]) {
    const area = host.page?.names.area ?? "";
    const start = now();
    const tell = (error?: { readonly reason: unknown }) => {
      const ms = Math.round((now() - start) * 100) / 100;
      const entry = { widget: code, area, name, ms, ok: error === undefined };
      host.report.callback(error === undefined ? entry : { ...entry, error: messageOf(error.reason) });
    };
    const fail = (reason: unknown) => {
      tell({ reason });
      host.errors.catch(code, reason);
    };
    try {
      const [owner, callback] = findCallback(widget, name);
      if (callback === undefined) return { tell: () => {}, fail, value: undefined, threw: false };
      const value = host.runs.run({ widget: code, area, name }, () =>
        settleLater(Reflect.apply(callback, owner, args)),
      );
      return { tell, fail, value, threw: false };
    } catch (error) {
      fail(error);
      return { tell, fail, value: undefined, threw: true };
    }
  }

  return {
    has(widget, name) {
      try {
        return widget !== undefined && findCallback(widget, name)[1] !== undefined;
      } catch {
        // It is told where the callback is called.
        return true;
      }
    },
    run(code, widget, name, args = []) {
      const { tell, fail, value, threw } = call(code, widget, name, args);
      if (threw) return undefined;
      if (isThenable(value)) value.then(() => tell(), fail);
      else tell();
      return value;
    },
    async runAndWait(code, widget, name, args = [], ms = patience) {
      const { tell, fail, value, threw } = call(code, widget, name, args);
      if (threw) return { failed: true };
      if (!isThenable(value)) {
        tell();
        return { failed: false, value, isPromised: false };
      }
      const settled = new Promise<Outcome>((resolve) => {
        value.then(
          (result) => {
            tell();
            resolve({ failed: false, value: result, isPromised: true });
          },
          (reason: unknown) => {
            fail(reason);
            resolve({ failed: true });
          },
        );
      });
      return waitFor(settled, ms, () => {
        host.errors.tell(code, describeWaiting(name, ms));
        return { failed: true };
      });
    },
  };
}

/** What a report says of a promise that nobody has settled. */
export function describeWaiting(name: string, ms: number): string {
  return `The promise of ${name} has not settled within ${ms / 1000} seconds: the CRM goes on without its answer.`;
}

/** Gives up waiting after some time, with the answer for that case. */
export function waitFor<T>(promise: Promise<T>, ms: number, giveUp: () => T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<T>((resolve) => (timer = setTimeout(() => resolve(giveUp()), ms)));
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

/** Promises of any make: jQuery's have no `catch`. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  const isObject = (typeof value === "object" && value !== null) || typeof value === "function";
  return isObject && typeof (value as { then?: unknown }).then === "function";
}

/**
 * A promise of our own in the place of the widget's: its `then` may be of its own making, and runs here, where what it
 * throws is the callback's. Everything else stays as it is.
 */
function settleLater(value: unknown): unknown {
  if (!isThenable(value)) return value;
  return new Promise((resolve, reject) => void value.then(resolve, reject));
}

/** `leads.selected` is a callback in an object of its own. */
function findCallback(
  { callbacks }: WidgetObject,
  name: string,
): readonly [owner: unknown, Callback | undefined] {
  let owner: unknown;
  let value: unknown = callbacks;
  for (const key of name.split(".")) {
    owner = value;
    value = typeof owner === "object" && owner !== null ? Reflect.get(owner, key) : undefined;
  }
  return [owner, typeof value === "function" ? (value as Callback) : undefined];
}
