import type { CustomField, CustomFieldType, EntityType, FieldOption } from "../../model/entities";
import { readId, readList, readPart, requireAdmin, type Call } from "../call";
import { empty, fail, hal, type RestResponse } from "../message";
import { answerAll, answerPage, links } from "../paging";
import type { Route } from "../route";
import {
  checkMembers,
  isItem,
  notFound,
  notSupported,
  readBatch,
  readItem,
  readRequestId,
  refuseErrors,
  type FieldError,
  type Item,
  type Members,
} from "./validate";

const types = "{type:leads|contacts|companies|customers}";

/** `/api/v4/{type}/custom_fields`, of cards and of lists (Kommo: Custom fields). */
export const customFieldRoutes: readonly Route[] = [
  ["GET", `/api/v4/${types}/custom_fields/groups`, listGroups],
  ...[`/api/v4/${types}/custom_fields`, "/api/v4/catalogs/{catalog}/custom_fields"].flatMap(
    (path): Route[] => [
      ["GET", path, listFields],
      ["GET", `${path}/{id}`, getField],
      ["POST", path, createFields],
      ["PATCH", path, (call) => updateFields(call, readBatch(call))],
      ["PATCH", `${path}/{id}`, updateOne],
      ["DELETE", `${path}/{id}`, deleteField],
    ],
  ),
];

const fieldTypes: readonly CustomFieldType[] = [
  "text",
  "numeric",
  "checkbox",
  "select",
  "multiselect",
  "date",
  "url",
  "textarea",
  "radiobutton",
  "streetaddress",
  "smart_address",
  "birthday",
  "date_time",
  "multitext",
  "legal_entity",
  "price",
  "category",
  "items",
  "tracking_data",
  "linked_entity",
  "chained_list",
  "monetary",
  "file",
  "payer",
  "supplier",
];

const withOptions = new Set<CustomFieldType>(["select", "multiselect", "radiobutton", "category"]);

const members: Members = {
  id: "int?",
  name: "string?",
  type: "string?",
  code: "string|null?",
  sort: "int?",
  group_id: "string|null?",
  is_api_only: "bool?",
  is_required: "bool?",
  is_visible: "bool?",
  required_statuses: "array|null?",
  enums: "array|null?",
  settings: "ignored?",
  remind: "ignored?",
  currency: "string|null?",
  request_id: "ignored?",
};

function presentField(call: Call, field: CustomField): object {
  return {
    id: field.id,
    name: field.name,
    type: field.type,
    account_id: call.model.account.id,
    code: field.code,
    sort: field.sort,
    is_api_only: field.is_api_only,
    enums:
      field.enums?.map(({ id, value, sort, code }) => ({
        id,
        value,
        sort,
        ...(code === null ? {} : { code }),
      })) ?? null,
    ...(field.catalog_id === null
      ? { group_id: field.group_id, required_statuses: [], settings: null, remind: null }
      : { catalog_id: field.catalog_id, is_visible: true, is_required: field.is_required }),
    ...(field.type === "monetary" ? { currency: field.currency } : {}),
    is_deletable: field.is_deletable,
    is_predefined: field.is_predefined,
    entity_type: field.entity_type,
    _links: links(call, `${readFolder(call)}/custom_fields/${field.id}`),
  };
}

function listFields(call: Call): RestResponse {
  const wanted = readList(readPart(call.query, "filter"), "type");
  const fields = ownFields(call)
    .filter((field) => wanted === undefined || wanted.includes(field.type))
    .sort((one, other) => one.sort - other.sort || one.id - other.id);
  return answerPage(call, fields, {
    name: "custom_fields",
    counted: true,
    present: (field) => presentField(call, field),
  });
}

function getField(call: Call): RestResponse {
  const field = findField(call, readId(call));
  return field === undefined ? empty() : hal(presentField(call, field));
}

function createFields(call: Call): RestResponse {
  requireAdmin(call);
  const items = readBatch(call);
  refuseErrors(
    items,
    items.map((item) => {
      const errors = checkMembers(item, { ...members, name: "string", type: "string" });
      if (errors.length > 0) return errors;
      return fieldTypes.includes(item["type"] as CustomFieldType) ? [] : [notSupported("type")];
    }),
  );
  const fields = items.map((item) =>
    call.model.write((writer) => {
      const type = item["type"] as CustomFieldType;
      const { catalog } = call.params;
      return writer.put("custom_fields", {
        id: writer.nextId("custom_fields"),
        name: String(item["name"]),
        type,
        code: typeof item["code"] === "string" ? item["code"] : null,
        sort: typeof item["sort"] === "number" ? item["sort"] : 500,
        entity_type: catalog === undefined ? readType(call) : "catalogs",
        catalog_id: catalog === undefined ? null : Number(catalog),
        group_id: typeof item["group_id"] === "string" ? item["group_id"] : null,
        is_api_only: item["is_api_only"] === true,
        is_deletable: true,
        is_predefined: false,
        is_required: item["is_required"] === true,
        enums: withOptions.has(type)
          ? readOptions(item["enums"], [], () => writer.nextId("custom_fields"))
          : null,
        currency: typeof item["currency"] === "string" ? item["currency"] : null,
      });
    }),
  );
  return answer(call, items, fields);
}

function updateFields(call: Call, items: readonly Item[]): RestResponse {
  requireAdmin(call);
  refuseErrors(
    items,
    items.map((item): FieldError[] => [
      ...checkMembers(item, { ...members, id: "int" }),
      ...(findField(call, Number(item["id"])) === undefined ? [notFound("id")] : []),
    ]),
  );
  return answer(
    call,
    items,
    items.map((item) => updateField(call, Number(item["id"]), item)),
  );
}

function updateOne(call: Call): RestResponse {
  requireAdmin(call);
  const id = readId(call);
  if (findField(call, id) === undefined) return fail(404, `There is no custom field ${id}`);
  const item = readItem(call);
  refuseErrors([item], [checkMembers(item, members)]);
  return hal(presentField(call, updateField(call, id, item)));
}

function updateField(call: Call, id: number, item: Item): CustomField {
  return call.model.write((writer) => {
    const before = writer.tables.custom_fields.get(id) ?? fail(404, `There is no custom field ${id}`);
    return writer.put("custom_fields", {
      ...before,
      name: typeof item["name"] === "string" ? item["name"] : before.name,
      sort: typeof item["sort"] === "number" ? item["sort"] : before.sort,
      code: typeof item["code"] === "string" ? item["code"] : before.code,
      group_id: typeof item["group_id"] === "string" ? item["group_id"] : before.group_id,
      is_required: typeof item["is_required"] === "boolean" ? item["is_required"] : before.is_required,
      enums: Array.isArray(item["enums"])
        ? readOptions(item["enums"], before.enums ?? [], () => writer.nextId("custom_fields"))
        : before.enums,
    });
  });
}

function deleteField(call: Call): RestResponse {
  requireAdmin(call);
  const field = findField(call, readId(call)) ?? fail(404, `There is no custom field ${call.params["id"]}`);
  if (!field.is_deletable) return fail(400, "This field cannot be deleted");
  call.model.write((writer) => writer.remove("custom_fields", field.id));
  return empty();
}

function listGroups(call: Call): RestResponse {
  const groups = call.model.tables.custom_field_groups.filter(
    (group) => group.entity_type === readType(call),
  );
  if (groups.length === 0) return empty();
  return answerAll(call, groups, {
    name: "custom_field_groups",
    present: (group) => ({
      ...group,
      type: "custom_field_group",
      _links: links(call, `${group.entity_type}/custom_fields/groups/${group.id}`),
    }),
  });
}

function readOptions(sent: unknown, before: readonly FieldOption[], nextId: () => number): FieldOption[] {
  if (!Array.isArray(sent)) return [];
  return sent.filter(isItem).map((item, index) => {
    const known = before.find((option) => option.id === item["id"]);
    return {
      id: known?.id ?? nextId(),
      value: typeof item["value"] === "string" ? item["value"] : (known?.value ?? ""),
      sort: typeof item["sort"] === "number" ? item["sort"] : index + 1,
      code: typeof item["code"] === "string" ? item["code"] : (known?.code ?? null),
    };
  });
}

function answer(call: Call, items: readonly Item[], fields: readonly CustomField[]): RestResponse {
  return hal({
    _total_items: fields.length,
    _embedded: {
      custom_fields: fields.map((field, index) => ({
        ...presentField(call, field),
        request_id: readRequestId(items[index] ?? {}, index),
      })),
    },
  });
}

function ownFields(call: Call): CustomField[] {
  const { catalog } = call.params;
  const { custom_fields: fields, catalogs } = call.model.tables;
  if (catalog === undefined) return fields.filter((field) => field.entity_type === readType(call));
  if (catalogs.get(Number(catalog)) === undefined) fail(404, `There is no list ${catalog}`);
  return fields.filter((field) => field.entity_type === "catalogs" && field.catalog_id === Number(catalog));
}

function findField(call: Call, id: number): CustomField | undefined {
  return ownFields(call).find((field) => field.id === id);
}

function readFolder(call: Call): string {
  const { catalog } = call.params;
  return catalog === undefined ? readType(call) : `catalogs/${Number(catalog)}`;
}

function readType(call: Call): EntityType {
  return call.params["type"] as EntityType;
}
