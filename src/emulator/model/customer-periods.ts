import type { Customer, TriggerCode } from "./entities";

/**
 * The stages of customers, from left to right: where a customer stands follows from the day of the next purchase. The
 * platform keeps them beside the pipelines of leads, so actions of their board have 0 as pipeline.
 */
export const customerPeriods = [
  {
    id: 1,
    code: "overdue",
    color: "#ff8f92",
    names: { en: "Purchase overdue", es: "Compra atrasada", pt: "Compra atrasada", ru: "Покупка просрочена" },
  },
  {
    id: 2,
    code: "soon",
    color: "#ffdc7f",
    names: { en: "Expected soon", es: "Se espera pronto", pt: "Esperada em breve", ru: "Скоро покупка" },
  },
  {
    id: 3,
    code: "later",
    color: "#98cbff",
    names: { en: "Expected later", es: "Se espera después", pt: "Esperada mais tarde", ru: "Покупка позже" },
  },
  {
    id: 4,
    code: "none",
    color: "#d5d8db",
    names: { en: "No date", es: "Sin fecha", pt: "Sem data", ru: "Без даты" },
  },
] as const;

export const customersPipeline = 0;

export type CustomerPeriod = (typeof customerPeriods)[number];

const month = 30 * 86_400;

/** The stage that a customer stands in at a time (Unix seconds). */
export function findPeriod({ next_date: next }: Pick<Customer, "next_date">, now: number): CustomerPeriod {
  const [overdue, soon, later, none] = customerPeriods;
  if (next <= 0) return none;
  if (next < now) return overdue;
  return next < now + month ? soon : later;
}

/** What may set off an action of a board: customers come and move, leads come and move, both are talked to. */
export function listTriggers(pipeline: number): readonly TriggerCode[] {
  const shared: readonly TriggerCode[] = ["mail_in", "call_in", "site_visit", "chat"];
  return pipeline === customersPipeline
    ? ["customer_period_changed", "customer_appeared_in_period", "customer_added", ...shared]
    : ["lead_added", "lead_status_changed", "lead_appeared_in_status", ...shared];
}
