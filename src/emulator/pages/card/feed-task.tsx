import { useState } from "preact/hooks";
import type { Task } from "../../model/entities";
import { Button } from "../components/controls";
import { Icon } from "../components/icon";
import { Menu } from "../components/menu";
import { useCrm, useModel } from "../crm";

/** An open task of a card: when, who, what, and the field for its result. */
export function FeedTask({ task }: { task: Task }) {
  const { t, format, model, attempt } = useCrm();
  const [result, setResult] = useState<string | null>(null);
  const facts = useModel((view) => ({
    user: view.tables.users.get(task.responsible_user_id)?.name ?? "",
    type: view.tables.task_types.get(task.task_type_id)?.name ?? "",
    isOverdue: task.complete_till < view.now(),
    isToday: format.startOfDay(task.complete_till) === format.startOfDay(view.now()),
  }));
  const tone = facts.isOverdue ? "overdue" : facts.isToday ? "today" : "later";
  const complete = () => attempt(() => model.perform("completeTask", { id: task.id, text: result ?? "" }));
  const postpone = (days: number) =>
    attempt(() =>
      model.perform("updateTask", {
        id: task.id,
        values: { complete_till: format.startOfDay(model.now()) + days * 86_400 + 86_399 },
      }),
    );

  return (
    <div class={`feed-note-wrapper feed-note-wrapper_task feed-note-wrapper_task-${tone}`} data-id={task.id}>
      <span class="feed-note__icon">
        <Icon name={facts.isOverdue ? "warning" : "clock"} />
      </span>
      <div class="feed-note feed-note_task card-task">
        <div class="feed-note__header">
          <time class="card-task__date">{describeDeadline(task, format)}</time>
          <span>{t("feed.for_user", { name: facts.user })}</span>
          {facts.isOverdue && <span class="card-task__overdue">{t("task.overdue")}</span>}
          <Menu
            label={t("task.menu")}
            buttonClass="button-input_icon button-cancel card-task__menu"
            items={[
              { id: `task_${task.id}_today`, text: t("task.to_today"), run: () => void postpone(0) },
              { id: `task_${task.id}_tomorrow`, text: t("task.to_tomorrow"), run: () => void postpone(1) },
              { id: `task_${task.id}_week`, text: t("task.to_week"), run: () => void postpone(7) },
              {
                id: `task_${task.id}_delete`,
                text: t("common.delete"),
                run: () => void attempt(() => model.perform("deleteTask", { id: task.id })),
              },
            ]}
          >
            <Icon name="dots" small />
          </Menu>
        </div>
        <div class="feed-note__body card-task__text">
          <b class="card-task__type">{facts.type}</b> {task.text}
        </div>
        <div class="card-task__result">
          <input
            class="text-input"
            placeholder={t("task.result")}
            aria-label={t("task.result")}
            value={result ?? ""}
            onInput={(event) => setResult(event.currentTarget.value)}
            onKeyDown={(event) => event.key === "Enter" && void complete()}
          />
          <Button className="js-task-complete button-input_small" onClick={() => void complete()}>
            {t("task.complete")}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** A task at the end of a day has no clock time. */
export function describeDeadline(
  task: Pick<Task, "complete_till">,
  format: Pick<ReturnType<typeof useCrm>["format"], "moment" | "fieldTime">,
): string {
  const moment = format.moment(task.complete_till);
  const isAllDay = format.fieldTime(task.complete_till) === "23:59";
  return isAllDay ? moment.replace(/\s+\S*(?:\s?[AaPp]\.?\s?[Mm]\.?)?$/, "") : moment;
}
