/** Kommo: Modules. */
export interface ModalOptions {
  /** Default: "modal-list". */
  class_name?: string;
  /** Runs inside the constructor, before the caller has the modal in hand; `this` is the modal. */
  init?: (this: Modal, $body: JQuery) => void;
  /** Runs at the end; `false` keeps the modal open. */
  destroy?: (this: Modal) => void | boolean;
  /**
   * Runs behind the "Try again" of `showError`.
   * @undocumented
   */
  tryAgain?: (this: Modal) => void;
  /**
   * Default: `document.body`.
   * @undocumented
   */
  container?: Element | string | JQuery;
  /** @undocumented */
  can_centrify?: boolean;
  /** A click beside the window does not close it. */
  disable_overlay_click?: boolean;
  /** @undocumented */
  disable_escape_keydown?: boolean;
  /** @undocumented */
  disable_enter_keydown?: boolean;
  /** @undocumented */
  disable_cancel_click?: boolean;
  /** @undocumented */
  disable_resize?: boolean;
  /** @undocumented */
  disable_overlay?: boolean;
  /**
   * `false`: a dark overlay.
   * @undocumented
   */
  default_overlay?: boolean;
  /** @undocumented */
  init_animation?: boolean;
  /** @undocumented */
  centrify_animation?: boolean;
  /** @undocumented */
  without_offsets_on_centify?: boolean;
  /** @undocumented */
  preload_templates?: readonly string[];
  /** @undocumented */
  onBeforeInit?: () => Promise<unknown>;
  /** @undocumented */
  onModalPosition?: ($body: JQuery) => void;
  /** @undocumented */
  focus_element?: string;
  /** @undocumented */
  scrollerId?: string | null;
  /**
   * `false`: it lives through a change of page.
   * @undocumented
   */
  can_destroy?: boolean;
}

/**
 * A window over the page: the module `lib/components/base/modal`. Its body is filled in `init`:
 * `$body.trigger("modal:loaded").html(markup).trigger("modal:centrify")`. It closes by `.modal-body__close`, by
 * `.button-cancel`, by a click beside it, by Escape, and when the page changes.
 */
export declare class Modal {
  constructor(options?: ModalOptions);
  /**
   * The whole of it.
   * @undocumented
   */
  $el: JQuery;
  /**
   * The element with the class `modal-body`.
   * @page Kommo: Modules
   */
  $modal: JQuery;
  /** @undocumented */
  $overlay: JQuery;
  /** @undocumented */
  options: ModalOptions;
  /**
   * Closes it; `false` where the option `destroy` forbade it or it was closed before.
   * @page Kommo: Modules
   */
  destroy(): false | void;
  /** @undocumented */
  show(): void;
  /** @undocumented */
  hide(): void;
  /**
   * Shows an error in place of the body; `retry` (default `true`) offers to try again.
   * @page Kommo: Modules
   */
  showError(text?: string | readonly string[] | false, retry?: boolean): void;
  /**
   * Shows a success in place of the body for `milliseconds` (default 500), then closes.
   * @page Kommo: Modules
   */
  showSuccess(text?: string | false, after?: () => void, milliseconds?: number): void;
  /**
   * Hides the body and shows the spinner.
   * @undocumented
   */
  requestStart(): this;
  /** @undocumented */
  shakeError(): void;
  /** @undocumented */
  getScroller(): JQuery;
}

/** Events that the body of a modal listens to. Kommo: Modules. */
export type ModalEvent =
  /** The body is filled: it appears. */
  | "modal:loaded"
  /** The body has its size: it is put into the middle. */
  | "modal:centrify"
  /** The page is loaded again when the modal closes. */
  | "modal:need-page-reload";
