import { Checkbox } from "../components/controls";
import { useCrm } from "../crm";
import type { Selection } from "./use-selection";

/** The head's cell that ticks every row. */
export function TickAllCell({ selection, count }: { selection: Selection; count: number }) {
  const { t } = useCrm();
  const ticked = selection.ids.length;
  return (
    <div
      class="list-row__cell list-row__cell-head list-row__cell-id cell-head js-cell-head"
      role="columnheader"
    >
      <Checkbox
        id="list_all_checker"
        label={t("list.select_all")}
        checked={ticked > 0 && ticked === count}
        mixed={ticked > 0 && ticked < count}
        onChange={selection.setAll}
      />
    </div>
  );
}

/** The cell that ticks its row. */
export function TickCell({ id, name, selection }: { id: number; name: string; selection: Selection }) {
  const { t } = useCrm();
  return (
    <div class="list-row__cell js-list-row__cell list-row__cell-template-id list-row__cell-id" role="cell">
      <Checkbox
        id={`list_item_checkbox_${id}`}
        value={String(id)}
        inputClass="js-item-checkbox"
        label={t("list.select_row", { name })}
        checked={selection.has(id)}
        onChange={(isTicked) => selection.set(id, isTicked)}
      />
    </div>
  );
}
