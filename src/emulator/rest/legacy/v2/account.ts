import type { EntityType, User } from "../../../model/entities";
import { readList, type Call } from "../../call";
import { hal, type RestResponse } from "../../message";
import type { Route } from "../../route";
import { describeOldField } from "../old-fields";
import { keyById, selfLink } from "./acts";
import { noteTypes } from "./notes";

const types = ["leads", "contacts", "companies", "customers"] as const;

/** `/api/v2/account` and `/api/v2/pipelines` (amoCRM: API v2, account). */
export const accountV2Routes: readonly Route[] = [
  ["GET", "/api/v2/account", getAccount],
  ["GET", "/api/v2/pipelines", listPipelines],
];

function getAccount(call: Call): RestResponse {
  const { account, tables } = call.model;
  const parts = new Set(readList(call.query, "with") ?? []);
  const also = (name: string, value: () => unknown) => (parts.has(name) ? { [name]: value() } : {});
  return hal({
    _links: selfLink("/api/v2/account"),
    id: account.id,
    name: account.name,
    subdomain: account.subdomain,
    currency: account.currency,
    timezone: account.timezone,
    timezone_offset: "+00:00",
    language: account.language,
    date_pattern: { date: account.date_format, time: account.time_format },
    current_user: call.user.id,
    _embedded: {
      ...also("users", () => keyById([...tables.users.all()].map(presentUser))),
      ...also("custom_fields", () => ({
        ...Object.fromEntries(types.map((type) => [type, keyById(listFields(call, type))])),
        catalogs: Object.fromEntries(
          [...tables.catalogs.all()].map(({ id }) => [
            id,
            keyById(tables.custom_fields.filter((field) => field.catalog_id === id).map(describeField)),
          ]),
        ),
      })),
      ...also("pipelines", () =>
        keyById([...tables.pipelines.all()].map((row) => presentPipeline(call, row.id))),
      ),
      ...also("groups", () => [...tables.groups.all()].map(({ id, name }) => ({ id, name }))),
      ...also("note_types", () =>
        Object.fromEntries(
          Object.entries(noteTypes).map(([id, code]) => [
            id,
            { id: Number(id), code, is_editable: code === "common" },
          ]),
        ),
      ),
      ...also("task_types", () =>
        keyById([...tables.task_types.all()].map(({ id, name }) => ({ id, name }))),
      ),
    },
  });
}

function presentUser(user: User): { readonly id: number } {
  const shown = {
    id: user.id,
    name: user.name,
    last_name: "",
    login: user.email,
    language: user.lang,
    group_id: user.group_id,
    is_active: user.is_active,
    is_free: user.is_free,
    is_admin: user.is_admin,
    phone_number: user.phone,
  };
  return shown;
}

function listFields(call: Call, type: EntityType): { readonly id: number }[] {
  return call.model.tables.custom_fields.filter((field) => field.entity_type === type).map(describeField);
}

function describeField(field: Parameters<typeof describeOldField>[0]): { readonly id: number } {
  return describeOldField(field) as { readonly id: number };
}

function listPipelines(call: Call): RestResponse {
  const rows = [...call.model.tables.pipelines.all()].map((row) => presentPipeline(call, row.id));
  return hal({ _links: selfLink("/api/v2/pipelines"), _embedded: { items: keyById(rows) } });
}

function presentPipeline(call: Call, id: number): { readonly id: number } {
  const { pipelines, statuses } = call.model.tables;
  const row = pipelines.get(id);
  const stages = statuses
    .filter((status) => status.pipeline_id === id)
    .sort((one, other) => one.sort - other.sort)
    .map((status) => ({
      id: status.id,
      name: status.name,
      color: status.color,
      sort: status.sort,
      is_editable: status.is_editable,
    }));
  const pipeline = {
    id,
    name: row?.name ?? "",
    sort: row?.sort ?? 0,
    is_main: row?.is_main ?? false,
    statuses: keyById(stages),
  };
  return pipeline;
}
