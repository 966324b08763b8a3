import type { Task } from "../../model/entities";
import { describeDeadline } from "../card/feed-task";
import { Icon } from "../components/icon";
import { useCrm, useModel, useStore } from "../crm";
import { ListFrame } from "../list/list-frame";
import { Pagination } from "../list/pagination";
import { TickAllCell, TickCell } from "../list/tick-cells";
import { useSelection, type Selection } from "../list/use-selection";
import { TaskActions } from "./task-actions";
import { TaskTop } from "./task-top";

const columns = ["date", "user", "object", "type", "text", "result"] as const;

/** The list of tasks. */
export function TasksScreen() {
  const { t, page } = useCrm();
  const { list, url } = useStore(page);
  const selection = useSelection();
  const tasks = useModel((model) => (list?.ids ?? []).flatMap((id) => model.tables.tasks.get(id) ?? []));
  const ticked = selection.ids.length;
  return (
    <>
      {ticked === 0 ? (
        <TaskTop view="list" count={list?.total ?? 0} />
      ) : (
        <TaskActions selection={selection} />
      )}
      <ListFrame className="list-todo">
        {tasks.length === 0 ? (
          <div class="crm-empty">
            <Icon name="tasks" />
            <p class="crm-empty__title">{t("tasks.none")}</p>
          </div>
        ) : (
          <div class="list__table__holder js-scroll-container custom-scroll">
            <div class="list__table list__table_todo js-hs-scroller" id="list_table" role="table">
              <div class="list-row list-row-head js-list-row-head" id="list_head" role="row">
                <TickAllCell selection={selection} count={tasks.length} />
                {columns.map((column) => (
                  <div
                    key={column}
                    role="columnheader"
                    class={`list-row__cell list-row__cell-head cell-head js-cell-head js-resizable-cell list-row__cell-${column}`}
                  >
                    <span class="cell-head__inner cell-head__title">{t(`tasks.column_${column}`)}</span>
                  </div>
                ))}
              </div>
              {tasks.map((task) => (
                <TaskRow key={task.id} task={task} selection={selection} />
              ))}
            </div>
          </div>
        )}
      </ListFrame>
      {list !== null && list.total > 0 && <Pagination list={list} url={url} />}
    </>
  );
}

function TaskRow({ task, selection }: { task: Task; selection: Selection }) {
  const { format } = useCrm();
  const facts = useModel((model) => ({
    user: model.tables.users.get(task.responsible_user_id)?.name,
    type: model.tables.task_types.get(task.task_type_id),
    card: task.entity_type === null ? undefined : model.tables[task.entity_type].get(task.entity_id ?? 0),
    isOverdue: !task.is_completed && task.complete_till < model.now(),
  }));
  const isTicked = selection.has(task.id);
  return (
    <div
      id={`list_item_${task.id}`}
      class={`list-row js-list-row js-pager-list-item__1${isTicked ? " list-row_selected" : ""}`}
      data-id={task.id}
      role="row"
    >
      <TickCell id={task.id} name={task.text} selection={selection} />
      <div
        class={`list-row__cell js-list-row__cell list-row__cell-date${facts.isOverdue ? " list-row__cell_overdue" : ""}`}
        role="cell"
      >
        {describeDeadline(task, format)}
      </div>
      <div class="list-row__cell js-list-row__cell list-row__cell-user" role="cell">
        <span class="h-text-overflow">{facts.user}</span>
      </div>
      <div class="list-row__cell js-list-row__cell list-row__cell-object" role="cell">
        {facts.card !== undefined && (
          <a
            class="js-navigate-link h-text-overflow"
            href={`/${task.entity_type}/detail/${task.entity_id}`}
            title={facts.card.name}
          >
            {facts.card.name}
          </a>
        )}
      </div>
      <div class="list-row__cell js-list-row__cell list-row__cell-type" role="cell">
        <span class="h-text-overflow">{facts.type?.name}</span>
      </div>
      <div class="list-row__cell js-list-row__cell list-row__cell-text" role="cell">
        <span class={`h-text-overflow${task.is_completed ? " feed-note__done" : ""}`} title={task.text}>
          {task.text}
        </span>
      </div>
      <div class="list-row__cell js-list-row__cell list-row__cell-result" role="cell">
        <span class="h-text-overflow">{task.result?.text}</span>
      </div>
    </div>
  );
}
