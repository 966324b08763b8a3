import { listForm, type FormValue } from "../../../protocol/bracket-form";
import type { CustomField, CustomFieldType } from "../../model/entities";
import { fieldTypes } from "../../sdk/app/lookup-tables";
import { readForm, readPart, readText, requireAdmin, type Call } from "../call";
import { fail, type RestResponse } from "../message";
import type { Route } from "../route";
import { describeOldField, elementNumbers, findElementType } from "./old-fields";
import { answer } from "./private/answer";

/**
 * What the page of custom fields asks for, and widgets with it: the fields by kind of card and what the tariff allows;
 * with `action=apply_changes` it makes new ones. The shapes are those that public integrations read and send.
 */
export const settingsFieldRoutes: readonly Route[] = [
  ["GET", "/ajax/settings/custom_fields", listSettingsFields],
  ["POST", "/ajax/settings/custom_fields", postSettingsFields],
];

/** Seen beside the numbers that are documented. */
const typeNumbers: Readonly<Record<string, number>> = { ...fieldTypes, monetary: 23 };

/** How many fields a tariff allows: numbers of the emulator's own, for widgets that show how much is left. */
const fieldLimits: Readonly<Record<string, number>> = { base: 100, advanced: 200, enterprise: 300 };

function postSettingsFields(call: Call): RestResponse {
  const form = readForm(call);
  return readText(form, "action") === "apply_changes" ? addFields(call, form) : listSettingsFields(call);
}

function listSettingsFields(call: Call): RestResponse {
  const { account, tables } = call.model;
  const kinds = Object.keys(elementNumbers);
  return answer(call, {
    params: {
      fields: Object.fromEntries(
        kinds.map((kind) => [
          kind,
          tables.custom_fields
            .filter((field) => field.entity_type === kind)
            .sort(bySort)
            .map(presentField),
        ]),
      ),
      tariff: { cf_max_count: fieldLimits[account.plan] ?? 100 },
    },
  });
}

function presentField(field: CustomField): object {
  return {
    ...describeOldField(field),
    type_id: typeNumbers[field.type] ?? 0,
    element_type: findNumber(field),
    enums: (field.enums ?? []).map(({ id, value, sort }) => ({ id, value, sort })),
  };
}

/** `cf[add][0][element_type]=2&cf[add][0][type_id]=1&cf[add][0][name]=…`; the ids come back in that order. */
function addFields(call: Call, form: { readonly [key: string]: FormValue }): RestResponse {
  requireAdmin(call);
  const changes = readPart(form, "cf");
  const other = Object.keys(changes).find((name) => name !== "add");
  if (other !== undefined) fail(400, `cf[${other}] is not emulated: use /api/v4/{type}/custom_fields`);
  const wanted = listForm(readPart(changes, "add")).filter((item) => typeof item === "object");
  const drafts = wanted.map((item) => ({
    name: readText(item, "name") || fail(400, "name is required"),
    entity_type: findElementType(readText(item, "element_type")) ?? fail(400, "element_type is unknown"),
    type: findType(readText(item, "type_id")) ?? fail(400, "type_id is unknown"),
    code: readText(item, "code") || null,
    currency: readText(item, "currency") || null,
    is_required: readText(item, "required") === "true",
  }));
  const id = drafts.map((draft, index) =>
    call.model.write((writer) => {
      const field = writer.nextId("custom_fields");
      writer.put("custom_fields", {
        ...draft,
        id: field,
        sort: 500 + index,
        catalog_id: null,
        group_id: null,
        is_api_only: false,
        is_deletable: true,
        is_predefined: false,
        enums: null,
      });
      return field;
    }),
  );
  return answer(call, { id });
}

function findType(number: string | undefined): CustomFieldType | undefined {
  const found = Object.entries(typeNumbers).find(([, id]) => String(id) === number);
  return found?.[0] as CustomFieldType | undefined;
}

function findNumber({ entity_type: type }: CustomField): number {
  return type === "catalogs" ? 0 : elementNumbers[type];
}

function bySort(one: CustomField, other: CustomField): number {
  return one.sort - other.sort || one.id - other.id;
}
