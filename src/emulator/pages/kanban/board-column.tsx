import type { ComponentChildren } from "preact";
import { useCrm } from "../crm";

interface BoardColumnProps {
  readonly id: number | string;
  readonly name: string;
  readonly color: string;
  /** How many cards stand in the column and what they are worth. */
  readonly info: string;
  /** How many of them are not drawn. */
  readonly hidden: number;
  readonly children: ComponentChildren;
  onMore(): Promise<void>;
  /** Takes the card that is being dragged; null while none is. */
  readonly onDrop?: (() => void) | null;
}

/** A column of a board: its head, its cards, and what brings more of them. */
export function BoardColumn({
  id,
  name,
  color,
  info,
  hidden,
  children,
  onMore,
  onDrop = null,
}: BoardColumnProps) {
  const { t, track } = useCrm();
  return (
    <section
      class={`pipeline_cell pipeline_status${onDrop === null ? "" : " pipeline_status_target"}`}
      data-id={id}
      aria-label={name}
      onDragOver={(event) => onDrop !== null && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop?.();
      }}
    >
      <header class="pipeline_status__head" style={{ "--stage": color }}>
        <h3 class="pipeline_status__head_title h-text-overflow" title={name}>
          {name}
        </h3>
        <div class="pipeline_status__head_info">{info}</div>
      </header>
      <div class="pipeline_items__list custom-scroll">
        {children}
        {hidden > 0 && (
          <button type="button" class="pipeline_leads__more" onClick={() => void track(onMore())}>
            {t.plural("kanban.more", hidden)}
          </button>
        )}
      </div>
    </section>
  );
}
