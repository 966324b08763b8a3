import type { ManifestInput } from "../manifest/manifest-input";
import type { Areas, LocationsOf } from "./areas-of";
import { catchHandlers } from "./catch-handlers";
import type { KommoWidget } from "../host";
import { createLife, type Life, type OnError } from "./life";
import type { AreaClass } from "./open-area";

/** What script.js gives to the host: it creates an instance itself, and takes its `callbacks`. */
export type WidgetConstructor = new () => { readonly callbacks: object };

/**
 * Makes a widget out of one class for each location of its manifest. What fails in an area is shown in its block and
 * told to `onError`, once; nothing of it reaches the page. (Kommo: script.js)
 *
 * @example
 * export default createWidget<typeof manifest>({ lcard: LeadCard, settings: Settings });
 */
export function createWidget<M extends ManifestInput>(
  areas: Areas<LocationsOf<M>>,
  onError?: OnError,
): WidgetConstructor {
  const classes: Readonly<Record<string, ConnectedClass>> = areas as object as never;
  catchHandlers();
  // The host replaces the prototype and then calls `new`; a class would throw. Texts and settings come after that.
  return function (this: KommoWidget) {
    const life = createLife(this, onError);
    for (const location in classes) (classes[location] as ConnectedClass).connect(life, location);
    this.callbacks = life.callbacks;
  } as unknown as WidgetConstructor;
}

type ConnectedClass = AreaClass & { connect(life: Life, location: string): void };
