/** Options of `lib/components/base/modal` (Kommo: Modules). */
export interface ModalOptions {
  readonly class_name?: string;
  /** Runs inside the constructor, unless templates are loaded first. */
  readonly init?: (this: unknown, $body: JQuery) => void;
  /** False keeps the window open. */
  readonly destroy?: (this: unknown) => unknown;
  /** After the "try again" button of `showError`. */
  readonly tryAgain?: (this: unknown) => void;
  readonly container?: Element | string | JQuery;
  readonly can_centrify?: boolean;
  readonly disable_overlay_click?: boolean;
  readonly disable_escape_keydown?: boolean;
  readonly disable_enter_keydown?: boolean;
  readonly disable_cancel_click?: boolean;
  readonly disable_resize?: boolean;
  readonly disable_overlay?: boolean;
  /** False makes the overlay dark. */
  readonly default_overlay?: boolean;
  readonly init_animation?: boolean;
  readonly centrify_animation?: boolean;
  readonly without_offsets_on_centify?: boolean;
  readonly preload_templates?: readonly string[];
  readonly onBeforeInit?: () => PromiseLike<unknown>;
  readonly onModalPosition?: (this: unknown, $body: JQuery) => void;
  readonly focus_element?: string;
  readonly scrollerId?: string | null;
  /** False: the window outlives a change of the page. */
  readonly can_destroy?: boolean;
}

export const modalDefaults = {
  class_name: "modal-list",
  default_overlay: true,
  init_animation: true,
  focus_element: ".js-modal-accept",
  can_destroy: true,
} satisfies ModalOptions;
