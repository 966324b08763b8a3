import { Icon } from "../components/icon";
import { useCrm } from "../crm";
import { ActionButton, ChooseUser, WidgetActions } from "../list/mass-actions";
import type { Selection } from "../list/use-selection";
import { confirmAction } from "../modal/confirm-action";

/** The bar over ticked tasks. */
export function TaskActions({ selection }: { selection: Selection }) {
  const crm = useCrm();
  const { t, model, loader, attempt } = crm;
  const widgets = loader.listListActions();
  const { ids } = selection;
  const done = () => {
    selection.setAll(false);
    return crm.reload();
  };
  const complete = () =>
    attempt(async () => {
      for (const id of ids) await model.perform("completeTask", { id });
      await done();
    });
  const assign = () =>
    crm.openModal((close) => (
      <div class="modal-body__inner">
        <h2 class="modal-body__caption head_2">{t("list.assign")}</h2>
        <ChooseUser
          onChoose={async (user) => {
            close();
            for (const id of ids) {
              await model.perform("updateTask", { id, values: { responsible_user_id: user } });
            }
            await done();
          }}
        />
      </div>
    ));
  const remove = () =>
    confirmAction(crm, {
      title: t("list.delete_title"),
      text: t.plural("tasks.delete_text", ids.length),
      accept: t("common.delete"),
      async run() {
        for (const id of ids) await model.perform("deleteTask", { id });
        await done();
      },
    });

  return (
    <div class="list__body-right__top content__top list-multiple-actions js-list-multiple-actions">
      <button
        type="button"
        class="crm-icon-button"
        title={t("list.clear_selection")}
        aria-label={t("list.clear_selection")}
        onClick={() => selection.setAll(false)}
      >
        <Icon name="close" />
      </button>
      <span class="list-multiple-actions__count">{t.plural("list.selected", ids.length)}</span>
      <div class="list-multiple-actions__items">
        <ActionButton icon="check" text={t("task.complete")} run={() => void complete()} />
        <ActionButton icon="person" text={t("list.assign")} run={assign} />
        <ActionButton icon="trash" text={t("common.delete")} run={remove} />
        {widgets.length > 0 && <WidgetActions widgets={widgets} />}
      </div>
    </div>
  );
}
