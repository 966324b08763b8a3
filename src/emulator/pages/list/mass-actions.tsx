import { useState } from "preact/hooks";
import type { EntityType } from "../../model/entities";
import { TaskForm } from "../card/task-form";
import { Button, Select } from "../components/controls";
import { Icon } from "../components/icon";
import { Menu } from "../components/menu";
import { useCrm, useModel } from "../crm";
import { listStatuses } from "../forms/card-form";
import { confirmAction } from "../modal/confirm-action";
import type { Selection } from "./use-selection";

/** The bar over a list with ticked rows: what the CRM does with them, and under "More" the entries of widgets. */
export function MassActions({ entity, selection }: { entity: EntityType; selection: Selection }) {
  const crm = useCrm();
  const { t, model, loader } = crm;
  const widgets = loader.listListActions();
  const ids = selection.ids;
  const done = () => {
    selection.setAll(false);
    return crm.reload();
  };

  const remove = () =>
    confirmAction(crm, {
      title: t("list.delete_title"),
      text: t.plural("list.delete_text", ids.length),
      accept: t("common.delete"),
      async run() {
        await model.perform("deleteCards", { type: entity, ids });
        await done();
      },
    });
  const change = (title: string, control: (close: () => void) => preact.ComponentChildren) =>
    crm.openModal((close) => (
      <div class="modal-body__inner">
        <h2 class="modal-body__caption head_2">{title}</h2>
        {control(close)}
      </div>
    ));
  const assign = () =>
    change(t("list.assign"), (close) => (
      <ChooseUser
        onChoose={async (user) => {
          close();
          for (const id of ids) {
            await model.perform("updateCard", { type: entity, id, values: { responsible_user_id: user } });
          }
          await done();
        }}
      />
    ));
  const move = () =>
    change(t("list.change_stage"), (close) => (
      <ChooseStage
        onChoose={async (pipeline_id, status_id) => {
          close();
          for (const id of ids) await model.perform("moveLead", { id, pipeline_id, status_id });
          await done();
        }}
      />
    ));
  const addTask = () =>
    change(t("list.add_task"), (close) => (
      <TaskForAll
        entity={entity}
        ids={ids}
        onDone={() => {
          close();
          selection.setAll(false);
        }}
      />
    ));

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
        <ActionButton icon="person" text={t("list.assign")} run={assign} />
        {entity === "leads" && <ActionButton icon="leads" text={t("list.change_stage")} run={move} />}
        <ActionButton icon="tasks" text={t("list.add_task")} run={addTask} />
        <ActionButton icon="trash" text={t("common.delete")} run={remove} />
        {widgets.length > 0 && <WidgetActions widgets={widgets} />}
      </div>
    </div>
  );
}

/** "More": the entries of widgets that work with the list (Kommo: Lists SDK). */
export function WidgetActions({ widgets }: { widgets: readonly { code: string; title: string }[] }) {
  const { t, loader } = useCrm();
  return (
    <Menu
      label={t("list.more_actions")}
      buttonClass="list-multiple-actions__item button-cancel js-list-more-actions"
      items={widgets.map((widget) => ({
        id: `multi_${widget.code}`,
        text: widget.title,
        icon: <Icon name="widget" small />,
        className: `js-widget-action js-widget-action_${widget.code}`,
        run: () => void loader.runListAction(widget.code),
      }))}
    >
      <Icon name="dots" small />
      <span>{t("list.more_actions")}</span>
    </Menu>
  );
}

/** One of the bar's own actions. */
export function ActionButton({
  icon,
  text,
  run,
}: {
  icon: Parameters<typeof Icon>[0]["name"];
  text: string;
  run(): void;
}) {
  return (
    <button type="button" class="button-input button-cancel list-multiple-actions__item" onClick={run}>
      <Icon name={icon} small />
      <span>{text}</span>
    </button>
  );
}

/** Asks for a user. */
export function ChooseUser({ onChoose }: { onChoose(user: number): Promise<void> }) {
  const { t, attempt } = useCrm();
  const users = useModel((model) => model.tables.users.filter((user) => user.is_active));
  const [chosen, setChosen] = useState(() => String(users[0]?.id ?? ""));
  return (
    <>
      <Select
        name="assign_user"
        label={t("field.responsible")}
        className="crm-wide"
        selected={chosen}
        items={users.map(({ id, name }) => ({ id, option: name }))}
        onChange={setChosen}
      />
      <div class="modal-body__actions">
        <Button blue onClick={() => void attempt(() => onChoose(Number(chosen)))}>
          {t("common.save")}
        </Button>
      </div>
    </>
  );
}

function ChooseStage({ onChoose }: { onChoose(pipeline: number, status: number): Promise<void> }) {
  const { t, attempt } = useCrm();
  const stages = useModel((model) =>
    [...model.tables.pipelines.all()].flatMap((pipeline) =>
      listStatuses(model, pipeline.id).map((stage) => ({ pipeline, stage })),
    ),
  );
  const [chosen, setChosen] = useState(0);
  return (
    <>
      <Select
        name="move_stage"
        label={t("field.stage")}
        className="crm-wide"
        selected={chosen}
        items={stages.map(({ pipeline, stage }, index) => ({
          id: String(index),
          option: `${pipeline.name} · ${stage.name}`,
        }))}
        onChange={(value) => setChosen(Number(value))}
      />
      <div class="modal-body__actions">
        <Button
          blue
          onClick={() =>
            void attempt(async () => {
              const target = stages[chosen];
              if (target !== undefined) await onChoose(target.pipeline.id, target.stage.id);
            })
          }
        >
          {t("common.save")}
        </Button>
      </div>
    </>
  );
}

interface TaskForAllProps {
  readonly entity: EntityType;
  readonly ids: readonly number[];
  onDone(): void;
}

function TaskForAll({ entity, ids, onDone }: TaskForAllProps) {
  const { model, attempt } = useCrm();
  return (
    <TaskForm
      entity={entity}
      id={ids[0] ?? null}
      onDone={(task) => {
        onDone();
        if (task === null) return;
        void attempt(async () => {
          for (const id of ids.slice(1)) {
            await model.perform("createTask", {
              text: task.text,
              complete_till: task.complete_till,
              task_type_id: task.task_type_id,
              responsible_user_id: task.responsible_user_id,
              entity_type: entity,
              entity_id: id,
            });
          }
        });
      }}
    />
  );
}
