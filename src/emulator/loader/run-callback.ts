import { messageOf } from "../sdk/create-errors";
import type { Host } from "../sdk/host";
import type { WidgetObject } from "../sdk/widget/widget-object";

type Callback = (this: unknown, ...args: unknown[]) => unknown;

export interface CallbackRunner {
  has(widget: WidgetObject | undefined, name: string): boolean;
  /**
   * Calls a callback as a method of its object (`this` is `callbacks`, or `callbacks.leads` for `leads.selected`) and
   * gives what it returned. What it throws is caught, written to the console and reported; undefined is given then.
   */
  run(code: string, widget: WidgetObject, name: string, args?: readonly unknown[]): unknown;
  /** As `run`, and waits for a promise that comes back; `failed` where it threw or was rejected. */
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
    const [owner, callback] = findCallback(widget, name);
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
      if (callback === undefined) return { tell: () => {}, fail, value: undefined, threw: false };
      return { tell, fail, value: Reflect.apply(callback, owner, args) as unknown, threw: false };
    } catch (error) {
      fail(error);
      return { tell, fail, value: undefined, threw: true };
    }
  }

  return {
    has: (widget, name) => widget !== undefined && findCallback(widget, name)[1] !== undefined,
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
      return waitFor(settled, ms, { failed: true });
    },
  };
}

/** Gives up waiting after some time, with the answer for that case. */
export function waitFor<T>(promise: Promise<T>, ms: number, late: T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<T>((resolve) => (timer = setTimeout(() => resolve(late), ms)));
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

/** Promises of any make: jQuery's have no `catch`. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  const isObject = (typeof value === "object" && value !== null) || typeof value === "function";
  return isObject && typeof (value as { then?: unknown }).then === "function";
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
