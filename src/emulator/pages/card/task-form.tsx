import { useState } from "preact/hooks";
import type { EntityType, Task } from "../../model/entities";
import { Button, DateField, Select } from "../components/controls";
import { useCrm, useModel } from "../crm";

interface TaskFormProps {
  readonly entity: EntityType | null;
  readonly id: number | null;
  onDone(task: Task | null): void;
}

/** Makes a task: its day and time, who does it, of which type, and what is to be done. */
export function TaskForm({ entity, id, onDone }: TaskFormProps) {
  const { t, model, format, attempt } = useCrm();
  const { users, types, current } = useModel((view) => ({
    users: view.tables.users.filter((user) => user.is_active),
    types: [...view.tables.task_types.all()],
    current: view.account.current_user_id,
  }));
  const [text, setText] = useState("");
  const [firstDay] = useState(() => format.fieldDate(model.now() + 86_400));
  const [day, setDay] = useState(firstDay);
  const [clock, setClock] = useState("");
  const [user, setUser] = useState(String(current));
  const [type, setType] = useState(String(types[0]?.id ?? 1));
  const deadline = format.parse(day, clock === "" ? "23:59" : clock);

  const submit = async () => {
    if (text.trim() === "" || deadline === null) return;
    const task = await attempt(() =>
      model.perform("createTask", {
        text: text.trim(),
        complete_till: deadline,
        task_type_id: Number(type),
        responsible_user_id: Number(user),
        ...(entity !== null && id !== null && { entity_type: entity, entity_id: id }),
      }),
    );
    if (task !== undefined) onDone(task);
  };

  return (
    <div class="feed-compose__task task-edit">
      <div class="task-edit__row modal-body__inner__todo-types">
        <DateField
          name="task_date"
          label={t("task.day")}
          value={firstDay}
          className={deadline === null ? "text-input_error" : ""}
          onChange={setDay}
        />
        <input
          class="text-input task-edit__time"
          type="time"
          aria-label={t("task.time")}
          value={clock}
          onInput={(event) => setClock(event.currentTarget.value)}
        />
        <Select
          name="task_user"
          label={t("field.responsible")}
          selected={user}
          items={users.map((one) => ({ id: one.id, option: one.name }))}
          onChange={setUser}
        />
        <Select
          name="task_type"
          label={t("task.type")}
          selected={type}
          items={types.map((one) => ({ id: one.id, option: one.name }))}
          onChange={setType}
        />
      </div>
      <div class="feed-compose__text">
        <textarea
          class="text-input text-input-textarea feed-compose__message"
          rows={1}
          placeholder={t("task.text")}
          aria-label={t("task.text")}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <div class="feed-compose__actions">
          <Button blue disabled={text.trim() === "" || deadline === null} onClick={() => void submit()}>
            {t("task.set")}
          </Button>
        </div>
      </div>
    </div>
  );
}
