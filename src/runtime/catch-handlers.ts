import { options } from "preact";
import { attempt } from "./attempt";

/** Dispatched by the element whose handler failed; the root of its view takes it. */
const failure = "komponent:error";

/**
 * Preact's error boundaries see what fails while drawing, not what fails in a handler of an event. So every handler
 * of an element is wrapped, for as long as this copy of Preact lives; a widget carries its own.
 */
export function catchHandlers(): void {
  const hooks = options as typeof options & { handlersAreCaught?: true };
  if (hooks.handlersAreCaught) return;
  hooks.handlersAreCaught = true;
  const next = options.vnode;
  options.vnode = (vnode) => {
    const props = vnode.props as Record<string, unknown>;
    if (typeof vnode.type === "string") {
      for (const name in props) {
        const handler = props[name];
        if (name.startsWith("on") && typeof handler === "function") props[name] = wrap(handler as Handler);
      }
    }
    next?.(vnode);
  };
}

/** Hears of the handlers that fail within a root. */
export function takeFailures(root: Element, fail: (error: unknown) => void): void {
  root.addEventListener(failure, (event) => {
    event.preventDefault();
    event.stopPropagation();
    fail((event as CustomEvent).detail);
  });
}

type Handler = (event: Event) => unknown;

function wrap(handler: Handler): Handler {
  return (event) => {
    const element = event.currentTarget as Element;
    const fail = (error: unknown) => {
      const told = new CustomEvent(failure, { bubbles: true, cancelable: true, detail: error });
      // Nobody took it: the view was mounted by somebody else.
      if (element.dispatchEvent(told)) throw error;
    };
    return attempt(fail, () => handler(event));
  };
}
