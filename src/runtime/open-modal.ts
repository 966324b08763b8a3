import $ from "jquery";
import HostModal from "lib/components/base/modal";

/**
 * Opens a window of the host's over the page and gives the element that a view goes into. The window goes with
 * `signal`; when the host closes it (cross, Esc, a click beside it, another page), `close` is called.
 * (Kommo: Modules)
 */
export function openModal(signal: AbortSignal, close: () => void, className = "modal-list"): HTMLElement {
  const slot = document.createElement("div");
  slot.className = "modal-body__inner";
  let isClosing = false;
  const modal = new HostModal({
    class_name: className,
    // Called before the constructor returns.
    init($body) {
      const $cross = $('<span class="modal-body__close"><span class="icon icon-modal-close"></span></span>');
      $body.append(slot, $cross as never).trigger("modal:loaded");
      const observer = new ResizeObserver(() => $body.trigger("modal:centrify"));
      observer.observe(slot);
      signal.addEventListener("abort", () => observer.disconnect());
    },
    destroy() {
      isClosing = true;
      close();
    },
  });
  signal.addEventListener("abort", () => {
    if (!isClosing) modal.destroy();
  });
  return slot;
}
