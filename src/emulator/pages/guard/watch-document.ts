import type { Host } from "../../sdk/host";
import { createStore, type Store } from "../create-store";

/** Why the page is of no use any more. */
export interface Loss {
  readonly widget: string | null;
  readonly message: string;
}

export interface DocumentWatch {
  /** Null while the page's own elements stand. */
  readonly loss: Store<Loss | null>;
  dispose(): void;
}

/** What no observer tells, because the document was opened anew, is seen by then. Milliseconds. */
const period = 500;

/**
 * Sees that a widget has taken the CRM's own elements out of the page: emptied the body, replaced it, opened the
 * document anew. It is told once, with the widget that did it where that is known.
 *
 * @param root holds everything that the CRM draws
 */
export function watchDocument({ window, runs, errors }: Host, root: Element): DocumentWatch {
  const { document } = window;
  const loss = createStore<Loss | null>(null);
  const observer = new window.MutationObserver(() => look(runs.findCulprit()));
  observer.observe(document, { childList: true });
  if (document.documentElement !== null) observer.observe(document.documentElement, { childList: true });
  observer.observe(document.body, { childList: true });
  const timer = setInterval(() => look(runs.findCulprit()), period);
  const stopHearing = runs.onEnd(({ widget }) => look(widget));
  return { loss, dispose };

  function look(widget: string | null): void {
    if (root.isConnected || loss.get() !== null) return;
    const message = `${widget === null ? "A widget" : `The widget ${widget}`} has taken the CRM's own elements out of the page: load the page again.`;
    dispose();
    // After `document.open()` nobody listens any more.
    errors.listen();
    errors.tell(widget, message);
    loss.set({ widget, message });
  }

  function dispose(): void {
    observer.disconnect();
    clearInterval(timer);
    stopHearing();
  }
}
