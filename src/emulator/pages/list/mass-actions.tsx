import { useState } from "preact/hooks";
import type { EntityType } from "../../model/entities";
import { TaskForm } from "../card/task-form";
import { Button, Select } from "../components/controls";
import { useCrm, useModel } from "../crm";
import { listStatuses } from "../forms/card-form";
import { confirmAction } from "../modal/confirm-action";
import { openTitled } from "../modal/open-titled";
import { ActionBar, ActionButton } from "./action-bar";
import { ChooseUser } from "./choose-user";
import type { Selection } from "./use-selection";

/** What the CRM does with the ticked rows of a list. */
export function MassActions({ entity, selection }: { entity: EntityType; selection: Selection }) {
  const crm = useCrm();
  const { t, model } = crm;
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
  const assign = () =>
    openTitled(crm, t("list.assign"), (close) => (
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
    openTitled(crm, t("list.change_stage"), (close) => (
      <ChooseStage
        onChoose={async (pipeline_id, status_id) => {
          close();
          for (const id of ids) await model.perform("moveLead", { id, pipeline_id, status_id });
          await done();
        }}
      />
    ));
  const addTask = () =>
    openTitled(crm, t("list.add_task"), (close) => (
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
    <ActionBar selection={selection}>
      <ActionButton icon="person" text={t("list.assign")} run={assign} />
      {entity === "leads" && <ActionButton icon="leads" text={t("list.change_stage")} run={move} />}
      <ActionButton icon="tasks" text={t("list.add_task")} run={addTask} />
      <ActionButton icon="trash" text={t("common.delete")} run={remove} />
    </ActionBar>
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
