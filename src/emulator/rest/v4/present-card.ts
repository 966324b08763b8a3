import type {
  Contact,
  Customer,
  CustomFieldValues,
  EntityType,
  FieldValue,
  Lead,
  Link,
  LinkTarget,
} from "../../model/entities";
import { findPeriod } from "../../model/customer-periods";
import type { Model } from "../../model/model";
import type { CardRows } from "../../model/operations";
import type { Call } from "../call";
import { links } from "../paging";
import { findClosestTask } from "./closest-task";

type Card = CardRows[EntityType];

/**
 * A card as the API gives it. `parts` are the words of `with`; `_embedded` holds only what was asked for beside tags
 * and companies.
 */
export function presentCard(call: Call, type: EntityType, row: Card, parts: ReadonlySet<string>): object {
  if (parts.has("only_deleted")) {
    const { id, updated_at, updated_by } = row;
    return { id, updated_at, updated_by, is_deleted: true };
  }
  return {
    ...ownMembers(type, row, parts, findClosestTask(call.model, type, row.id)),
    ...(type === "customers" ? { status_id: findPeriod(row as Customer, call.model.now()).id } : {}),
    custom_fields_values: presentFields(call.model, row.custom_fields_values),
    ...(type === "leads" ? { score: (row as Lead).score } : {}),
    account_id: call.model.account.id,
    _links: links(call, `${type}/${row.id}`),
    _embedded: embed(call, type, row, parts),
  };
}

/** Values with the names and types of their fields; null where there are none. */
export function presentFields(model: Model, values: readonly CustomFieldValues[]): readonly object[] | null {
  if (values.length === 0) return null;
  return values.map((entry) => {
    const field = model.tables.custom_fields.get(entry.field_id);
    return {
      field_id: entry.field_id,
      field_name: field?.name ?? "",
      field_code: field?.code ?? null,
      field_type: field?.type ?? "text",
      values: entry.values.map((value) => presentValue(value, field?.enums !== null)),
    };
  });
}

/** Options carry `enum_code: null` where they have no code; sent back so, they are refused. */
function presentValue(value: FieldValue, isOption: boolean): object {
  if (!isOption) return { value: value.value };
  return { value: value.value, enum_id: value.enum_id ?? null, enum_code: value.enum_code ?? null };
}

function ownMembers(type: EntityType, row: Card, parts: ReadonlySet<string>, closest: number | null): object {
  const owner = { responsible_user_id: row.responsible_user_id, group_id: row.group_id };
  const times = {
    created_by: row.created_by,
    updated_by: row.updated_by,
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
  const { id, name, is_deleted } = row;
  if (type === "leads") {
    const lead = row as Lead;
    return {
      id,
      name,
      price: lead.price,
      ...owner,
      status_id: lead.status_id,
      pipeline_id: lead.pipeline_id,
      loss_reason_id: lead.loss_reason_id,
      ...(parts.has("source_id") ? { source_id: lead.source_id } : {}),
      ...times,
      closed_at: lead.closed_at,
      closest_task_at: closest,
      is_deleted,
      ...(parts.has("is_price_modified_by_robot") ? { is_price_modified_by_robot: false } : {}),
    };
  }
  if (type === "contacts") {
    const { first_name, last_name } = row as Contact;
    return { id, name, first_name, last_name, ...owner, ...times, closest_task_at: closest, is_deleted };
  }
  if (type === "companies") return { id, name, ...owner, ...times, closest_task_at: closest, is_deleted };
  const customer = row as Customer;
  return {
    id,
    name,
    next_price: customer.next_price,
    next_date: customer.next_date,
    ...owner,
    periodicity: customer.periodicity,
    ...times,
    closest_task_at: closest,
    is_deleted,
    ltv: customer.ltv,
    purchases_count: customer.purchases_count,
    average_check: customer.average_check,
  };
}

function embed(call: Call, type: EntityType, row: Card, parts: ReadonlySet<string>): object {
  const { tables } = call.model;
  const own = call.model.linksOf(type, row.id);
  const part = (name: LinkTarget) => presentEnds(call, own, { type, id: row.id }, name);
  return {
    ...(type === "customers" ? { segments: presentSegments(call, row as Customer) } : {}),
    tags: row.tag_ids.map((id) => {
      const tag = tables.tags.get(id);
      return { id, name: tag?.name ?? "", color: tag?.color ?? null };
    }),
    ...(type === "leads" || type === "contacts" ? { companies: part("companies") } : {}),
    ...(type === "customers" && parts.has("companies") ? { companies: part("companies") } : {}),
    ...(type !== "contacts" && parts.has("contacts") ? { contacts: part("contacts") } : {}),
    ...(type !== "leads" && parts.has("leads") && type !== "customers" ? { leads: part("leads") } : {}),
    ...(type !== "customers" && type !== "leads" && parts.has("customers")
      ? { customers: part("customers") }
      : {}),
    ...(parts.has("catalog_elements") ? { catalog_elements: part("catalog_elements") } : {}),
    ...(type === "leads" ? embedOfLead(call, row as Lead, parts) : {}),
  };
}

function presentSegments(call: Call, { segment_ids: ids }: Customer): object[] {
  return ids.map((id) => ({ id, _links: links(call, `customers/segments/${id}`) }));
}

function embedOfLead(call: Call, lead: Lead, parts: ReadonlySet<string>): object {
  const { tables } = call.model;
  const reason = lead.loss_reason_id === null ? undefined : tables.loss_reasons.get(lead.loss_reason_id);
  const source = lead.source_id === null ? undefined : tables.sources.get(lead.source_id);
  return {
    ...(parts.has("loss_reason")
      ? {
          loss_reason:
            reason === undefined
              ? []
              : [{ ...reason, _links: links(call, `leads/loss_reasons/${reason.id}`) }],
        }
      : {}),
    ...(parts.has("source") && source !== undefined ? { source: { id: source.id, name: source.name } } : {}),
  };
}

function presentEnds(
  call: Call,
  own: readonly Link[],
  card: { readonly type: EntityType; readonly id: number },
  wanted: LinkTarget,
): object[] {
  return own.flatMap((link): object[] => {
    const forward = link.from_type === card.type && link.from_id === card.id;
    const end = forward ? { type: link.to_type, id: link.to_id } : { type: link.from_type, id: link.from_id };
    if (end.type !== wanted) return [];
    if (wanted === "catalog_elements") {
      return [{ id: end.id, metadata: { quantity: link.quantity, catalog_id: link.catalog_id } }];
    }
    return [
      {
        id: end.id,
        ...(wanted === "contacts" && card.type !== "companies" ? { is_main: link.is_main } : {}),
        _links: links(call, `${wanted}/${end.id}`),
      },
    ];
  });
}
