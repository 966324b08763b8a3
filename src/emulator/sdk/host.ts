import type { Collection, Model as BackboneModel } from "backbone";
import type { ModelView } from "../model/model";
import type { App } from "./app/create-app";
import type { Errors } from "./create-errors";
import type { Libraries } from "./libraries";
import type { ModalClass } from "./modal/create-modal-class";
import type { PageDescription } from "./page-codes";
import type { CardState, PageState } from "./page-state";
import type { Panel } from "./panel/create-panel";
import type { Report } from "./report";
import type { RunWatch } from "./watch-runs";
import type { ComposerSource, ContactAction, Surface } from "./surface";
import type { WidgetObject } from "./widget/widget-object";

/** What `createHost` of `./create-host` takes. */
export interface HostOptions {
  readonly window: Window & typeof globalThis;
  readonly model: ModelView;
  readonly libraries: Libraries;
  readonly surface: Surface;
  readonly report: Report;
  /**
   * Answers requests of the widget's (jQuery's and `fetch`) to the CRM's own address in process, as unit tests want
   * it. Without it the window's own network is used.
   */
  readonly request?: (request: Request) => Promise<Response>;
}

/** A notification that came in: what `APP.addNotificationCallback` hands to a widget. */
export interface IncomingNotification {
  readonly id: number;
  readonly entity: string;
  readonly created_at: number;
  readonly updated_at: number;
  readonly is_read: boolean;
  readonly silent: boolean;
  readonly body: {
    readonly title: string;
    readonly icon: string;
    readonly rows: readonly string[];
    readonly actions?: Readonly<Record<string, unknown>>;
  };
  readonly [key: string]: unknown;
}

/**
 * The CRM as a widget sees it: `window.APP`, `window.AMOCRM`, the document's events and the controls' behaviour, over
 * one model of an account. Made by `createHost`; the loader starts widgets on it, the pages tell it where they are.
 */
export interface Host {
  readonly window: Window & typeof globalThis;
  readonly $: JQueryStatic;
  readonly libraries: Libraries;
  readonly model: ModelView;
  readonly report: Report;
  /** `window.APP`. */
  readonly APP: App;
  /** `lib/components/base/modal` and `lib/components/base/confirm`. */
  readonly Modal: ModalClass;
  readonly Confirm: ModalClass;
  readonly panel: Panel;
  readonly errors: Errors;
  readonly runs: RunWatch;
  /** The page that `setPage` was last called with. */
  readonly page: (PageState & { readonly names: PageDescription }) | null;
  /** The open card with its live form, null on every other page. */
  readonly card: LiveCard | null;
  /** The open list, null on every other page: the models' `is_checked` is the truth about what is ticked. */
  readonly list: Collection<BackboneModel> | null;

  /**
   * Says which page is open: `APP.data`, `self.system().area` and the area's names follow at once. It starts and
   * destroys nothing; the loader's `openPage` does, and calls this.
   */
  setPage(page: PageState): void;
  /** Fires an event on the document as the platform does, e.g. `page:changed`, `list:reload`. */
  trigger(event: string, args?: readonly unknown[]): void;

  /** What `self.add_action` registered for phones or e-mail addresses. */
  listActions(type: "phone" | "email"): readonly ContactAction[];
  /** What `self.add_source` registered on the open card. Changes come with document event `widgets:sources:add`. */
  listSources(): readonly ComposerSource[];

  /** A notification has come in: widgets' callbacks get it, and it is shown as a toast unless it is silent. */
  receive(notification: IncomingNotification): void;
  /** A message on a socket channel: `self.listenSocketChannel`. */
  publish(channel: string, payload: Readonly<Record<string, unknown>>): void;

  /**
   * Makes a widget's object of what its script gave, and enters it into `APP.widgets.list`. Throws what the author's
   * constructor throws, and where the platform cannot use the script's value.
   */
  createWidget(author: object, code: string, initOnce: "Y" | "N"): WidgetObject;
  /** Hands texts and settings to the widget: from here on it has `langs` and `params`. */
  setUpWidget(widget: WidgetObject, langs: Readonly<Record<string, unknown>>, params: object): void;
  /** Takes away what belongs to the widget: handlers in its namespace, its blocks, what it registered. */
  dropWidget(code: string): void;

  /** Widgets get new one-time tokens from here on: those that are kept were made while something else went wrong. */
  forgetTokens(): void;

  /** Something of the platform's was asked for that the emulator lacks: an entry of the report, a line in the console. */
  noteMissing(what: string): void;

  /** Takes everything away that the host put into the window. */
  dispose(): void;
}

/**
 * The card's form, live. The model is the truth: what a person types into a control with a `name` inside the card's
 * form is written to it, and the pages redraw from its `change` events. Keys are the controls' names.
 */
export interface LiveCard {
  readonly state: CardState;
  readonly model: BackboneModel;
  /** The forms of linked contacts and companies, one model each. Their form holds `input[name=ID]`. */
  readonly linked: Collection<BackboneModel>;
}
