import { Area } from "../area";
import type { Life } from "../life";
import type { AreaClass } from "../open-area";

/**
 * Runs on every page and draws nothing of its own. It begins with the widget; where the manifest says `initOnce`, it
 * lives through navigation until the widget is disabled.
 */
export abstract class EverywhereArea extends Area<"EverywhereArea"> {
  static connect(this: AreaClass, { renders, areas, open }: Life, location: string): void {
    renders.push(() => areas.has(location) || open(location, this));
  }
}
