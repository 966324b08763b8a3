import { readId, readWith, requireAdmin, type Call } from "../call";
import { fail, hal, type RestResponse } from "../message";
import { answerPage, links } from "../paging";
import type { Route } from "../route";
import type { User } from "../../model/entities";

/** `/api/v4/account`, `/users`, `/roles`, `/tasks/types` (Kommo: Account, Users). */
export const accountRoutes: readonly Route[] = [
  ["GET", "/api/v4/account", getAccount],
  ["GET", "/api/v4/users", listUsers],
  ["GET", "/api/v4/users/{id}", getUser],
  ["GET", "/api/v4/roles", listRoles],
];

function getAccount(call: Call): RestResponse {
  const { account, tables } = call.model;
  const parts = readWith(call);
  const also = (name: string, value: unknown) => (parts.has(name) ? { [name]: value } : {});
  return hal({
    id: account.id,
    name: account.name,
    subdomain: account.subdomain,
    created_at: account.created_at,
    created_by: account.created_by,
    updated_at: account.created_at,
    updated_by: account.created_by,
    current_user_id: call.user.id,
    country: account.country,
    currency: account.currency,
    currency_symbol: account.currency_symbol,
    customers_mode: account.customers_mode,
    is_unsorted_on: account.is_unsorted_on,
    mobile_feature_version: 0,
    is_loss_reason_enabled: true,
    is_helpbot_enabled: account.is_helpbot_enabled,
    is_technical_account: false,
    contact_name_display_order: account.contact_name_display_order,
    ...also("is_api_filter_enabled", true),
    ...also("amojo_id", account.amojo_id),
    ...also("uuid", account.uuid),
    ...also("version", 16),
    ...also("drive_url", `https://drive-c.${account.top_level_domain}`),
    ...also("entity_names", {}),
    _links: links(call, "account"),
    _embedded: {
      ...also("amojo_rights", { can_direct: true, can_create_groups: true }),
      ...also(
        "users_groups",
        [...tables.groups.all()].map(({ id, name }) => ({ id, name, uuid: null })),
      ),
      ...also(
        "task_types",
        [...tables.task_types.all()].map(({ id, name, color, icon_id, code }) => ({
          id,
          name,
          color: color === "" ? null : color,
          icon_id,
          code,
        })),
      ),
      ...also("datetime_settings", {
        date_pattern: `${account.date_format} ${account.time_format}`,
        short_date_pattern: account.date_format,
        short_time_pattern: account.time_format,
        date_formant: account.date_format,
        time_format: account.time_format,
        timezone: account.timezone,
        timezone_offset: "+00:00",
      }),
    },
  });
}

function listUsers(call: Call): RestResponse {
  requireAdmin(call);
  return answerPage(call, [...call.model.tables.users.all()], {
    name: "users",
    counted: true,
    present: (user) => presentUser(call, user),
  });
}

function getUser(call: Call): RestResponse {
  const id = readId(call);
  if (id !== call.user.id) requireAdmin(call);
  const user = call.model.tables.users.get(id);
  return user === undefined ? fail(404, `There is no user ${id}`) : hal(presentUser(call, user));
}

function listRoles(call: Call): RestResponse {
  requireAdmin(call);
  return answerPage(call, [...call.model.tables.roles.all()], {
    name: "roles",
    counted: true,
    present: (role) => ({ ...role, _links: links(call, `roles/${role.id}`) }),
  });
}

function presentUser(call: Call, user: User): object {
  const parts = readWith(call);
  const { tables } = call.model;
  const role = user.role_id === null ? undefined : tables.roles.get(user.role_id);
  const group = tables.groups.get(user.group_id);
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    lang: user.lang,
    rights: {
      ...user.rights,
      status_rights: [],
      is_admin: user.is_admin,
      is_free: user.is_free,
      is_active: user.is_active,
      group_id: user.group_id === 0 ? null : user.group_id,
      role_id: user.role_id,
    },
    ...(parts.has("uuid") ? { uuid: user.uuid } : {}),
    ...(parts.has("amojo_id") ? { amojo_id: user.amojo_id } : {}),
    ...(parts.has("user_rank") ? { user_rank: null } : {}),
    ...(parts.has("phone_number") ? { phone_number: user.phone } : {}),
    _links: links(call, `users/${user.id}`),
    _embedded: {
      ...(parts.has("role")
        ? {
            roles:
              role === undefined
                ? []
                : [{ id: role.id, name: role.name, _links: links(call, `roles/${role.id}`) }],
          }
        : {}),
      ...(parts.has("group")
        ? { groups: group === undefined ? [] : [{ id: group.id, name: group.name }] }
        : {}),
    },
  };
}
