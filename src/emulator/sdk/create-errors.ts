import type { ModelView } from "../model/model";
import { blame } from "./blame";
import type { Report } from "./report";

/** Where everything that throws in the page ends up. */
export interface Errors {
  /** Reports an error and writes it with `console.error`, as the platform does. */
  catch(widget: string | null, error: unknown): void;
  /** Runs something of a widget's; what it throws is caught, and undefined given. */
  guard<T>(widget: string, run: () => T): T | undefined;
  dispose(): void;
}

/** @param area the area of the page that is open now */
export function createErrors(window: Window, report: Report, model: ModelView, area: () => string): Errors {
  function tell(widget: string | null, error: unknown): void {
    const stack = error instanceof Error ? (error.stack ?? "") : "";
    report.error({
      widget: widget ?? findWidget(stack),
      area: area(),
      message: messageOf(error),
      stack,
      origin: blame(error),
    });
  }

  /** The widget whose folder the stack passes through. */
  function findWidget(stack: string): string | null {
    const found = model.tables.widgets.filter(({ path }) => stack.includes(`${path}/`));
    return found[0]?.code ?? null;
  }

  function onError(event: ErrorEvent): void {
    // Pictures and scripts that do not load come here too, without an error.
    if (event.error !== undefined && event.error !== null) tell(null, event.error);
    else if (event.message) tell(null, event.message);
  }
  const onRejection = (event: PromiseRejectionEvent) => tell(null, event.reason);
  window.addEventListener("error", onError);
  window.addEventListener("unhandledrejection", onRejection);

  const errors: Errors = {
    catch(widget, error) {
      console.error(error);
      tell(widget, error);
    },
    guard(widget, run) {
      try {
        return run();
      } catch (error) {
        errors.catch(widget, error);
        return undefined;
      }
    },
    dispose() {
      window.removeEventListener("error", onError);
      window.removeEventListener("unhandledrejection", onRejection);
    },
  };
  return errors;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
