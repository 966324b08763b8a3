import type { Libraries } from "./libraries";

/** Gives the libraries that `/-/libraries.js` has put into the page. */
export function readLibraries(window: Window): Libraries {
  const { $, _, Backbone, Twig, moment } = window as unknown as Libraries;
  return { $, _, Backbone, Twig, moment };
}
