import $ from "jquery";
import type { Area } from "./area";
import { attempt } from "./attempt";

/**
 * Hears events of the page, the host's own (which only its jQuery knows) and the browser's, until the area ends. What
 * the handler throws is shown in the area's block.
 *
 * @example
 * bindActions() {
 *   listen(this, document, "list:reload", () => this.update());
 * }
 */
export function listen(
  { signal, fail }: Area,
  target: EventTarget,
  events: string,
  handler: (event: JQueryEventObject, ...data: unknown[]) => unknown,
): void {
  const guarded = (event: JQueryEventObject, ...data: unknown[]) => {
    attempt(fail, () => handler(event, ...data));
  };
  $(target as Element).on(events, guarded);
  signal.addEventListener("abort", () => void $(target as Element).off(events, guarded));
}
