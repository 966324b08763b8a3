import { checkInput, type Shape } from "./check-input";
import { OperationError, type OperationInput, type OperationName, type OperationResult } from "./operations";
import { deleteStageAction, runSalesbot, saveSalesbot, saveStageAction } from "./operations/automation";
import { createCard, deleteCards, moveLead, updateCard } from "./operations/cards";
import { deleteCatalogElements, saveCatalogElement } from "./operations/catalogs";
import { addNote, createTag, sendMessage, updateNote } from "./operations/feed";
import { linkCards, unlinkCards } from "./operations/links";
import { addNotification, readNotification, setTheme } from "./operations/notifications";
import { completeTask, createTask, deleteTask, updateTask } from "./operations/tasks";
import {
  addWidgetSource,
  disableWidget,
  installWidget,
  saveWidgetSettings,
  setSdkCatalog,
  setWidgetStatus,
  uninstallWidget,
} from "./operations/widgets";
import type { Writer } from "./writer";

interface Performer<Name extends OperationName> {
  readonly shape: Shape;
  perform(writer: Writer, input: OperationInput<Name>): OperationResult<Name>;
}

const card: Shape = {
  name: "string?",
  first_name: "string?",
  last_name: "string?",
  price: "number?",
  status_id: "number?",
  pipeline_id: "number?",
  loss_reason_id: "number|null?",
  source_id: "number|null?",
  responsible_user_id: "number?",
  next_price: "number?",
  next_date: "number?",
  periodicity: "number?",
  segment_ids: "array?",
  created_at: "number?",
  updated_at: "number?",
  created_by: "number?",
  updated_by: "number?",
  custom_fields_values: "array?",
  tag_ids: "array?",
};

const task: Shape = {
  text: "string?",
  task_type_id: "number?",
  complete_till: "number?",
  duration: "number?",
  responsible_user_id: "number?",
  entity_type: "string|null?",
  entity_id: "number|null?",
  is_completed: "boolean?",
  result: "object|null?",
  created_at: "number?",
  updated_at: "number?",
  created_by: "number?",
  updated_by: "number?",
};

const end: Shape = { type: "string", id: "number" };
const code: Shape = { code: "string" };
const id: Shape = { id: "number" };

const performers: { readonly [Name in OperationName]: Performer<Name> } = {
  createCard: { shape: { type: "string", values: card, link: "object?" }, perform: createCard },
  updateCard: { shape: { type: "string", id: "number", values: card }, perform: updateCard },
  deleteCards: { shape: { type: "string", ids: "array" }, perform: deleteCards },
  moveLead: {
    shape: { id: "number", status_id: "number", pipeline_id: "number?", loss_reason_id: "number|null?" },
    perform: moveLead,
  },
  linkCards: {
    shape: { from: end, to: end, is_main: "boolean?", quantity: "number?", catalog_id: "number?" },
    perform: linkCards,
  },
  unlinkCards: { shape: { from: end, to: end }, perform: unlinkCards },
  createTag: { shape: { type: "string", name: "string", color: "string|null?" }, perform: createTag },
  createTask: { shape: { ...task, text: "string", complete_till: "number" }, perform: createTask },
  updateTask: { shape: { id: "number", values: task }, perform: updateTask },
  completeTask: { shape: { id: "number", text: "string?" }, perform: completeTask },
  deleteTask: { shape: id, perform: deleteTask },
  addNote: {
    shape: { type: "string", id: "number", note_type: "string?", params: "object", created_by: "number?" },
    perform: addNote,
  },
  updateNote: { shape: { id: "number", params: "object?", is_pinned: "boolean?" }, perform: updateNote },
  saveCatalogElement: {
    shape: { id: "number?", catalog_id: "number", name: "string", custom_fields_values: "array?" },
    perform: saveCatalogElement,
  },
  deleteCatalogElements: { shape: { catalog_id: "number", ids: "array" }, perform: deleteCatalogElements },
  sendMessage: { shape: { talk_id: "number", text: "string", incoming: "boolean?" }, perform: sendMessage },
  installWidget: { shape: code, perform: installWidget },
  saveWidgetSettings: {
    shape: { code: "string", settings: "object", active: "boolean?" },
    perform: saveWidgetSettings,
  },
  disableWidget: { shape: code, perform: disableWidget },
  uninstallWidget: { shape: code, perform: uninstallWidget },
  setWidgetStatus: { shape: { code: "string", status: "string" }, perform: setWidgetStatus },
  setSdkCatalog: { shape: { code: "string", catalog_id: "number" }, perform: setSdkCatalog },
  addWidgetSource: { shape: { code: "string", pipeline_id: "number" }, perform: addWidgetSource },
  saveStageAction: {
    shape: {
      id: "number?",
      pipeline_id: "number",
      status_id: "number",
      widget_code: "string",
      settings: "object",
      trigger: "string?",
      last_status_id: "number|null?",
    },
    perform: saveStageAction,
  },
  deleteStageAction: { shape: id, perform: deleteStageAction },
  saveSalesbot: {
    shape: {
      id: "number?",
      name: "string",
      widget_code: "string",
      handler_code: "string",
      params: "object",
      exits: "array",
      steps: "string",
    },
    perform: saveSalesbot,
  },
  runSalesbot: {
    shape: { id: "number", entity_type: "string", entity_id: "number" },
    perform: runSalesbot,
  },
  addNotification: {
    shape: { kind: "string", header: "string", text: "string", link: "string|null?", entity: "object|null?" },
    perform: addNotification,
  },
  readNotification: { shape: id, perform: readNotification },
  setTheme: { shape: { theme: "number" }, perform: setTheme },
};

const cardTypes = new Set<unknown>(["leads", "contacts", "companies", "customers"]);

/**
 * Performs one operation by its name. The input may come from a page: what does not fit is refused.
 *
 * @throws OperationError
 */
export function performOperation<Name extends OperationName>(
  writer: Writer,
  name: Name,
  input: OperationInput<Name>,
): OperationResult<Name> {
  if (!Object.hasOwn(performers, name)) throw new OperationError(`There is no operation "${String(name)}".`);
  const performer = performers[name];
  checkInput(name, input, performer.shape);
  checkCardTypes(name, input);
  return performer.perform(writer, input);
}

/** Wherever a kind of card is named it must be one: tables are found by it. */
function checkCardTypes(name: string, input: object): void {
  const { type, link, from, values } = input as Record<string, Record<string, unknown> | undefined>;
  const named = [
    type,
    link?.["type"],
    from?.["type"],
    values?.["entity_type"],
    (input as { entity_type?: unknown }).entity_type,
  ];
  const wrong = named.find((word) => word !== undefined && word !== null && !cardTypes.has(word));
  if (wrong !== undefined) throw new OperationError(`${name}: there is no kind of card "${String(wrong)}".`);
}
