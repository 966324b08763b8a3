import { Button } from "../components/controls";
import type { Crm } from "../crm";

interface Question {
  readonly title: string;
  readonly text: string;
  readonly accept: string;
  run(): Promise<void>;
}

/** Asks before something is done that cannot be taken back. */
export function confirmAction(crm: Crm, { title, text, accept, run }: Question): void {
  crm.openModal(
    (close) => (
      <div class="modal-body__inner">
        <h2 class="modal-body__caption head_2">{title}</h2>
        <p class="modal-body__paragraph-text">{text}</p>
        <div class="modal-body__actions">
          <Button
            className="button-input_red js-modal-accept"
            onClick={() => {
              close();
              void crm.attempt(run);
            }}
          >
            {accept}
          </Button>
          <Button className="button-cancel" onClick={close}>
            {crm.t("common.cancel")}
          </Button>
        </div>
      </div>
    ),
    "modal-list",
  );
}
