import { customerPeriods, customersPipeline } from "../../model/customer-periods";
import type { ModelView } from "../../model/model";
import { usesCustomers } from "../chrome/left-menu";
import { listStatuses } from "../forms/card-form";
import type { Translate } from "../i18n/create-translator";
import type { Stage } from "./action-tile";

/** What can be automated: each pipeline of leads, the main one first in line, and customers where they are in use. */
export interface Board {
  readonly id: number;
  readonly name: string;
  /** Where its cards are. */
  readonly href: string;
  /** Where its automation is. */
  readonly settings: string;
}

export function listBoards({ account, tables }: ModelView, t: Translate): Board[] {
  const pipelines = [...tables.pipelines.all()]
    .filter(({ is_archive }) => !is_archive)
    .sort((a, b) => Number(b.is_main) - Number(a.is_main) || a.sort - b.sort)
    .map(({ id, name }) => ({
      id,
      name,
      href: `/leads/pipeline/${id}/`,
      settings: `/settings/pipeline/leads/${id}/`,
    }));
  const customers: Board = {
    id: customersPipeline,
    name: t("list.customers"),
    href: "/customers/pipeline/",
    settings: "/settings/pipeline/customers/",
  };
  return usesCustomers(account.customers_mode) ? [...pipelines, customers] : pipelines;
}

/** The columns of a board, from left to right. */
export function listStages(model: ModelView, board: number): readonly Stage[] {
  if (board !== customersPipeline) return listStatuses(model, board);
  return customerPeriods.map(({ id, names, color }) => ({
    id,
    pipeline_id: customersPipeline,
    name: names[model.account.language],
    color,
    type: 0,
  }));
}
