import type { ComponentChildren } from "preact";

interface PageTopProps {
  readonly title: string;
  /** Beside the title: switches between views. */
  readonly preset?: ComponentChildren;
  /** In the middle: search and filter. */
  readonly children?: ComponentChildren;
  readonly buttons?: ComponentChildren;
}

/** The bar over every screen that is not a card. Widgets put their own buttons into it. */
export function PageTop({ title, preset, children, buttons }: PageTopProps) {
  return (
    <div class="list__body-right__top content__top">
      <div class="content__top__preset list-top-preset">
        <h2 class="content__top__preset__caption" title={title}>
          {title}
        </h2>
        {preset}
      </div>
      {children}
      <div class="list__body-right__top__buttons list__top__actions">{buttons}</div>
    </div>
  );
}
