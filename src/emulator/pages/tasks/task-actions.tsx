import { useCrm } from "../crm";
import { ActionBar, ActionButton } from "../list/action-bar";
import { ChooseUser } from "../list/choose-user";
import type { Selection } from "../list/use-selection";
import { confirmAction } from "../modal/confirm-action";
import { openTitled } from "../modal/open-titled";

/** The bar over ticked tasks. */
export function TaskActions({ selection }: { selection: Selection }) {
  const crm = useCrm();
  const { t, model, attempt } = crm;
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
    openTitled(crm, t("list.assign"), (close) => (
      <ChooseUser
        onChoose={async (user) => {
          close();
          for (const id of ids) {
            await model.perform("updateTask", { id, values: { responsible_user_id: user } });
          }
          await done();
        }}
      />
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
    <ActionBar selection={selection}>
      <ActionButton icon="check" text={t("task.complete")} run={() => void complete()} />
      <ActionButton icon="person" text={t("list.assign")} run={assign} />
      <ActionButton icon="trash" text={t("common.delete")} run={remove} />
    </ActionBar>
  );
}
