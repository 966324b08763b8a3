import { customersPipeline } from "../../model/customer-periods";
import { triggers, type EntityType, type Lead, type SentHook, type TriggerCode } from "../../model/entities";
import type { Emulator } from "../emulator";
import { describeBotHook } from "./describe-bot-hook";
import { describeDisableHook, describeSmsHook } from "./describe-other-hooks";
import { describePipelineHook, standCustomer, standLead } from "./describe-pipeline-hook";
import type { Hook } from "./hook";
import { sendHook } from "./send-hook";

/**
 * Sends one hook because a developer asks for it (`POST /-/hooks`), without waiting for what would set it off. Gives
 * what became of it, or a sentence that says what is missing:
 *
 * - `{ kind: "digital_pipeline", action, lead, trigger? }`, or `customer` for an action of the customers' board
 * - `{ kind: "salesbot", bot, entity_type, entity_id }`
 * - `{ kind: "sms", widget?, phone, text }`
 * - `{ kind: "disable", widget? }`
 */
export async function askHook(emulator: Emulator, asked: unknown): Promise<SentHook | string> {
  if (typeof asked !== "object" || asked === null) return "A hook is an object with a kind.";
  const id = emulator.model.write((writer) => writer.nextId("sent_hooks"));
  const hook = await describe(emulator, asked as Asked, id);
  return typeof hook === "string" ? hook : sendHook(emulator, hook, id);
}

type Asked = Readonly<Record<string, unknown>>;

async function describe(emulator: Emulator, asked: Asked, id: number): Promise<Hook | string> {
  const { model, secret, disableHook } = emulator;
  const { tables } = model;
  if (asked["kind"] === "digital_pipeline") {
    const action = tables.stage_actions.get(Number(asked["action"]));
    const lead = tables.leads.get(Number(asked["lead"]));
    const customer = tables.customers.get(Number(asked["customer"]));
    const isOfCustomers = action?.pipeline_id === customersPipeline;
    const trigger = asked["trigger"] ?? action?.trigger;
    if (action === undefined) return `There is no action ${String(asked["action"])}.`;
    if (isOfCustomers && customer === undefined) return `There is no customer ${String(asked["customer"])}.`;
    if (!isOfCustomers && lead === undefined) return `There is no lead ${String(asked["lead"])}.`;
    if (typeof trigger !== "string" || !Object.hasOwn(triggers, trigger)) return "There is no such trigger.";
    const isMove = trigger === "lead_status_changed" || trigger === "lead_appeared_in_status";
    const card =
      isOfCustomers && customer !== undefined
        ? standCustomer(customer, model.now())
        : standLead(lead as Lead);
    return describePipelineHook(model, card, {
      action,
      trigger: trigger as TriggerCode,
      direction: isMove ? "went_to_trigger" : null,
    });
  }
  if (asked["kind"] === "salesbot") {
    const bot = tables.salesbots.get(Number(asked["bot"]));
    const type = asked["entity_type"];
    if (bot === undefined) return `There is no bot ${String(asked["bot"])}.`;
    if (type !== "leads" && type !== "contacts" && type !== "customers")
      return "entity_type must be a kind of card.";
    const entity = Number(asked["entity_id"]);
    if (tables[type satisfies EntityType].get(entity) === undefined) return `There is no card ${entity}.`;
    return describeBotHook(model, { bot, type, id: entity }, id, emulator);
  }
  const code = typeof asked["widget"] === "string" ? asked["widget"] : emulator.widget;
  const widget = tables.widgets.get(code);
  if (widget === undefined) return `There is no widget "${code}".`;
  if (asked["kind"] === "sms") {
    const { phone, text } = asked;
    if (typeof phone !== "string" || typeof text !== "string") return "An SMS needs a phone and a text.";
    return describeSmsHook(model, widget, { phone, text, secret });
  }
  if (asked["kind"] === "disable") {
    if (disableHook === null) return "The scenario names no hooks.disable.";
    return describeDisableHook(model, widget, { url: disableHook, secret });
  }
  return "The kind must be digital_pipeline, salesbot, sms or disable.";
}
