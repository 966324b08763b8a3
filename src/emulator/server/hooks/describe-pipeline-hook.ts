import {
  triggers,
  type AccountEvent,
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

/**
 * The hooks that an event of the account sets off on the automation board (Kommo: Digital pipeline). An action fires
 * when its trigger happens in its stage; one that spans stages fires again on moves inside it and on leaving.
 */
export function listPipelineHooks(model: Model, event: AccountEvent): Hook[] {
  const lead = findLead(model, event);
  if (lead === undefined) return [];
  const actions = model.tables.stage_actions.filter((action) => action.pipeline_id === lead.pipeline_id);
  return actions
    .map((action) => findFiring(model, action, event, lead))
    .filter((firing) => firing !== null)
    .map((firing) => describePipelineHook(model, lead, firing));
}

/** One action's hook for one lead, whether its trigger has happened or not. */
export function describePipelineHook(model: Model, lead: Lead, { action, trigger, direction }: Firing): Hook {
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
          id: lead.id,
          element_type: 2,
          status_id: lead.status_id,
          pipeline_id: lead.pipeline_id,
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
  incoming_call: "call_in",
  incoming_chat_message: "chat",
};

function findFiring(model: Model, action: StageAction, event: AccountEvent, lead: Lead): Firing | null {
  const stages = listStages(model, action);
  if (event.type !== "lead_status_changed") {
    const trigger = triggerOfEvent[event.type];
    const fires = trigger === action.trigger && stages.includes(lead.status_id);
    return fires && trigger !== undefined ? { action, trigger, direction: null } : null;
  }
  if (action.trigger !== "lead_status_changed") return null;
  const before = readStage(event);
  const wasIn = before?.pipeline === action.pipeline_id && stages.includes(before.status);
  const isIn = stages.includes(lead.status_id);
  const isStretched = stages.length > 1;
  if (isIn && !wasIn) return { action, trigger: "lead_status_changed", direction: "went_to_trigger" };
  if (isIn && isStretched)
    return { action, trigger: "lead_appeared_in_status", direction: "went_in_trigger" };
  if (wasIn && isStretched)
    return { action, trigger: "lead_appeared_in_status", direction: "went_from_trigger" };
  return null;
}

/** The stages that an action covers, in the order of the board. */
function listStages(model: Model, action: StageAction): number[] {
  const stages = model.tables.statuses
    .filter((status) => status.pipeline_id === action.pipeline_id)
    .sort((one, other) => one.sort - other.sort)
    .map((status) => status.id);
  const first = stages.indexOf(action.status_id);
  const last = action.last_status_id === null ? first : stages.indexOf(action.last_status_id);
  return first === -1 ? [] : stages.slice(first, Math.max(first, last) + 1);
}

function findLead(model: Model, event: AccountEvent): Lead | undefined {
  if (event.entity_type === "leads") return model.tables.leads.get(event.entity_id);
  if (event.entity_type !== "contacts") return undefined;
  // A call or message of a contact concerns its newest open lead.
  return model
    .linksOf("contacts", event.entity_id)
    .filter((link) => link.from_type === "leads")
    .map((link) => model.tables.leads.get(link.from_id))
    .filter((lead) => lead !== undefined && lead.closed_at === null && !lead.is_deleted)
    .at(-1);
}

function readStage({ value_before: [before] }: AccountEvent): { status: number; pipeline: number } | null {
  const { lead_status: stage } = (before ?? {}) as {
    readonly lead_status?: { readonly id: number; readonly pipeline_id: number };
  };
  return stage === undefined ? null : { status: stage.id, pipeline: stage.pipeline_id };
}
