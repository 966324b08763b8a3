import type { Task } from "../../../model/entities";
import { readPart, readText, type Call } from "../../call";
import { empty, hal, type RestResponse } from "../../message";
import type { Route } from "../../route";
import { findTasks } from "../../v4/tasks";
import { elementNumbers, findElementType } from "../old-fields";
import { answerItems, cutRows, readActs, selfLink } from "./acts";

/** `/api/v2/tasks` (amoCRM: API v2, tasks). */
export const taskV2Routes: readonly Route[] = [
  ["GET", "/api/v2/tasks", listTasks],
  ["POST", "/api/v2/tasks", saveTasks],
];

function listTasks(call: Call): RestResponse {
  const element = findElementType(
    readText(call.query, "element_type") ?? readText(readPart(call.query, "filter"), "element_type"),
  );
  const { id, element_id: elements, responsible_user_id: user } = call.query;
  const rows = cutRows(
    call,
    findTasks(call.model, {
      filter: {
        ...(id === undefined ? {} : { id }),
        ...(elements === undefined ? {} : { entity_id: elements }),
        ...(user === undefined ? {} : { responsible_user_id: user }),
        ...(element === null ? {} : { entity_type: element }),
      },
    }),
  );
  if (rows.length === 0) return empty();
  return hal({
    _links: selfLink("/api/v2/tasks"),
    _embedded: { items: rows.map((task) => presentTask(call, task)) },
  });
}

export function presentTask(call: Call, task: Task): object {
  return {
    id: task.id,
    element_id: task.entity_id ?? 0,
    element_type: task.entity_type === null ? 0 : elementNumbers[task.entity_type],
    complete_till_at: task.complete_till,
    task_type: task.task_type_id,
    text: task.text,
    created_at: task.created_at,
    updated_at: task.updated_at,
    responsible_user_id: task.responsible_user_id,
    is_completed: task.is_completed,
    created_by: task.created_by,
    account_id: call.model.account.id,
    group_id: task.group_id,
    result: task.result === null ? {} : { text: task.result.text },
    _links: selfLink(`/api/v2/tasks?id=${task.id}`),
  };
}

function saveTasks(call: Call): RestResponse {
  const { add, update } = readActs(call);
  const saved = [...add, ...update].map((item, index) => {
    const isNew = index < add.length;
    const till = item["complete_till_at"] ?? item["complete_till"];
    const type = findElementType(item["element_type"]);
    const values = {
      ...(typeof item["text"] === "string" ? { text: item["text"] } : {}),
      ...(till === undefined ? {} : { complete_till: Number(till) }),
      ...(item["task_type"] === undefined ? {} : { task_type_id: Number(item["task_type"]) }),
      ...(item["responsible_user_id"] === undefined
        ? {}
        : { responsible_user_id: Number(item["responsible_user_id"]) }),
      ...(item["is_completed"] === undefined
        ? {}
        : {
            is_completed:
              item["is_completed"] === true || item["is_completed"] === 1 || item["is_completed"] === "1",
          }),
      ...(type === null || item["element_id"] === undefined
        ? {}
        : { entity_type: type, entity_id: Number(item["element_id"]) }),
    };
    const row = isNew
      ? call.model.run("createTask", {
          ...values,
          text: values.text ?? "",
          complete_till: values.complete_till ?? call.model.now(),
        })
      : call.model.run("updateTask", { id: Number(item["id"]), values });
    return { item, row };
  });
  return answerItems("/api/v2/tasks", saved);
}
