import $ from "jquery";
import _ from "underscore";
import Backbone from "backbone";
import moment from "moment";
import "moment/locale/es";
import "moment/locale/pt-br";
import "moment/locale/ru";
import Twig from "twig";
import type { Libraries } from "./libraries";

/**
 * Gives the CRM's old libraries from their packages, bound to the window that is there when this file is loaded. The
 * page's script hides the page's `define` from them, because all five would register themselves with it.
 */
export function importLibraries(): Libraries {
  Backbone.$ = $;
  return { $, _, Backbone, Twig, moment };
}
