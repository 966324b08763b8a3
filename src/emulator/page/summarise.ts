import type { Lead, User } from "../model/entities";
import type { Model } from "../model/model";
import type { Summary } from "../model/wire";
import { canSee, nameSight } from "../rest/rights";
import { lost, won } from "../model/closed-stages";

/** Figures over all leads that the user may see, and all tasks. */
export function createSummary(model: Model, user: User): Summary {
  const leads = model.tables.leads.remember(`summary ${nameSight(user)}`, () => sumLeads(model, user));
  return { ...leads, tasks: countTasks(model) };
}

function sumLeads(model: Model, user: User): Omit<Summary, "tasks"> {
  const sums = { open: createSum(), won: createSum(), lost: createSum() };
  const people = new Map<number, { count: number; money: number }>();
  for (const lead of model.tables.leads.all()) {
    if (lead.is_deleted || !canSee(user, "leads", lead)) continue;
    addTo(sums[nameState(lead)], lead);
    if (lead.status_id !== won) continue;
    const person = people.get(lead.responsible_user_id) ?? createSum();
    people.set(lead.responsible_user_id, person);
    addTo(person, lead);
  }
  return {
    ...sums,
    people: [...people]
      .map(([user, sum]) => ({ user_id: user, ...sum }))
      .sort((one, other) => other.money - one.money || one.user_id - other.user_id),
  };
}

function countTasks(model: Model): Summary["tasks"] {
  const now = model.now();
  const days = new Intl.DateTimeFormat("en-CA", { timeZone: model.account.timezone });
  const today = days.format(now * 1000);
  const counts = { open: 0, overdue: 0, today: 0 };
  for (const task of model.tables.tasks.all()) {
    if (task.is_completed) continue;
    counts.open += 1;
    if (task.complete_till < now) counts.overdue += 1;
    // Formatting is slow: only what is near can be of today.
    const isNear = Math.abs(task.complete_till - now) < 86_400;
    if (isNear && days.format(task.complete_till * 1000) === today) counts.today += 1;
  }
  return counts;
}

function nameState(lead: Lead): "open" | "won" | "lost" {
  if (lead.status_id === won) return "won";
  return lead.status_id === lost ? "lost" : "open";
}

function createSum(): { count: number; money: number } {
  return { count: 0, money: 0 };
}

function addTo(sum: { count: number; money: number }, lead: Lead): void {
  sum.count += 1;
  sum.money += lead.price;
}
