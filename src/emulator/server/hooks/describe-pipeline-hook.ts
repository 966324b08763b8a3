import { customerPeriods, customersPipeline, findPeriod } from "../../model/customer-periods";
import {
  triggers,
  type AccountEvent,
  type Customer,
  type Lead,
  type StageAction,
  type TriggerCode,
} from "../../model/entities";
import type { Model } from "../../model/model";
import type { Hook } from "./hook";

type Direction = "went_to_trigger" | "went_in_trigger" | "went_from_trigger";

interface Firing {
  readonly action: StageAction;
  readonly trigger: TriggerCode;
  readonly direction: Direction | null;
}

/** A card as it stands on its board. */
export interface Standing {
  readonly id: number;
  readonly type: "leads" | "customers";
  readonly pipeline: number;
  readonly stage: number;
}

export function standLead({ id, pipeline_id: pipeline, status_id: stage }: Lead): Standing {
  return { id, type: "leads", pipeline, stage };
}

export function standCustomer(customer: Customer, now: number): Standing {
  const { id } = customer;
  return { id, type: "customers", pipeline: customersPipeline, stage: findPeriod(customer, now).id };
}

/**
 * The hooks that an event of the account sets off on the automation boards (Kommo: Digital pipeline). An action fires
 * when its trigger happens in its stage; one that spans stages fires again on moves inside it and, for leads, on leaving.
 */
export function listPipelineHooks(model: Model, event: AccountEvent): Hook[] {
  return findStandings(model, event).flatMap((card) =>
    model.tables.stage_actions
      .filter((action) => action.pipeline_id === card.pipeline)
      .map((action) => findFiring(model, action, event, card))
      .filter((firing) => firing !== null)
      .map((firing) => describePipelineHook(model, card, firing)),
  );
}

/** One action's hook for one card, whether its trigger has happened or not. */
export function describePipelineHook(
  model: Model,
  card: Standing,
  { action, trigger, direction }: Firing,
): Hook {
  const { account, tables } = model;
  const dp = tables.widgets.get(action.widget_code)?.manifest.dp;
  return {
    kind: "digital_pipeline",
    widget: action.widget_code,
    method: "POST",
    url: dp?.webhook_url ?? "",
    payload: {
      event: {
        type: triggers[trigger],
        type_code: trigger,
        data: {
          id: card.id,
          element_type: card.type === "leads" ? 2 : 12,
          status_id: card.stage,
          pipeline_id: card.pipeline,
          ...(direction === null ? {} : { direction_of_movement: direction }),
        },
        time: model.now(),
      },
      action: { code: "send_widget_hook", settings: { widget: { settings: action.settings } } },
      subdomain: account.subdomain,
      account_id: account.id,
    },
    ...(dp?.webhook_url ? {} : { problem: "The manifest names no dp.webhook_url." }),
  };
}

const triggerOfEvent: Readonly<Record<string, TriggerCode>> = {
  lead_added: "lead_added",
  customer_added: "customer_added",
  incoming_call: "call_in",
  incoming_chat_message: "chat",
};

function findFiring(model: Model, action: StageAction, event: AccountEvent, card: Standing): Firing | null {
  const stages = listStages(model, action);
  const isIn = stages.includes(card.stage);
  const isMove = event.type === "lead_status_changed" || event.type === "customer_status_changed";
  if (!isMove) {
    const trigger = triggerOfEvent[event.type];
    return trigger === action.trigger && isIn && trigger !== undefined
      ? { action, trigger, direction: null }
      : null;
  }
  const before = readStage(event);
  const wasIn = before?.pipeline === action.pipeline_id && stages.includes(before.stage);
  return card.type === "leads"
    ? findLeadMove(action, { wasIn, isIn, isStretched: stages.length > 1 })
    : findCustomerMove(action, { wasIn, isIn, isStretched: stages.length > 1 });
}

interface Move {
  readonly wasIn: boolean;
  readonly isIn: boolean;
  readonly isStretched: boolean;
}

function findLeadMove(action: StageAction, { wasIn, isIn, isStretched }: Move): Firing | null {
  if (action.trigger !== "lead_status_changed") return null;
  if (isIn && !wasIn) return { action, trigger: "lead_status_changed", direction: "went_to_trigger" };
  if (isIn && isStretched)
    return { action, trigger: "lead_appeared_in_status", direction: "went_in_trigger" };
  if (wasIn && isStretched)
    return { action, trigger: "lead_appeared_in_status", direction: "went_from_trigger" };
  return null;
}

/** The direction of movement is told of leads only. */
function findCustomerMove(action: StageAction, { wasIn, isIn, isStretched }: Move): Firing | null {
  if (action.trigger !== "customer_period_changed" || !isIn) return null;
  if (!wasIn) return { action, trigger: "customer_period_changed", direction: null };
  return isStretched ? { action, trigger: "customer_appeared_in_period", direction: null } : null;
}

/** The stages that an action covers, in the order of the board. */
function listStages(model: Model, action: StageAction): number[] {
  const stages =
    action.pipeline_id === customersPipeline
      ? customerPeriods.map(({ id }): number => id)
      : model.tables.statuses
          .filter((status) => status.pipeline_id === action.pipeline_id)
          .sort((one, other) => one.sort - other.sort)
          .map((status) => status.id);
  const first = stages.indexOf(action.status_id);
  const last = action.last_status_id === null ? first : stages.indexOf(action.last_status_id);
  return first === -1 ? [] : stages.slice(first, Math.max(first, last) + 1);
}

/** The cards that an event concerns: of a contact's call or message, its newest open lead and its customer. */
function findStandings(model: Model, { entity_type: type, entity_id: id }: AccountEvent): Standing[] {
  const { leads, customers } = model.tables;
  const leadIds = type === "leads" ? [id] : [];
  const customerIds = type === "customers" ? [id] : [];
  if (type === "contacts") {
    const links = model.linksOf("contacts", id);
    const idsOf = (kind: string) =>
      links.filter((link) => link.from_type === kind).map((link) => link.from_id);
    leadIds.push(
      ...idsOf("leads")
        .filter((one) => leads.get(one)?.closed_at === null && leads.get(one)?.is_deleted === false)
        .slice(-1),
    );
    customerIds.push(
      ...idsOf("customers")
        .filter((one) => customers.get(one)?.is_deleted === false)
        .slice(-1),
    );
  }
  return [
    ...leadIds.flatMap((one) => leads.get(one) ?? []).map(standLead),
    ...customerIds.flatMap((one) => customers.get(one) ?? []).map((one) => standCustomer(one, model.now())),
  ];
}

function readStage({ value_before: [before] }: AccountEvent): { stage: number; pipeline: number } | null {
  const { lead_status: stage, customer_status: period } = (before ?? {}) as {
    readonly lead_status?: { readonly id: number; readonly pipeline_id: number };
    readonly customer_status?: { readonly id: number };
  };
  if (stage !== undefined) return { stage: stage.id, pipeline: stage.pipeline_id };
  return period === undefined ? null : { stage: period.id, pipeline: customersPipeline };
}
