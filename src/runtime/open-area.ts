import { h, options, render } from "preact";
import type { Area, AreaContext, AreaMethods } from "./area";
import { attempt } from "./attempt";
import type { Root } from "./catch-handlers";
import type { Life } from "./life";
import { whenStyled } from "./styles";
import { sayFailed, View } from "./view";
import { whenPresent } from "./when-present";

/** A class of the author's. Whether it has a view is seen before it is created: `render` must be a method. */
export interface AreaClass {
  new (context: AreaContext): Area & AreaMethods;
  readonly prototype: AreaMethods;
}

/** Where the host has room for a view. */
export interface Place {
  /** The container, or something that shows that there is room; nothing while there is none. */
  find(context: AreaContext): Element | null | undefined;
  /** Makes the container where there is room; without it, what `find` gave is the container. */
  enter?(context: AreaContext, found: Element): Element;
}

/** An area that lives. */
export interface OpenArea {
  readonly area: (Area & AreaMethods) | undefined;
  /** Takes the steps that the host has allowed meanwhile, as soon as the view is mounted. */
  advance(): void;
  close(): void;
}

const steps = ["init", "bindActions"] as const;

/** Begins an area: creates it, finds its place and mounts its view. Without a place nothing is mounted. */
export function openArea(
  life: Life,
  location: string,
  Class: AreaClass,
  place: Place | undefined,
  members: object | undefined,
): void {
  const { widget, areas } = life;
  const end = new AbortController();
  const { signal } = end;
  const context: AreaContext = { widget, signal, update, close, notify, fail, ...members };
  let root: Root | undefined;
  let notice: string | undefined;
  let taken = 0;

  const area = attempt(fail, () => new Class(context));
  areas.set(location, { area, advance, close });
  if (place) whenPresent(place.find.bind(place, context), signal, enter);
  else advance();

  function enter(found: Element): void {
    const container = attempt(fail, () => (place?.enter ? place.enter(context, found) : found));
    if (!container) return;
    if (KOMPONENT_STYLES) whenStyled(widget, signal, () => mount(container));
    else mount(container);
  }

  function mount(container: Element): void {
    root = document.createElement("div");
    root.className = KOMPONENT_ROOT;
    root.fail = fail;
    container.append(root);
    update();
    advance();
  }

  function advance(): void {
    const step = steps[taken];
    if (!step || !life.allowed[step] || (place && !root) || signal.aborted) return;
    taken++;
    attempt(fail, () => area?.[step]?.());
    advance();
  }

  function update(): void {
    if (root && !signal.aborted) render(h(View, { value: area, widget, notice, report }), root);
  }

  function notify(text?: string): void {
    notice = text;
    update();
  }

  function report(error: unknown): void {
    life.report(error, location);
  }

  function fail(error: unknown): void {
    if (signal.aborted) return;
    report(error);
    notify(sayFailed(widget));
  }

  function close(): void {
    if (signal.aborted) return;
    areas.delete(location);
    end.abort();
    attempt(report, () => area?.destroy?.());
    attempt(report, unmount);
  }

  // Preact would end effects after the next paint, when the host has gone on; whatever they hold goes now.
  function unmount(): void {
    if (!root) return;
    const later = options.requestAnimationFrame;
    options.requestAnimationFrame = (end) => end();
    try {
      render(null, root);
    } finally {
      options.requestAnimationFrame = later as never;
      root.remove();
    }
  }
}
