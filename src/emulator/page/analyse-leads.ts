import type { FormValue } from "../../protocol/bracket-form";
import type { Lead, User } from "../model/entities";
import type { Model } from "../model/model";
import type { Route } from "../model/routes";
import type { Analytics, AnalyticsPeriod, Sum } from "../model/wire";
import { readText } from "../rest/call";
import { canSee } from "../rest/rights";
import { lost, won } from "../model/closed-stages";

const days: Readonly<Record<AnalyticsPeriod, number | null>> = { week: 7, month: 30, quarter: 90, all: null };

/**
 * What became of a pipeline's leads over a period: those that came in it, by the stage where they stand now and by who is
 * responsible. `pipeline` and `period` of the address choose; without them, the main pipeline and 90 days.
 */
export function analyseLeads(
  model: Model,
  { screen }: Route,
  query: { readonly [key: string]: FormValue },
  user: User,
): Analytics | null {
  if (screen !== "stats") return null;
  const pipeline = findPipeline(model, Number(readText(query, "pipeline")));
  const period = readPeriod(readText(query, "period"));
  const length = days[period];
  const since = length === null ? 0 : model.now() - length * 86_400;
  const leads = model.tables.leads.filter(
    (lead) =>
      lead.pipeline_id === pipeline &&
      !lead.is_deleted &&
      lead.created_at >= since &&
      canSee(user, "leads", lead),
  );
  const stages = model.tables.statuses
    .filter((status) => status.pipeline_id === pipeline)
    .sort((one, other) => one.sort - other.sort);
  const people = new Set(leads.map((lead) => lead.responsible_user_id));
  return {
    pipeline_id: pipeline,
    period,
    all: sum(leads),
    stages: stages.map(({ id }) => ({
      status_id: id,
      ...sum(leads.filter((lead) => lead.status_id === id)),
    })),
    people: [...people]
      .map((id) =>
        countPerson(
          id,
          leads.filter((lead) => lead.responsible_user_id === id),
        ),
      )
      .sort((one, other) => other.won.money - one.won.money || one.user_id - other.user_id),
  };
}

function countPerson(id: number, leads: readonly Lead[]): Analytics["people"][number] {
  return {
    user_id: id,
    all: sum(leads),
    won: sum(leads.filter((lead) => lead.status_id === won)),
    lost: sum(leads.filter((lead) => lead.status_id === lost)),
  };
}

function sum(leads: readonly Lead[]): Sum {
  return { count: leads.length, money: leads.reduce((money, lead) => money + lead.price, 0) };
}

function findPipeline(model: Model, wanted: number): number {
  const pipelines = [...model.tables.pipelines.all()];
  const found = pipelines.find(({ id }) => id === wanted) ?? pipelines.find((row) => row.is_main);
  return (found ?? pipelines[0])?.id ?? 0;
}

function readPeriod(text: string | undefined): AnalyticsPeriod {
  return text !== undefined && Object.hasOwn(days, text) ? (text as AnalyticsPeriod) : "quarter";
}
