import type { Libraries } from "../libraries";
import type { HostTexts } from "../texts";
import type { ModalClass, ModalWindow } from "./create-modal-class";
import type { ModalOptions } from "./modal-options";

/** Options of `lib/components/base/confirm` beside those of the Modal (amoCRM: System modules). */
export interface ConfirmOptions extends ModalOptions {
  readonly text?: string;
  readonly message?: readonly { readonly text: string; readonly class_name?: string }[];
  readonly accept_text?: string;
  readonly decline_text?: string;
  readonly accept?: (this: unknown) => void;
  readonly close_on_accept?: boolean;
  readonly no_cancel?: boolean;
}

/** A window that asks: a caption, some paragraphs, one button to go on and one to leave it. */
export function createConfirmClass(Modal: ModalClass, { $ }: Libraries, texts: HostTexts): ModalClass {
  interface Confirm extends ModalWindow {
    readonly options: ConfirmOptions;
  }

  function draw(this: Confirm, $body: JQuery): void {
    const { text, message = [], accept_text, decline_text, no_cancel } = this.options;
    const $inner = $('<div class="modal-body__inner"></div>');
    $('<span class="modal-body__close"><span class="icon icon-modal-close"></span></span>').appendTo($inner);
    $('<h2 class="modal-body__caption head_2"></h2>')
      .text(text ?? "")
      .appendTo($inner);
    for (const paragraph of message) {
      $('<p class="modal-body__paragraph-text"></p>')
        .addClass(paragraph.class_name ?? "")
        .text(paragraph.text)
        .appendTo($inner);
    }
    const $actions = $('<div class="modal-body__actions"></div>').appendTo($inner);
    $(
      '<button type="button" class="button-input button-input_blue js-modal-accept js-button-with-loader modal-body__actions__save"><span class="button-input-inner"><span class="button-input-inner__text"></span></span></button>',
    )
      .appendTo($actions)
      .find(".button-input-inner__text")
      .text(accept_text ?? texts.accept);
    if (no_cancel !== true) {
      $('<button type="button" class="button-input button-cancel"><span></span></button>')
        .appendTo($actions)
        .find("span")
        .text(decline_text ?? texts.cancel);
    }
    $body
      .trigger("modal:loaded")
      .html($inner[0] as never)
      .trigger("modal:centrify");
  }

  return Modal.extend({
    init(this: Confirm) {
      const $body = this.$el.find(".modal-body");
      draw.call(this, $body);
      this.options.init?.call(this, $body);
      this.$el.on("click", ".js-modal-accept", () => {
        this.options.accept?.call(this);
        if (this.options.close_on_accept === true) this.destroy();
      });
    },
    requestSuccess(this: Confirm) {
      this.$overlay.removeClass("permanent-overlay");
      this.showSuccess();
    },
    requestFail(this: Confirm) {
      this.$overlay.removeClass("permanent-overlay");
      this.showError();
    },
  });
}
