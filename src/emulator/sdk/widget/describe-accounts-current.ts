import type { Constants } from "../app/create-constants";
import type { WidgetObject } from "./widget-object";

interface AccountShape {
  readonly cf: Record<string, unknown>;
  readonly predefined_cf: Record<string, unknown>;
  readonly country: string;
  readonly [key: string]: unknown;
}

const copied = [
  "id",
  "name",
  "subdomain",
  "currency",
  "paid_from",
  "paid_till",
  "timezone",
  "date_pattern",
  "language",
  "date_format",
  "time_format",
  "unsorted_on",
] as const;

/** `self.get_accounts_current()`: the account in the shape of an older API. It changes `constant("account").cf`. */
export function describeAccountsCurrent(constants: Constants, widget: WidgetObject) {
  const account = constants.constant("account") as AccountShape;
  const managers = constants.constant("managers") as Record<string, Record<string, unknown>>;
  const users = Object.values(managers)
    .filter((user) => user.active === true)
    .map(({ id, title, login, is_admin }) => ({ id, name: title, login, is_admin }));
  return {
    account: {
      ...Object.fromEntries(copied.map((key) => [key, account[key]])),
      country: account.country.toLowerCase(),
      users,
      widget: widget.params,
      custom_fields: Object.assign(account.cf, account.predefined_cf),
      leads_statuses: [],
      note_types: [],
      task_types: [],
    },
  };
}
