import type { ComponentChildren } from "preact";

export interface ListFrameProps {
  /** `list-todo`, `list-catalogs`, … */
  readonly className: string;
  /** Id of a list of the account's own. */
  readonly catalog?: number;
  readonly children: ComponentChildren;
}

/** What stands around the rows of every list; widgets look for these ids. */
export function ListFrame({ className, catalog, children }: ListFrameProps) {
  return (
    <div class={`list ${className}`} id="list_page_holder" data-id={catalog}>
      <div class="list__body">
        <div id="list__body-right" class="list__body-right">
          <div id="list_holder" class="list__body__holder">
            {children}
          </div>
        </div>
      </div>
    </div>
  );
}
