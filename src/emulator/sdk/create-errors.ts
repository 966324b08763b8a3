import type { ModelView } from "../model/model";
import { blame } from "./blame";
import { describeError, messageLimit, messageOf } from "./describe-error";
import type { Report } from "./report";
import type { RunWatch } from "./watch-runs";
import { watchNatives } from "./watch-natives";

/** Where everything that throws in the page ends up. */
export interface Errors {
  /** Reports an error and writes it with `console.error`, as the platform does. */
  catch(widget: string | null, error: unknown): void;
  /** Runs something of a widget's; what it throws is caught, and undefined given. */
  guard<T>(widget: string, run: () => T): T | undefined;
  /** Says what a widget has done to the page; nothing was thrown. */
  tell(widget: string | null, message: string, stack?: string): void;
  /** Hears the page's errors again, where a widget has taken every listener out of it (`document.open()`). */
  listen(): void;
  dispose(): void;
}

export interface ErrorsOptions {
  readonly window: Window & typeof globalThis;
  readonly report: Report;
  readonly model: ModelView;
  readonly runs: RunWatch;
  /** The area of the page that is open now. */
  readonly area: () => string;
}

export function createErrors({ window, report, model, runs, area }: ErrorsOptions): Errors {
  // A widget may put its own into the page.
  const log = window.console.error.bind(window.console);
  const natives = watchNatives(window);
  const told = new Set<string>();

  function note(widget: string | null, error: unknown, place = ""): void {
    const { message, stack } = describeError(error);
    const origin = blame(error);
    const replaced = origin === "host" ? lookAtNatives(widget) : [];
    const isConsequence = origin === "host" && replaced.length > 0;
    report.error({
      widget: widget ?? findWidget(`${stack}\n${place}`) ?? (isConsequence ? runs.findCulprit() : null),
      area: area(),
      message: isConsequence ? `${message} (the widget has replaced ${replaced.join(", ")})` : message,
      stack,
      origin: isConsequence ? "widget" : origin,
    });
  }

  function tell(widget: string | null, message: string, stack = ""): void {
    report.error({ widget, area: area(), message, stack, origin: "widget" });
  }

  /** Tells once of each function that a widget has put its own in the place of. */
  function lookAtNatives(widget: string | null): readonly string[] {
    const replaced = natives.listReplaced();
    for (const { name, isBack } of replaced) {
      if (told.has(name)) continue;
      told.add(name);
      const end = isBack ? " It does not do what the language says, so the browser's own is back." : "";
      tell(
        widget ?? runs.findCulprit(),
        `The widget changes ${name} for the whole page: the CRM and every other widget stand on it.${end}`,
      );
    }
    return replaced.map(({ name }) => name);
  }

  /** The widget whose folder the text, a stack or an address, passes through. */
  function findWidget(text: string): string | null {
    const found = model.tables.widgets.filter(({ path }) => text.includes(`${path}/`));
    return found[0]?.code ?? null;
  }

  function onError(event: ErrorEvent): void {
    // Pictures and scripts that do not load come here too, without an error.
    if (event.error !== undefined && event.error !== null) note(null, event.error, event.filename);
    else if (event.message) note(null, event.message, event.filename);
  }
  const onRejection = (event: PromiseRejectionEvent) => note(null, event.reason);

  const errors: Errors = {
    catch(widget, error) {
      const message = messageOf(error);
      // A text of 50 MB stops whatever reads the console.
      log(message.length < messageLimit ? error : message);
      note(widget, error);
    },
    guard(widget, run) {
      try {
        return run();
      } catch (error) {
        errors.catch(widget, error);
        return undefined;
      }
    },
    tell,
    listen() {
      window.addEventListener("error", onError);
      window.addEventListener("unhandledrejection", onRejection);
    },
    dispose() {
      for (const stop of disposers) stop();
      window.removeEventListener("error", onError);
      window.removeEventListener("unhandledrejection", onRejection);
    },
  };
  const disposers = [
    runs.onEnd(({ widget }) => void lookAtNatives(widget)),
    runs.onLoading((_loading, loaded) => void lookAtNatives(loaded)),
  ];
  errors.listen();
  return errors;
}
