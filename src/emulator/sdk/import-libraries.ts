import $ from "jquery";
import _ from "underscore";
import Backbone from "backbone";
import moment from "moment";
import "moment/locale/es";
import "moment/locale/pt-br";
import "moment/locale/ru";
import Twig, { type TwigOptions } from "twig";
import type { Libraries } from "./libraries";

/**
 * Gives the CRM's old libraries from their packages, bound to the window that is there when this file is loaded. The
 * page's script hides the page's `define` from them, because all five would register themselves with it.
 */
export function importLibraries(): Libraries {
  Backbone.$ = $;
  return { $, _, Backbone, Twig: openTwig(), moment };
}

/**
 * One object for all that widgets take for twig: the AMD module, which they call as a function (`twig({ data })`) or by
 * its members (`Twig.twig({ data })`), and the global `Twig`, which in the CRM's page is the inside of the library
 * (`Twig.Templates.registry`).
 */
function openTwig(): typeof Twig {
  const open = Object.assign((options: TwigOptions) => Twig.twig(options), Twig);
  Twig.extend((core) => {
    for (const [name, member] of Object.entries(core)) if (!(name in open)) Reflect.set(open, name, member);
  });
  return open;
}
