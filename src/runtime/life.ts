import $ from "jquery";
import { attempt } from "./attempt";
import type { KommoWidget, SaveEvent, SystemInfo, WidgetCallbacks } from "../host";
import { openArea, type AreaClass, type OpenArea, type Place } from "./open-area";
import { unlinkStyles } from "./styles";

/** Told once of everything that fails in a widget; `location` is that of the area that failed. */
export type OnError = (error: unknown, location: string) => void;

/** The life of one instance of a widget: what area classes connect themselves to. */
export interface Life {
  readonly widget: KommoWidget;
  /** What the host will call. An area class adds the callbacks that it lives by. */
  readonly callbacks: WidgetCallbacks;
  /** Called at every callback `render`, with the area of the page that is open. */
  readonly renders: ((area: string | undefined) => void)[];
  /** The areas that live, by location. */
  readonly areas: Map<string, OpenArea>;
  /** What the host has allowed after `render`. */
  readonly allowed: { init?: true; bindActions?: true };
  /** Begins an area; the one that lives at the same location ends. `members` become members of the new one. */
  open(location: string, Class: AreaClass, place?: Place, members?: object): void;
  report(error: unknown, location: string): void;
}

/** `active` of a save that comes before the widget is disabled. (Kommo: script.js, onSave) */
export const off = /n/i;

/**
 * Connects a widget to the callbacks of the host.
 *
 * The host's order varies: `bind_actions` may come before `init`, each may come twice, and an instance that lives
 * through navigation sees only `render` again. So the callbacks note what the host has allowed, and each area takes
 * the steps that it has not taken yet. (Kommo: script.js)
 */
export function createLife(widget: KommoWidget, onError: OnError | undefined): Life {
  const areas: Life["areas"] = new Map();
  const renders: Life["renders"] = [];
  const allowed: Life["allowed"] = {};
  let isRemoved = false;

  const callbacks = {
    render() {
      listen();
      // False before there is one; false has no area either.
      const { area } = widget.system() as SystemInfo;
      for (const render of renders) render(area);
      return true;
    },
    init: allow("init"),
    bind_actions: allow("bindActions"),
    onSave(event: SaveEvent) {
      isRemoved = off.test(event.active);
      return true;
    },
    destroy,
  };
  const life: Life = { widget, callbacks, renders, areas, allowed, open, report };
  return life;

  function allow(step: "init" | "bindActions") {
    return () => {
      allowed[step] = true;
      for (const area of areas.values()) area.advance();
      return true;
    };
  }

  function silence(): JQuery {
    return $(document).off(`.komponent${widget.ns}`);
  }

  function listen(): void {
    silence()
      .on(`page:changed.komponent${widget.ns}`, () => {
        for (const [location, area] of areas) if (location !== "everywhere") area.close();
      })
      .on(`widget:removed.komponent${widget.ns}`, (_event: unknown, code: string) => {
        if (code !== widget.params.widget_code) return;
        isRemoved = true;
        destroy();
      });
  }

  function destroy(): void {
    silence();
    for (const area of areas.values()) area.close();
    if (KOMPONENT_STYLES && isRemoved) unlinkStyles(widget);
  }

  function open(location: string, Class: AreaClass, place?: Place, members?: object): void {
    areas.get(location)?.close();
    openArea(life, location, Class, place, members);
  }

  function report(error: unknown, location: string): void {
    console.debug(error);
    attempt(console.debug, () => onError?.(error, location));
  }
}
