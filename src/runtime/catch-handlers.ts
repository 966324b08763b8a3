import { options } from "preact";
import { attempt } from "./attempt";

/** The root of a view: it takes what fails in the handlers below it. */
export interface Root extends HTMLElement {
  fail?: (error: unknown) => void;
}

type Handler = (event: Event) => unknown;

/**
 * Preact's error boundaries see what fails while drawing, not what fails in a handler of an event. So every handler
 * of an element is wrapped, for as long as this copy of Preact lives; a widget carries its own.
 */
export function catchHandlers(): void {
  const hooks = options as typeof options & { caught?: true };
  if (hooks.caught) return;
  hooks.caught = true;
  const next = options.vnode;
  options.vnode = (vnode) => {
    const props = vnode.props as Record<string, unknown>;
    for (const name in props) {
      const handler = props[name];
      if (typeof vnode.type === "string" && name.startsWith("on") && typeof handler === "function") {
        props[name] = (event: Event) => {
          const element = event.currentTarget as Root;
          return attempt(
            (error) => failAt(element, error),
            () => (handler as Handler)(event),
          );
        };
      }
    }
    next?.(vnode);
  };
}

function failAt(element: Root | null, error: unknown): void {
  // The view was mounted by somebody else.
  if (!element) throw error;
  if (element.fail) element.fail(error);
  else failAt(element.parentElement, error);
}
