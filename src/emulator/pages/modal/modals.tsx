import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "../components/icon";
import { useCrm, useStore, type Modal } from "../crm";
import { forgetNodes } from "../forget-nodes";

/** The windows that the pages put over the screen; widgets' own come from the SDK's Modal. */
export function Modals() {
  const { modals } = useCrm();
  return (
    <>
      {useStore(modals).map((modal) => (
        <ModalWindow key={modal.key} modal={modal} />
      ))}
    </>
  );
}

function ModalWindow({ modal }: { modal: Modal }) {
  const { t, window, host } = useCrm();
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const before = window.document.activeElement;
    const element = body.current;
    // A window that is higher than the screen shall begin with its upper edge, not hide the gap over it.
    (body.current?.querySelector<HTMLElement>("[autofocus]") ?? body.current)?.focus({ preventScroll: true });
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && isTopmost(body.current)) modal.close();
      if (event.key === "Tab") keepFocus(event, body.current);
    };
    window.document.addEventListener("keydown", onKey);
    return () => {
      window.document.removeEventListener("keydown", onKey);
      forgetNodes(host.$, element);
      (before as HTMLElement | null)?.focus?.();
    };
  }, [modal, window]);

  return (
    <div class={`modal ${modal.className}`}>
      <div
        class="modal-scroller custom-scroll"
        onMouseDown={(event) => event.target === event.currentTarget && modal.close()}
      >
        <div ref={body} class="modal-body modal-body-centered" role="dialog" aria-modal="true" tabIndex={-1}>
          <button
            type="button"
            class="modal-body__close crm-modal__close"
            aria-label={t("common.close")}
            onClick={modal.close}
          >
            <Icon name="close" small />
          </button>
          {modal.draw()}
        </div>
      </div>
      <div class="default-overlay modal-overlay" />
    </div>
  );
}

function keepFocus(event: KeyboardEvent, body: HTMLElement | null): void {
  const targets = [
    ...(body?.querySelectorAll<HTMLElement>(
      "a[href], button:not(:disabled), input:not([type=hidden]), textarea",
    ) ?? []),
  ].filter((element) => element.offsetParent !== null);
  const first = targets[0];
  const last = targets.at(-1);
  const active = body?.ownerDocument.activeElement;
  const wraps = event.shiftKey ? active === first : active === last;
  if (!wraps) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}

/** A widget's own modal lies over this one when it comes later in the document. */
function isTopmost(body: Element | null): boolean {
  const all = body?.ownerDocument.querySelectorAll(".modal") ?? [];
  return body !== null && all[all.length - 1]?.contains(body) === true;
}
