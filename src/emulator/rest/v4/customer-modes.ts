import { customerPeriods, type CustomerPeriod } from "../../model/customer-periods";
import { readId, requireAdmin, type Call } from "../call";
import { fail, hal, type RestResponse } from "../message";
import { answerAll, links } from "../paging";
import type { Route } from "../route";
import { checkMembers, notSupported, readItem, refuseErrors, type FieldError } from "./validate";

/**
 * `/api/v4/customers/mode` and `/statuses` (Kommo: Customers, statuses and segments). Stages are read only: where a
 * customer stands follows from the day of the next purchase.
 */
export const customerModeRoutes: readonly Route[] = [
  ["PATCH", "/api/v4/customers/mode", changeMode],
  ["GET", "/api/v4/customers/statuses", listStatuses],
  ["GET", "/api/v4/customers/statuses/{id}", getStatus],
];

const modes = ["segments", "periodicity"] as const;

/** Ends with 422 where the account does not use customers in this way. */
export function requireMode(call: Call, mode: (typeof modes)[number]): void {
  const used = call.model.account.customers_mode;
  if (used === mode || (mode === "segments" && used === "dynamic")) return;
  fail(422, `The customers mode of the account is "${used}", not "${mode}"`);
}

function changeMode(call: Call): RestResponse {
  requireAdmin(call);
  const item = readItem(call);
  const mode = modes.find((known) => known === item["mode"]);
  const errors: FieldError[] = checkMembers(item, { mode: "string", is_enabled: "bool" });
  if (errors.length === 0 && mode === undefined) errors.push(notSupported("mode"));
  refuseErrors([item], [errors]);
  const isEnabled = item["is_enabled"] === true;
  call.model.write((writer) =>
    writer.putAccount({
      ...writer.account,
      customers_mode: isEnabled && mode !== undefined ? mode : "disabled",
    }),
  );
  return hal({ mode, is_enabled: isEnabled });
}

function listStatuses(call: Call): RestResponse {
  requireMode(call, "periodicity");
  return answerAll(call, customerPeriods, {
    name: "statuses",
    present: (period) => presentStatus(call, period),
  });
}

function getStatus(call: Call): RestResponse {
  requireMode(call, "periodicity");
  const id = readId(call);
  const period = customerPeriods.find((known) => known.id === id);
  return period === undefined
    ? fail(404, `There is no customers status ${id}`)
    : hal(presentStatus(call, period));
}

function presentStatus(call: Call, period: CustomerPeriod): object {
  const { account } = call.model;
  const sort = customerPeriods.indexOf(period);
  return {
    id: period.id,
    name: period.names[account.language],
    sort,
    is_default: sort === 0,
    conditions: [],
    color: period.color,
    type: 0,
    account_id: account.id,
    _links: links(call, `customers/statuses/${period.id}`),
  };
}
