// oxlint-disable typescript/triple-slash-reference -- ambient modules and globals have nothing that could be imported
/// <reference types="jquery" />
/// <reference types="underscore" />
/// <reference path="./backbone.d.ts" />
/// <reference path="./moment.d.ts" />
/// <reference path="./libraries.d.ts" />

// The CRM's own AMD modules and the plugins of its loader, under the names by which the loader knows them.

/** A window over the page. Kommo: Modules. */
declare module "lib/components/base/modal" {
  const Modal: typeof import("./modal").Modal;
  type Modal = import("./modal").Modal;
  export default Modal;
}

/** A question with two answers. amoCRM: System modules. */
declare module "lib/components/base/confirm" {
  const Confirm: typeof import("./confirm").Confirm;
  type Confirm = import("./confirm").Confirm;
  export default Confirm;
}

/** The base class of widgets. @undocumented */
declare module "lib/Widget" {
  const Widget: unknown;
  export default Widget;
}

/** The loader of widgets. @undocumented */
declare module "lib/widgets" {
  const widgets: unknown;
  export default widgets;
}

/** @undocumented */
declare module "lib/common/*" {
  const value: unknown;
  export default value;
}

/** Observed, not documented, and not in every version of the CRM. */
declare module "marked" {
  const marked: (markdown: string, options?: object) => string;
  export default marked;
}
declare module "moment-timezone" {
  const moment: typeof import("moment") & {
    tz: ((input: import("moment").Input, zone: string) => import("moment").Moment) & {
      guess(): string;
      names(): string[];
    };
  };
  export default moment;
}
declare module "jquery-ui" {
  const $: JQueryStatic;
  export default $;
}
declare module "ifvisible" {
  const ifvisible: unknown;
  export default ifvisible;
}
declare module "webfontloader" {
  const WebFont: unknown;
  export default WebFont;
}
declare module "wheel-indicator" {
  const WheelIndicator: unknown;
  export default WheelIndicator;
}
declare module "atjs" {
  const atjs: unknown;
  export default atjs;
}
declare module "scrollMonitor" {
  const scrollMonitor: unknown;
  export default scrollMonitor;
}
declare module "visibilityjs" {
  const Visibility: unknown;
  export default Visibility;
}
declare module "elements_view" {
  const elementsView: unknown;
  export default elementsView;
}
declare module "magnific-popup" {
  const magnificPopup: unknown;
  export default magnificPopup;
}
/** The CRM's own React and its components: `requirejs-react!@crm/react`, `…@crm/ui/Button`. @undocumented */
declare module "requirejs-react!*" {
  const value: unknown;
  export default value;
}

/** A file of the archive, or of an address, as text: `text!./templates/card.twig`. */
declare module "text!*" {
  const text: string;
  export default text;
}
/** A JSON file of the archive, or of an address. */
declare module "json!*" {
  const value: unknown;
  export default value;
}
/** Puts a stylesheet into the page. */
declare module "css!*" {
  const nothing: unknown;
  export default nothing;
}
/** A module that may be missing. @undocumented */
declare module "optional!*" {
  const value: unknown;
  export default value;
}
/** A script of another host. The marketplace allows a few. */
declare module "https://*" {
  const value: unknown;
  export default value;
}
