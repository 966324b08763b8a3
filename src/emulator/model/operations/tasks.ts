import type { Task } from "../entities";
import { OperationError, type TaskChanges } from "../operations";
import type { Writer } from "../writer";
import { findCard } from "./cards";
import { logEvent } from "./log-event";

export function createTask(
  writer: Writer,
  input: TaskChanges & { text: string; complete_till: number },
): Task {
  checkValues(writer, input);
  const now = writer.now();
  const user = writer.account.current_user_id;
  const responsible = input.responsible_user_id ?? user;
  const task = writer.put("tasks", {
    id: writer.nextId("tasks"),
    text: input.text,
    task_type_id: input.task_type_id ?? 1,
    complete_till: input.complete_till,
    duration: input.duration ?? 0,
    is_completed: input.is_completed ?? false,
    result: input.result ?? null,
    responsible_user_id: responsible,
    group_id: writer.tables.users.get(responsible)?.group_id ?? 0,
    entity_type: input.entity_type ?? null,
    entity_id: input.entity_id ?? null,
    created_by: input.created_by ?? user,
    updated_by: input.updated_by ?? user,
    created_at: input.created_at ?? now,
    updated_at: input.updated_at ?? now,
  });
  logEvent(writer, {
    type: "task_added",
    entity_type: "tasks",
    entity_id: task.id,
    after: { note: { id: task.id } },
  });
  return task;
}

export function updateTask(writer: Writer, input: { id: number; values: TaskChanges }): Task {
  const before = findTask(writer, input.id);
  checkValues(writer, { entity_type: before.entity_type, entity_id: before.entity_id, ...input.values });
  const responsible = input.values.responsible_user_id;
  const task = writer.put("tasks", {
    ...before,
    ...input.values,
    ...(responsible === undefined ? {} : { group_id: writer.tables.users.get(responsible)?.group_id ?? 0 }),
    updated_at: input.values.updated_at ?? writer.now(),
    updated_by: input.values.updated_by ?? writer.account.current_user_id,
  });
  const log = (type: string) => logEvent(writer, { type, entity_type: "tasks", entity_id: task.id });
  if (task.is_completed && !before.is_completed) log("task_completed");
  if (task.text !== before.text) log("task_text_changed");
  if (task.complete_till !== before.complete_till) log("task_deadline_changed");
  return task;
}

export function completeTask(writer: Writer, input: { id: number; text?: string }): Task {
  return updateTask(writer, {
    id: input.id,
    values: {
      is_completed: true,
      ...(input.text === undefined || input.text === "" ? {} : { result: { text: input.text } }),
    },
  });
}

export function deleteTask(writer: Writer, input: { id: number }): { deleted: number } {
  findTask(writer, input.id);
  writer.remove("tasks", input.id);
  logEvent(writer, { type: "task_deleted", entity_type: "tasks", entity_id: input.id });
  return { deleted: 1 };
}

function findTask(writer: Writer, id: number): Task {
  const task = writer.tables.tasks.get(id);
  if (task === undefined) throw new OperationError(`There is no task ${id}.`);
  return task;
}

function checkValues(writer: Writer, values: TaskChanges): void {
  const {
    entity_type: type = null,
    entity_id: id = null,
    task_type_id: kind,
    responsible_user_id: user,
  } = values;
  if ((type === null) !== (id === null)) {
    throw new OperationError("A task hangs on a card by its kind and its id together.");
  }
  if (type !== null && id !== null) findCard(writer, type, id);
  if (kind !== undefined && writer.tables.task_types.get(kind) === undefined) {
    throw new OperationError(`There is no task type ${kind}.`);
  }
  if (user !== undefined && writer.tables.users.get(user) === undefined) {
    throw new OperationError(`There is no user ${user}.`);
  }
}
