import type { ComponentChildren } from "preact";
import type { Crm } from "../crm";

/** Opens a window of the CRM's own with a title; `draw` gets what closes it. */
export function openTitled(crm: Crm, title: string, draw: (close: () => void) => ComponentChildren): void {
  crm.openModal((close) => (
    <div class="modal-body__inner">
      <h2 class="modal-body__caption head_2">{title}</h2>
      {draw(close)}
    </div>
  ));
}
