import { customerPeriods, customersPipeline, listTriggers } from "../customer-periods";
import { triggers, type EntityType, type Salesbot, type StageAction } from "../entities";
import { OperationError, type OperationInput } from "../operations";
import { nameStatus } from "../tables";
import type { Writer } from "../writer";
import { findCard } from "./cards";
import { logEvent } from "./log-event";
import { findWidget } from "./widgets";

export function saveStageAction(writer: Writer, input: OperationInput<"saveStageAction">): StageAction {
  findWidget(writer, input.widget_code);
  const isOfCustomers = input.pipeline_id === customersPipeline;
  const trigger = input.trigger ?? (isOfCustomers ? "customer_period_changed" : "lead_status_changed");
  if (!Object.hasOwn(triggers, trigger)) throw new OperationError(`There is no trigger "${trigger}".`);
  if (!listTriggers(input.pipeline_id).includes(trigger)) {
    throw new OperationError(`The board of pipeline ${input.pipeline_id} has no trigger "${trigger}".`);
  }
  const stages = [input.status_id, input.last_status_id ?? input.status_id];
  for (const stage of stages) {
    if (!hasStage(writer, input.pipeline_id, stage)) {
      throw new OperationError(`Pipeline ${input.pipeline_id} has no stage ${stage}.`);
    }
  }
  const before = input.id === undefined ? undefined : writer.tables.stage_actions.get(input.id);
  if (input.id !== undefined && before === undefined)
    throw new OperationError(`There is no action ${input.id}.`);
  return writer.put("stage_actions", {
    id: before?.id ?? writer.nextId("stage_actions"),
    pipeline_id: input.pipeline_id,
    status_id: input.status_id,
    widget_code: input.widget_code,
    settings: input.settings,
    trigger,
    last_status_id: input.last_status_id ?? null,
    created_at: before?.created_at ?? writer.now(),
  });
}

function hasStage(writer: Writer, pipeline: number, stage: number): boolean {
  if (pipeline === customersPipeline) return customerPeriods.some(({ id }) => id === stage);
  return writer.tables.statuses.get(nameStatus(pipeline, stage)) !== undefined;
}

export function deleteStageAction(writer: Writer, input: { id: number }): { deleted: number } {
  if (writer.tables.stage_actions.get(input.id) === undefined) {
    throw new OperationError(`There is no action ${input.id}.`);
  }
  writer.remove("stage_actions", input.id);
  return { deleted: 1 };
}

/** Kommo: Salesbot; a bot's JSON holds 64 KB at most. */
const stepsLimit = 64 * 1024;

export function saveSalesbot(writer: Writer, input: OperationInput<"saveSalesbot">): Salesbot {
  findWidget(writer, input.widget_code);
  if (input.steps.length > stepsLimit) throw new OperationError("The bot's JSON is larger than 64 KB.");
  const before = input.id === undefined ? undefined : writer.tables.salesbots.get(input.id);
  const now = writer.now();
  return writer.put("salesbots", {
    id: before?.id ?? writer.nextId("salesbots"),
    name: input.name,
    widget_code: input.widget_code,
    handler_code: input.handler_code,
    params: input.params,
    exits: input.exits,
    steps: input.steps,
    created_at: before?.created_at ?? now,
    updated_at: now,
  });
}

export function runSalesbot(
  writer: Writer,
  input: { id: number; entity_type: EntityType; entity_id: number },
): { started: true } {
  const bot = writer.tables.salesbots.get(input.id);
  if (bot === undefined) throw new OperationError(`There is no bot ${input.id}.`);
  const card = findCard(writer, input.entity_type, input.entity_id);
  logEvent(writer, {
    type: "salesbot_started",
    entity_type: input.entity_type,
    entity_id: card.id,
    after: { salesbot: { id: bot.id } },
  });
  return { started: true };
}
