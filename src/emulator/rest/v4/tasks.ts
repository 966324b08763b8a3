import type { EntityType, Task } from "../../model/entities";
import type { Model } from "../../model/model";
import type { TaskChanges } from "../../model/operations";
import { readId, readIds, readPart, readText, readWith, type Call } from "../call";
import { empty, fail, hal, type RestResponse } from "../message";
import { answerPage, links, selfLink } from "../paging";
import { covers } from "../rights";
import type { Route } from "../route";
import { readSpan, sortRows } from "./find-cards";
import {
  checkMembers,
  isItem,
  notFound,
  notSupported,
  readBatch,
  readItem,
  readRequestId,
  refuseErrors,
  type FieldError,
  type Item,
  type Members,
} from "./validate";

/** `/api/v4/tasks` (Kommo: Tasks). */
export const taskRoutes: readonly Route[] = [
  ["GET", "/api/v4/tasks", listTasks],
  ["GET", "/api/v4/tasks/{id}", getTask],
  ["POST", "/api/v4/tasks", createTasks],
  ["PATCH", "/api/v4/tasks", (call) => updateTasks(call, readBatch(call))],
  ["PATCH", "/api/v4/tasks/{id}", updateOne],
];

const entityTypes = new Set<unknown>(["leads", "contacts", "companies", "customers"]);

const members: Members = {
  id: "int?",
  text: "string?",
  complete_till: "int?",
  task_type_id: "int?",
  responsible_user_id: "int?",
  entity_type: "string|null?",
  entity_id: "int|null?",
  is_completed: "bool?",
  duration: "int|null?",
  result: "object|null?",
  created_by: "int?",
  updated_by: "int?",
  created_at: "int?",
  updated_at: "int?",
  request_id: "ignored?",
  group_id: "ignored?",
  account_id: "ignored?",
  _links: "ignored?",
};

/** A task as the API gives it; one without a result has an empty list in its place. */
export function presentTask(call: Call, task: Task): object {
  const { id, created_by, updated_by, created_at, updated_at, responsible_user_id, group_id } = task;
  return {
    id,
    created_by,
    updated_by,
    created_at,
    updated_at,
    responsible_user_id,
    group_id,
    entity_id: task.entity_id,
    entity_type: task.entity_type,
    duration: task.duration,
    is_completed: task.is_completed,
    task_type_id: task.task_type_id,
    text: task.text,
    result: task.result ?? [],
    complete_till: task.complete_till,
    account_id: call.model.account.id,
    _links: links(call, `tasks/${id}`),
  };
}

/** The tasks that a query asks for, in its order. */
export function findTasks(model: Model, query: Call["query"]): Task[] {
  const filter = readPart(query, "filter");
  const ids = readIds(filter, "id");
  const users = readIds(filter, "responsible_user_id");
  const types = readIds(filter, "task_type") ?? readIds(filter, "task_type_id");
  const entities = readIds(filter, "entity_id");
  const entityType = readText(filter, "entity_type");
  const completed = readText(filter, "is_completed");
  const updated = readSpan(filter, "updated_at");
  const due = readSpan(filter, "complete_till");
  const created = readSpan(filter, "created_at");
  const text = readText(query, "query")?.trim().toLowerCase() ?? "";
  const matches = (task: Task) =>
    (ids === undefined || ids.has(task.id)) &&
    (users === undefined || users.has(task.responsible_user_id)) &&
    (types === undefined || types.has(task.task_type_id)) &&
    (entityType === undefined || task.entity_type === entityType) &&
    (entities === undefined || (task.entity_id !== null && entities.has(task.entity_id))) &&
    (completed === undefined || task.is_completed === (completed === "1" || completed === "true")) &&
    (updated === null || updated(task.updated_at)) &&
    (due === null || due(task.complete_till)) &&
    (created === null || created(task.created_at)) &&
    (text === "" || task.text.toLowerCase().includes(text));
  const rows =
    isEntityType(entityType) && entities !== undefined
      ? [...entities].flatMap((id) => model.tasksOf(entityType, id)).filter(matches)
      : model.tables.tasks.filter(matches);
  return sortRows(rows, readPart(query, "order"), ["created_at", "complete_till", "id", "updated_at"]);
}

function listTasks(call: Call): RestResponse {
  return answerPage(call, findTasks(call.model, call.query), {
    name: "tasks",
    present: (task) => presentTask(call, task),
  });
}

function getTask(call: Call): RestResponse {
  readWith(call);
  const task = call.model.tables.tasks.get(readId(call));
  return task === undefined ? empty() : hal(presentTask(call, task));
}

function createTasks(call: Call): RestResponse {
  const items = readBatch(call);
  refuseErrors(
    items,
    items.map((item) => [
      ...checkMembers(item, { ...members, text: "string", complete_till: "int" }),
      ...checkReferences(call.model, item),
    ]),
  );
  const tasks = items.map((item) =>
    call.model.run("createTask", {
      ...readChanges(item),
      text: String(item["text"]),
      complete_till: Number(item["complete_till"]),
    }),
  );
  return answer(call, items, tasks, ({ id }) => ({ id }));
}

function updateTasks(call: Call, items: readonly Item[]): RestResponse {
  const tasks = items.map((item) =>
    call.model.tables.tasks.get(typeof item["id"] === "number" ? item["id"] : 0),
  );
  refuseErrors(
    items,
    items.map((item, index) => [
      ...(tasks[index] === undefined ? [notFound("id")] : []),
      ...checkMembers(item, members),
      ...checkReferences(call.model, item),
    ]),
  );
  for (const task of tasks) if (task !== undefined) requireEdit(call, task);
  const changed = items.map((item) =>
    call.model.run("updateTask", { id: Number(item["id"]), values: readChanges(item) }),
  );
  return answer(call, items, changed, ({ id, updated_at }) => ({ id, updated_at }));
}

function updateOne(call: Call): RestResponse {
  const id = readId(call);
  const task = call.model.tables.tasks.get(id);
  if (task === undefined) return fail(404, `There is no task ${id}`);
  requireEdit(call, task);
  const item = { ...readItem(call), id };
  refuseErrors([item], [[...checkMembers(item, members), ...checkReferences(call.model, item)]]);
  const changed = call.model.run("updateTask", { id, values: readChanges(item) });
  return hal({ id, updated_at: changed.updated_at, _links: links(call, `tasks/${id}`) });
}

function requireEdit(call: Call, task: Task): void {
  if (!covers(call.user.rights.tasks.edit, call.user, task))
    fail(403, `Editing task ${task.id} is not allowed`);
}

function checkReferences(model: Model, item: Item): FieldError[] {
  const errors: FieldError[] = [];
  const { responsible_user_id: user, task_type_id: type, entity_type: entityType, entity_id: entity } = item;
  if (typeof user === "number" && model.tables.users.get(user) === undefined) {
    errors.push(notSupported("responsible_user_id"));
  }
  if (typeof type === "number" && model.tables.task_types.get(type) === undefined) {
    errors.push(notSupported("task_type_id"));
  }
  const before = typeof item["id"] === "number" ? model.tables.tasks.get(item["id"]) : undefined;
  const hasType = (entityType === undefined ? before?.entity_type : entityType) ?? null;
  const hasEntity = (entity === undefined ? before?.entity_id : entity) ?? null;
  if ((hasType === null) !== (hasEntity === null)) {
    const missing = hasType === null ? "entity_type" : "entity_id";
    errors.push({ code: "FieldMissing", path: missing, detail: "This field is missing." });
  } else if (typeof entityType === "string" || typeof entity === "number") {
    if (!isEntityType(hasType)) errors.push(notSupported("entity_type"));
    else if (model.tables[hasType].get(Number(hasEntity)) === undefined) errors.push(notFound("entity_id"));
  }
  return errors;
}

function readChanges(item: Item): TaskChanges {
  const {
    id: _id,
    request_id: _request,
    group_id: _group,
    account_id: _account,
    _links,
    result,
    duration,
    ...rest
  } = item;
  return {
    ...rest,
    ...(duration === undefined ? {} : { duration: typeof duration === "number" ? duration : 0 }),
    ...(result === undefined
      ? {}
      : { result: isItem(result) && typeof result["text"] === "string" ? { text: result["text"] } : null }),
  };
}

function answer(
  call: Call,
  items: readonly Item[],
  tasks: readonly Task[],
  present: (task: Task) => object,
): RestResponse {
  return hal({
    _links: { self: selfLink(call, call.path) },
    _embedded: {
      tasks: tasks.map((task, index) => ({
        ...present(task),
        request_id: readRequestId(items[index] ?? {}, index),
        _links: links(call, `tasks/${task.id}`),
      })),
    },
  });
}

function isEntityType(word: unknown): word is EntityType {
  return entityTypes.has(word);
}
