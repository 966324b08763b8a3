import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useCrm } from "../crm";

export interface NotesScrollerProps {
  readonly id?: string;
  /** The last of the notes: when another comes, it is scrolled into sight. */
  readonly last: string | number | undefined;
  readonly children: ComponentChildren;
}

/** Notes or messages, the last ones in sight. They begin there by style alone: to scroll, a page lays itself out first. */
export function NotesScroller({ id, last, children }: NotesScrollerProps) {
  const { t } = useCrm();
  const scroller = useRef<HTMLDivElement>(null);
  const shown = useRef(last);

  useLayoutEffect(() => {
    if (shown.current === last) return;
    shown.current = last;
    // Its rows are reversed: 0 is the end.
    if (scroller.current !== null) scroller.current.scrollTop = 0;
  }, [last]);

  return (
    <div ref={scroller} class="notes-wrapper custom-scroll" id={id} tabIndex={0} aria-label={t("feed.label")}>
      <div class="notes-wrapper__scroller-inner">{children}</div>
    </div>
  );
}
