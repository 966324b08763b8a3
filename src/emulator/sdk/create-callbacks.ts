import { platformError } from "./blame";
import type { Errors } from "./create-errors";
import type { IncomingNotification } from "./host";
import type { WidgetsRegistry } from "./app/create-widgets";

type Callback = (notification: IncomingNotification) => void;

/** `APP.addNotificationCallback` (Kommo: Notifications subscription): for widgets with `init_once` only. */
export function createNotificationCallbacks(widgets: () => WidgetsRegistry, errors: Errors) {
  const callbacks = new Map<string, Callback[]>();
  return {
    add(code: string, callback: unknown): void {
      const widget = widgets().list[code];
      if (widget === undefined) throw platformError(`addNotificationCallback: no widget "${code}" runs here`);
      if (widget.init_once !== "Y" && widget.init_once !== true) return;
      if (typeof callback !== "function") return;
      callbacks.set(code, [...(callbacks.get(code) ?? []), callback as Callback]);
    },
    call(notification: IncomingNotification): void {
      for (const [code, list] of callbacks) {
        for (const callback of list) errors.guard(code, () => callback(notification));
      }
    },
    forget: (code: string) => void callbacks.delete(code),
  };
}
