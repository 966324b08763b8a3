import type { EntityType } from "../../../model/entities";
import type { Call } from "../../call";
import type { RestResponse } from "../../message";
import type { Route } from "../../route";
import type { Item } from "../../v4/validate";
import { describeOldField } from "../old-fields";
import { answer } from "./answer";

/** `/private/api/v2/json/accounts/current`, what `get_accounts_current` was once made of. */
export const accountPrivateRoutes: readonly Route[] = [
  ["GET", "/private/api/v2/json/accounts/current", getAccount],
];

function getAccount(call: Call): RestResponse {
  const { account, tables } = call.model;
  const fields = (type: EntityType) =>
    tables.custom_fields
      .filter((field) => field.entity_type === type)
      .map((field) => ({
        ...describeOldField(field),
        type_id: String((describeOldField(field) as Item)["field_type"]),
      }));
  const stages = [...tables.statuses.all()].map((status) => ({
    id: String(status.id),
    name: status.name,
    pipeline_id: status.pipeline_id,
    sort: String(status.sort),
    color: status.color,
    editable: status.is_editable ? "Y" : "N",
    type: status.type,
  }));
  return answer(call, {
    account: {
      id: String(account.id),
      name: account.name,
      subdomain: account.subdomain,
      currency: account.currency,
      timezone: account.timezone,
      language: account.language,
      country: account.country.toLowerCase(),
      date_format: account.date_format,
      time_format: account.time_format,
      paid_from: account.paid_from,
      paid_till: account.paid_till,
      current_user: call.user.id,
      limits: { users_count: tables.users.size, contacts_count: 100_000, active_deals_count: 20_000 },
      unsorted_on: account.is_unsorted_on ? "Y" : "N",
      users: [...tables.users.all()].map((user) => ({
        id: String(user.id),
        name: user.name,
        last_name: "",
        login: user.email,
        language: user.lang,
        group_id: user.group_id,
        is_admin: user.is_admin ? "Y" : "N",
        active: user.is_active,
        free_user: user.is_free ? "Y" : "N",
        phone_number: user.phone,
      })),
      groups: [...tables.groups.all()].map(({ id, name }) => ({ id, name })),
      pipelines: Object.fromEntries(
        [...tables.pipelines.all()].map((row) => [
          row.id,
          {
            id: row.id,
            value: row.id,
            label: row.name,
            name: row.name,
            sort: row.sort,
            is_main: row.is_main,
            statuses: Object.fromEntries(
              stages.filter((stage) => stage.pipeline_id === row.id).map((stage) => [stage.id, stage]),
            ),
          },
        ]),
      ),
      leads_statuses: stages,
      custom_fields: {
        contacts: fields("contacts"),
        leads: fields("leads"),
        companies: fields("companies"),
        customers: fields("customers"),
      },
      task_types: [...tables.task_types.all()].map(({ id, name, code }) => ({ id, name, code: code ?? "" })),
    },
  });
}
