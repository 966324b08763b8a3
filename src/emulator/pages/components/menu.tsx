import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useCrm } from "../crm";

export interface MenuItem {
  readonly id: string;
  readonly text: string;
  readonly icon?: ComponentChildren;
  readonly href?: string;
  readonly className?: string;
  /** What widgets know the entry by, as `data-type`. */
  readonly type?: string;
  run?(): void;
}

interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** What the button shows. */
  readonly children: ComponentChildren;
  readonly buttonClass?: string;
  readonly wrapperClass?: string;
  readonly listClass?: string;
  /** The CRM's menus of numbers and addresses are made of plain boxes. */
  readonly isPlain?: boolean;
  /** The page has several of the same menu, so its entries have no ids. */
  readonly isRepeated?: boolean;
}

/** A button with the host's context menu under it (`.button-input__context-menu`), usable with the keyboard. */
export function Menu({
  label,
  items,
  children,
  buttonClass = "",
  wrapperClass = "",
  listClass = "",
  isPlain = false,
  isRepeated = false,
}: MenuProps) {
  const { window } = useCrm();
  const [opened, setOpened] = useState(false);
  const wrapper = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (!opened) return;
    const closeOutside = (event: Event) => {
      if (!wrapper.current?.contains(event.target as Node)) setOpened(false);
    };
    window.document.addEventListener("mousedown", closeOutside);
    window.document.addEventListener("focusin", closeOutside);
    wrapper.current?.querySelector<HTMLElement>(".button-input__context-menu__item__inner")?.focus();
    return () => {
      window.document.removeEventListener("mousedown", closeOutside);
      window.document.removeEventListener("focusin", closeOutside);
    };
  }, [opened, window]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!opened) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      setOpened(false);
      wrapper.current?.querySelector("button")?.focus();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    moveFocus(wrapper.current, event.key === "ArrowDown" ? 1 : -1);
  };

  const [List, Entry] = isPlain ? (["div", "div"] as const) : (["ul", "li"] as const);
  return (
    <div
      ref={wrapper}
      data-menu={opened ? "open" : "closed"}
      class={`button-input-wrapper ${opened ? "button-input-wrapper_opened" : ""} ${wrapperClass}`}
      onKeyDown={onKeyDown}
    >
      <button
        type="button"
        class={`button-input button-input-with-menu ${buttonClass}`}
        aria-haspopup="menu"
        aria-expanded={opened}
        aria-label={label}
        title={label}
        onClick={() => setOpened(!opened)}
      >
        {children}
      </button>
      <List class={`button-input__context-menu ${listClass}`} role="menu">
        {items.map((item) => (
          <Entry
            key={item.id}
            id={isRepeated ? undefined : item.id}
            data-id={item.id}
            data-type={item.type}
            role="none"
            class={`button-input__context-menu__item ${item.className ?? ""}`}
          >
            <MenuEntry
              item={item}
              close={() => {
                setOpened(false);
              }}
            />
          </Entry>
        ))}
      </List>
    </div>
  );
}

function MenuEntry({ item, close }: { item: MenuItem; close: () => void }) {
  const content = (
    <>
      {item.icon !== undefined && <span class="button-input__context-menu__item__icon">{item.icon}</span>}
      <span class="button-input__context-menu__item__text">{item.text}</span>
    </>
  );
  if (item.href !== undefined) {
    return (
      <a
        class="button-input__context-menu__item__inner js-navigate-link"
        role="menuitem"
        href={item.href}
        onClick={close}
      >
        {content}
      </a>
    );
  }
  return (
    <button
      type="button"
      class="button-input__context-menu__item__inner"
      role="menuitem"
      onClick={() => {
        close();
        item.run?.();
      }}
    >
      {content}
    </button>
  );
}

function moveFocus(wrapper: Element | null, step: number): void {
  const entries = [
    ...(wrapper?.querySelectorAll<HTMLElement>(".button-input__context-menu__item__inner") ?? []),
  ];
  const current = entries.findIndex((entry) => entry === entry.ownerDocument.activeElement);
  entries[(current + step + entries.length) % entries.length]?.focus();
}
