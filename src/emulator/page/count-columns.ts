import type { FormValue } from "../../protocol/bracket-form";
import { customerPeriods, findPeriod } from "../model/customer-periods";
import type { User } from "../model/entities";
import type { Model } from "../model/model";
import type { Route } from "../model/routes";
import type { BoardColumn, CountedColumn, PeriodColumn } from "../model/wire";
import { readPart, readText } from "../rest/call";
import { canSee, nameSight } from "../rest/rights";
import { findListed } from "./find-listed";

type Query = { readonly [key: string]: FormValue };

/** A column shows this many cards until more are asked for. */
const usualLength = 15;
const longest = 1000;

/** The stages of the pipeline that the page shows, with what stands in them. */
export function countStages(
  model: Model,
  { screen, entity, id }: Route,
  query: Query,
  user: User,
): BoardColumn[] | null {
  const isBoard = (screen === "kanban" || screen === "automation") && entity === "leads";
  if (!isBoard && screen !== "dashboard") return null;
  const pipeline = id ?? [...model.tables.pipelines.all()].find((row) => row.is_main)?.id ?? 0;
  const shown = screen === "kanban" ? { shown: readPart(query, "shown") } : null;
  const key = `stages ${pipeline} ${JSON.stringify(shown)} ${nameSight(user)}`;
  const count = model.tables.leads.remember(key, () => {
    const columns = createColumns(shown);
    for (const lead of model.tables.leads.all()) {
      if (lead.pipeline_id !== pipeline || lead.is_deleted || !canSee(user, "leads", lead)) continue;
      columns.add(String(lead.status_id), lead.id, lead.price);
    }
    return columns;
  });
  return model.tables.statuses
    .filter((status) => status.pipeline_id === pipeline)
    .sort((one, other) => one.sort - other.sort)
    .map((status) => ({ status_id: status.id, pipeline_id: pipeline, ...count.read(String(status.id)) }));
}

/** The customers that the address asks for, by when their next purchase is expected. */
export function countPeriods(
  model: Model,
  { screen, entity }: Route,
  query: Query,
  user: User,
): PeriodColumn[] | null {
  if (screen !== "kanban" || entity !== "customers") return null;
  const now = model.now();
  const count = createColumns(query);
  for (const customer of findListed(model, "customers", query, user)) {
    count.add(findPeriod(customer, now).code, customer.id, customer.next_price);
  }
  return customerPeriods.map(({ code }) => ({ period: code, ...count.read(code) }));
}

/** Counts cards by columns. The query says how many each shows; without one none is shown. */
function createColumns(query: Query | null) {
  const columns = new Map<string, { count: number; money: number; ids: number[]; limit: number }>();
  const shown = readPart(query ?? {}, "shown");
  const readLimit = (name: string) => {
    const asked = Number(readText(shown, name));
    return Number.isInteger(asked) && asked > 0 ? Math.min(asked, longest) : usualLength;
  };
  return {
    add(name: string, id: number, money: number): void {
      const known = columns.get(name);
      const column = known ?? { count: 0, money: 0, ids: [], limit: query === null ? 0 : readLimit(name) };
      if (known === undefined) columns.set(name, column);
      column.count += 1;
      column.money += money;
      if (column.ids.length < column.limit) column.ids.push(id);
    },
    read(name: string): CountedColumn {
      const { count, money, ids } = columns.get(name) ?? { count: 0, money: 0, ids: [] };
      return { count, money, ids };
    },
  };
}
