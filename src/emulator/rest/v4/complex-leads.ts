import type { Call } from "../call";
import { fail, json, type RestResponse } from "../message";
import { rightsFor } from "../rights";
import type { Route } from "../route";
import { isItem, readBatch, readRequestId, refuseErrors, type FieldError, type Item } from "./validate";
import { applyPlan, planCard, type CardPlan } from "./write-card";

/** `/api/v4/leads/complex`: leads with their contact and company in one call (Kommo: Leads, complex creation). */
export const complexLeadRoutes: readonly Route[] = [["POST", "/api/v4/leads/complex", createLeads]];

const leadLimit = 50;

interface Parts {
  readonly lead: CardPlan;
  readonly contact: CardPlan | null;
  readonly company: CardPlan | null;
}

function createLeads(call: Call): RestResponse {
  const items = readBatch(call);
  if (items.length > leadLimit) return fail(400, `A request may hold ${leadLimit} leads at most`);
  if (!call.user.is_admin && rightsFor(call.user, "leads").add === "D")
    return fail(403, "Adding leads is not allowed");
  const plans = items.map((item) => planParts(call, item));
  refuseErrors(
    items,
    plans.map((plan) => [
      ...plan.lead.errors,
      ...moveErrors("contacts", plan.contact),
      ...moveErrors("companies", plan.company),
    ]),
  );
  return json(plans.map((plan, index) => createLead(call, items[index] ?? {}, index, plan)));
}

function planParts(call: Call, item: Item): Parts {
  const { _embedded: embedded, ...own } = item;
  const {
    contacts,
    companies,
    tags,
    metadata: _metadata,
    source: _source,
    ...other
  } = isItem(embedded) ? embedded : {};
  return {
    lead: planCard(call, "leads", {
      ...own,
      _embedded: { ...other, ...(tags === undefined ? {} : { tags }) },
    }),
    contact: planFirst(call, "contacts", contacts),
    company: planFirst(call, "companies", companies),
  };
}

/** One contact and one company a lead. */
function planFirst(call: Call, type: "contacts" | "companies", sent: unknown): CardPlan | null {
  const [first] = Array.isArray(sent) ? (sent as unknown[]) : [];
  return isItem(first) ? planCard(call, type, first) : null;
}

function createLead(call: Call, item: Item, index: number, plan: Parts): object {
  const { model } = call;
  const lead = applyPlan(call, "leads", null, plan.lead);
  const contact = plan.contact === null ? null : applyPlan(call, "contacts", null, plan.contact);
  const company = plan.company === null ? null : applyPlan(call, "companies", null, plan.company);
  const from = { type: "leads", id: lead.id } as const;
  if (contact !== null)
    model.run("linkCards", { from, to: { type: "contacts", id: contact.id }, is_main: true });
  if (company !== null) model.run("linkCards", { from, to: { type: "companies", id: company.id } });
  if (contact !== null && company !== null) {
    model.run("linkCards", {
      from: { type: "contacts", id: contact.id },
      to: { type: "companies", id: company.id },
    });
  }
  return {
    id: lead.id,
    contact_id: contact?.id ?? null,
    company_id: company?.id ?? null,
    request_id: [readRequestId(item, index)],
    merged: false,
  };
}

function moveErrors(type: "contacts" | "companies", plan: CardPlan | null): FieldError[] {
  return (plan?.errors ?? []).map((error) => ({ ...error, path: `_embedded.${type}.0.${error.path}` }));
}
