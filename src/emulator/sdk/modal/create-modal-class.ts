import type { Libraries } from "../libraries";
import type { HostTexts } from "../texts";
import type { ModalOptions } from "./modal-options";
import { modalDefaults } from "./modal-options";

/** A window over the page: `lib/components/base/modal`, `self.helpers.Modal` (Kommo: Modules). */
export interface ModalWindow {
  readonly $el: JQuery;
  readonly $modal: JQuery;
  readonly $overlay: JQuery;
  readonly options: ModalOptions;
  show(): void;
  hide(): void;
  showError(text?: string | readonly string[] | false, retry?: boolean): void;
  showSuccess(text?: string | false, after?: () => void, ms?: number): void;
  requestStart(): ModalWindow;
  shakeError(): void;
  getScroller(): JQuery;
  destroy(): false | void;
}

export type ModalClass = (new (options?: ModalOptions) => ModalWindow) & {
  extend(members: object, statics?: object): ModalClass;
};

export interface ModalSurroundings {
  readonly libraries: Libraries;
  readonly texts: HostTexts;
  readonly reload: () => void;
}

/** How long the overlay fades after the window's body has gone, ms. */
const fade = 200;
/** Room that a window leaves above and below itself, px. */
const room = 130;

interface Internal extends ModalWindow {
  $body: JQuery;
  $scroller: JQuery;
  isDestroyed: boolean;
  isReloadNeeded: boolean;
  isPressed: boolean;
  kept: { readonly $children: JQuery; readonly className: string; readonly style: string } | null;
  init(): void;
  loaded(): void;
  centrify(): void;
  keepBody(): void;
  restoreBody(): void;
  cid: string;
}

/**
 * Makes the Modal class of one page. `init` runs before the constructor returns, so that the author's variable is not
 * there yet. Esc closes the topmost window, Enter presses `.js-modal-accept`, a change of the page closes all that
 * allow it.
 */
export function createModalClass({ libraries, texts, reload }: ModalSurroundings): ModalClass {
  const { $, _, Backbone } = libraries;
  const open: Internal[] = [];

  const members = {
    className: "modal",

    initialize(this: Internal, options: ModalOptions = {}) {
      const all: ModalOptions = _.defaults({ ...options }, this.options ?? {}, modalDefaults);
      Reflect.set(this, "options", all);
      this.isDestroyed = false;
      this.isReloadNeeded = false;
      this.isPressed = false;
      this.kept = null;
      this.$el.addClass(all.class_name ?? "");
      this.$body = $('<div class="modal-body modal-body-loading"></div>');
      this.$scroller = $('<div class="modal-scroller custom-scroll"></div>').append(this.$body);
      if (all.scrollerId) this.$scroller.attr("id", all.scrollerId);
      const $overlay = $(
        '<div class="default-overlay modal-overlay default-overlay-visible"><span class="modal-overlay__spinner spinner-icon spinner-icon-abs-center"></span></div>',
      ).toggleClass("modal-overlay--filled", all.default_overlay === false);
      Object.assign(this, { $modal: this.$el, $overlay });
      this.$el.append(this.$scroller);
      if (all.disable_overlay !== true) this.$el.append($overlay);
      this.$el.appendTo((all.container ?? document.body) as Element);
      open.push(this);
      listen(this);
      const before = [all.onBeforeInit?.(), ...(all.preload_templates ?? []).map(preload)].filter(Boolean);
      if (before.length === 0) this.init();
      else void Promise.all(before).then(() => (this.isDestroyed ? undefined : this.init()));
    },

    init(this: Internal) {
      this.options.init?.call(this, this.$body);
      const { focus_element } = this.options;
      if (focus_element !== undefined) this.$body.find(focus_element).first().trigger("focus");
    },

    show(this: Internal) {
      this.$el.show();
    },
    hide(this: Internal) {
      this.$el.hide();
    },
    getScroller(this: Internal) {
      return this.$scroller;
    },
    requestStart(this: Internal) {
      this.$body.hide();
      this.$overlay.addClass("permanent-overlay").find(".modal-overlay__spinner").show();
      return this;
    },
    shakeError(this: Internal) {
      this.$overlay.removeClass("permanent-overlay").find(".modal-overlay__spinner").hide();
      this.$body.show().addClass("animated shake");
      setTimeout(() => this.$body.removeClass("animated shake"), 600);
    },

    loaded(this: Internal) {
      this.$body.removeClass("modal-body-loading").show();
      this.$overlay.find(".modal-overlay__spinner").hide();
    },
    centrify(this: Internal) {
      this.loaded();
      const height = this.$body.outerHeight() ?? 0;
      const isTall = height > ($(window).height() ?? 0) - room;
      this.$body.toggleClass("modal-body-relative", isTall).css({
        marginTop: isTall ? "" : -height / 2,
        marginLeft: -(this.$body.outerWidth() ?? 0) / 2,
      });
      this.options.onModalPosition?.call(this, this.$body);
    },

    keepBody(this: Internal) {
      this.kept ??= {
        $children: this.$body.contents().detach(),
        className: this.$body.attr("class") ?? "",
        style: this.$body.attr("style") ?? "",
      };
      this.$body.empty().attr("class", "modal-body").css("width", 500);
      this.$overlay.removeClass("permanent-overlay");
    },
    restoreBody(this: Internal) {
      if (this.kept === null) return;
      this.$body
        .empty()
        .attr({ class: this.kept.className, style: this.kept.style })
        .append(this.kept.$children);
      this.kept = null;
      this.centrify();
    },

    showError(this: Internal, text?: string | readonly string[] | false, retry = true) {
      this.keepBody();
      const lines = text === undefined || text === false ? [texts.error] : [text].flat();
      const $error = $('<div class="modal-body__inner-error js-modal-error"></div>');
      for (const line of lines) $('<h2 class="modal-body__caption-error"></h2>').html(line).appendTo($error);
      if (retry) {
        $(
          '<button type="button" class="button-input js-modal-try-again"><span class="button-input-inner"><span class="button-input-inner__text"></span></span></button>',
        )
          .appendTo($error)
          .find(".button-input-inner__text")
          .text(texts.tryAgain);
      }
      this.$body.append(closeCross(), $error);
      this.centrify();
    },
    showSuccess(this: Internal, text?: string | false, after?: () => void, ms = 500) {
      this.keepBody();
      const $success = $(
        '<div class="modal-body__inner-success js-modal-success"><span class="icon icon-modal-success"></span><p class="modal-body__innner__message-success"></p></div>',
      );
      $success.find("p").html(text === undefined || text === false ? texts.saved : text);
      this.$body.append($success);
      this.centrify();
      setTimeout(() => {
        after?.();
        this.destroy();
      }, ms);
    },

    destroy(this: Internal): false | void {
      if (this.isDestroyed || this.$overlay.hasClass("permanent-overlay")) return false;
      if (this.options.destroy?.call(this) === false) return false;
      this.isDestroyed = true;
      open.splice(open.indexOf(this), 1);
      $(document).add($(window)).off(spaceOf(this));
      this.$body.remove();
      this.$overlay.removeClass("default-overlay-visible");
      setTimeout(() => this.$el.remove(), fade);
      if (this.isReloadNeeded) reload();
    },
  };

  function listen(modal: Internal): void {
    const { options, $el, $body, $scroller } = modal;
    const space = spaceOf(modal);
    $body
      .on("modal:loaded", (event) => (event.target === $body[0] ? modal.loaded() : undefined))
      .on("modal:centrify", () => modal.centrify())
      .on("modal:need-page-reload", () => (modal.isReloadNeeded = true));
    $el
      .on("click", ".modal-body__close", () => void modal.destroy())
      .on("click", ".modal-body__actions .button-cancel", () => {
        if (options.disable_cancel_click !== true) modal.destroy();
      })
      .on("click", ".js-modal-accept", () => modal.$overlay.find(".modal-overlay__spinner").show())
      .on("click", ".js-modal-try-again", () => {
        modal.restoreBody();
        options.tryAgain?.call(modal);
      });
    // A press that begins in the body and ends outside (a selection of text) must not close the window.
    $scroller
      .on("mousedown", (event) => (modal.isPressed = event.target === $scroller[0]))
      .on("click", (event) => {
        if (!modal.isPressed || event.target !== $scroller[0] || options.disable_overlay_click === true)
          return;
        modal.destroy();
      });
    $(document)
      .on(`keydown${space}`, (event) => pressKey(modal, event))
      .on(`page:changed${space}`, () => {
        if (options.can_destroy !== false) modal.destroy();
      });
    $(window).on(`resize${space}`, () => {
      if (options.disable_resize !== true && !$body.hasClass("modal-body-loading")) modal.centrify();
    });
  }

  function pressKey(modal: Internal, event: JQueryKeyEventObject): void {
    if (open.at(-1) !== modal) return;
    if (event.which === 27 && modal.options.disable_escape_keydown !== true) modal.destroy();
    if (event.which !== 13 || modal.options.disable_enter_keydown === true) return;
    if ($(event.target).is("input, textarea, select, button, [contenteditable]")) return;
    modal.$body.find(".js-modal-accept").first().trigger("click");
  }

  function preload(url: string): Promise<unknown> {
    return Promise.resolve($.ajax({ url, dataType: "text" }) as unknown);
  }

  function closeCross(): JQuery {
    return $('<span class="modal-body__close"><span class="icon icon-modal-close"></span></span>').attr(
      "aria-label",
      texts.close,
    );
  }

  return Backbone.View.extend(members) as unknown as ModalClass;
}

function spaceOf(modal: { readonly cid: string }): string {
  return `.modal-${modal.cid}`;
}
