import { useState } from "preact/hooks";
import type { Task } from "../../model/entities";
import { describeDeadline } from "../card/feed-task";
import { Icon } from "../components/icon";
import { useCrm, useModel } from "../crm";
import { TaskTop } from "./task-top";

const columns = ["overdue", "today", "tomorrow", "later"] as const;
const day = 86_400;

/** Open tasks in the columns of their urgency; a task is moved to another day by dragging. */
export function TaskLineScreen() {
  const { t, format, model, attempt } = useCrm();
  const [dragged, setDragged] = useState<Task | null>(null);
  const { tasks, now } = useModel((view) => ({
    tasks: view.tables.tasks
      .filter((task) => !task.is_completed)
      .sort((a, b) => a.complete_till - b.complete_till),
    now: view.now(),
  }));
  const today = format.startOfDay(now);
  const columnOf = (task: Task): (typeof columns)[number] => {
    if (task.complete_till < now) return "overdue";
    const start = format.startOfDay(task.complete_till);
    if (start === today) return "today";
    return start - today < 2 * day ? "tomorrow" : "later";
  };
  const drop = (column: (typeof columns)[number]) => {
    if (dragged === null || column === "overdue" || columnOf(dragged) === column) return;
    const days = { today: 0, tomorrow: 1, later: 7 }[column];
    const complete_till = today + days * day + day - 1;
    void attempt(() => model.perform("updateTask", { id: dragged.id, values: { complete_till } }));
    setDragged(null);
  };

  return (
    <>
      <TaskTop view="line" count={tasks.length} />
      <div class="todo-line custom-scroll" id="list_page_holder">
        {columns.map((column) => {
          const shown = tasks.filter((task) => columnOf(task) === column);
          return (
            <section
              key={column}
              class={`todo-line__column todo-line__column_${column}`}
              aria-label={t(`tasks.${column}`)}
              onDragOver={(event) => dragged !== null && column !== "overdue" && event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault();
                drop(column);
              }}
            >
              <h3 class="todo-line__title">
                {t(`tasks.${column}`)} <span class="crm-muted">{format.number(shown.length)}</span>
              </h3>
              <div class="todo-line__items custom-scroll">
                {shown.slice(0, 100).map((task) => (
                  <TaskTile
                    key={task.id}
                    task={task}
                    onDrag={(isDragged) => setDragged(isDragged ? task : null)}
                  />
                ))}
              </div>
            </section>
          );
        })}
      </div>
    </>
  );
}

interface TaskTileProps {
  readonly task: Task;
  /** When it is due, in words; the date and the time unless told. */
  readonly when?: string;
  onDrag?(isDragged: boolean): void;
}

/** A task on the line or in the calendar. */
export function TaskTile({ task, when, onDrag }: TaskTileProps) {
  const { t, format, model, attempt } = useCrm();
  const facts = useModel((view) => ({
    user: view.tables.users.get(task.responsible_user_id)?.name ?? "",
    type: view.tables.task_types.get(task.task_type_id)?.name ?? "",
    card: task.entity_type === null ? undefined : view.tables[task.entity_type].get(task.entity_id ?? 0),
    isOverdue: task.complete_till < view.now(),
  }));
  return (
    <article
      class={`todo-line__item${facts.isOverdue ? " todo-line__item_overdue" : ""}`}
      id={`todo_line_${task.id}`}
      data-id={task.id}
      draggable={onDrag !== undefined}
      onDragStart={(event) => {
        event.dataTransfer?.setData("text/plain", String(task.id));
        onDrag?.(true);
      }}
      onDragEnd={() => onDrag?.(false)}
    >
      <div class="todo-line__item-top">
        <time>{when ?? describeDeadline(task, format)}</time>
        <span class="h-text-overflow">{facts.user}</span>
        <button
          type="button"
          class="crm-icon-button todo-line__complete"
          title={t("task.complete")}
          aria-label={`${t("task.complete")}: ${task.text}`}
          onClick={() => void attempt(() => model.perform("completeTask", { id: task.id }))}
        >
          <Icon name="check" small />
        </button>
      </div>
      <div class="todo-line__item-text">
        <b>{facts.type}</b> {task.text}
      </div>
      {facts.card !== undefined && (
        <a class="js-navigate-link h-text-overflow" href={`/${task.entity_type}/detail/${task.entity_id}`}>
          {facts.card.name}
        </a>
      )}
    </article>
  );
}
