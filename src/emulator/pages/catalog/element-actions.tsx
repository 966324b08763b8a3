import { useCrm } from "../crm";
import { ActionBar, ActionButton } from "../list/action-bar";
import type { Selection } from "../list/use-selection";
import { confirmAction } from "../modal/confirm-action";

/** The bar over ticked elements. */
export function ElementActions({ catalog, selection }: { catalog: number; selection: Selection }) {
  const crm = useCrm();
  const { t, model } = crm;
  const { ids } = selection;
  const remove = () =>
    confirmAction(crm, {
      title: t("list.delete_title"),
      text: t.plural("catalog.delete_text", ids.length),
      accept: t("common.delete"),
      async run() {
        await model.perform("deleteCatalogElements", { catalog_id: catalog, ids });
        selection.setAll(false);
        await crm.reload();
      },
    });
  return (
    <ActionBar selection={selection}>
      <ActionButton icon="trash" text={t("common.delete")} run={remove} />
    </ActionBar>
  );
}
