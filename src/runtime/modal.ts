import { createPortal, h, type ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Root } from "./catch-handlers";
import { useArea } from "./hooks/use-area";
import { openModal } from "./open-modal";

interface ModalProps {
  readonly children?: ComponentChildren;
  /** The user has closed it: draw it no more. */
  readonly onClose: () => void;
  /** A class of your own for the window. Default: the host's `modal-list`. */
  readonly className?: string;
}

/**
 * A window of the host's with a view of the widget's in it, while it is drawn. (Kommo: Modules)
 *
 * @example
 * {isOpen && <Modal onClose={() => setOpen(false)}><h2>{t("title")}</h2></Modal>}
 */
export function Modal({ children, onClose, className }: ModalProps) {
  const { fail } = useArea();
  const [root, setRoot] = useState<HTMLElement>();
  useEffect(() => {
    const end = new AbortController();
    const view: Root = document.createElement("div");
    view.className = KOMPONENT_ROOT;
    view.fail = fail;
    openModal(end.signal, onClose, className).append(view);
    setRoot(view);
    return () => end.abort();
  }, []);
  return root === undefined ? null : createPortal(h("div", null, children), root);
}
