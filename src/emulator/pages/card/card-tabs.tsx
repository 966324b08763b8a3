import { useLayoutEffect, useRef } from "preact/hooks";
import { useCrm } from "../crm";

interface CardTabsProps {
  readonly tabs: readonly { readonly id: string; readonly title: string }[];
  readonly chosen: string;
  onChoose(id: string): void;
}

/** The tabs of a card. Where they do not fit they scroll, and the chosen one is brought into view whole. */
export function CardTabs({ tabs, chosen, onChoose }: CardTabsProps) {
  const { t } = useCrm();
  const list = useRef<HTMLDivElement>(null);
  const selected = useRef<HTMLButtonElement>(null);
  const isAtStart = useRef(true);

  useLayoutEffect(() => {
    // A card opens so: to measure, the page would lay itself out first.
    if (isAtStart.current && chosen === tabs[0]?.id) return;
    isAtStart.current = false;
    const { current: box } = list;
    const { current: tab } = selected;
    if (box === null || tab === null) return;
    const left = tab.offsetLeft - box.offsetLeft;
    const right = left + tab.offsetWidth;
    if (left < box.scrollLeft) box.scrollLeft = left;
    else if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth;
  }, [chosen, tabs.length]);

  return (
    <div ref={list} class="card-tabs" role="tablist" aria-label={t("card.tabs")}>
      {tabs.map(({ id, title }) => (
        <button
          key={id}
          ref={chosen === id ? selected : null}
          type="button"
          role="tab"
          aria-selected={chosen === id}
          class={`card-tabs__item js-card-tab${chosen === id ? " selected" : ""}`}
          data-id={id}
          title={title}
          onClick={() => onChoose(id)}
        >
          <span class="card-tabs__item-inner">{title}</span>
        </button>
      ))}
    </div>
  );
}
