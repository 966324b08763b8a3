// Whoever imports the test tools from another program needs the types of twig as well; an ambient file has no import.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./twig-package.d.ts" />
import type Backbone from "backbone";
import type moment from "moment";
import type { Twig } from "twig";

/**
 * The old libraries that the CRM puts into its page, in the CRM's versions: jQuery 2.1.3, underscore 1.9.1, Backbone
 * 1.1.2, twig 0.8.9, moment 2.24.0. AMD modules of the same names give these very instances.
 */
export interface Libraries {
  readonly $: JQueryStatic;
  readonly _: _.UnderscoreStatic;
  readonly Backbone: typeof Backbone;
  readonly Twig: Twig;
  readonly moment: typeof moment;
}
