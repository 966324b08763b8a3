import type { EntityType } from "../../model/entities";
import type { Crm } from "../crm";
import { columns, readCellFacts } from "./columns";

/** Hands the rows of the open page to the person as a CSV file. */
export function exportRows(crm: Crm, entity: EntityType): void {
  const { model, page, t, format, window } = crm;
  const lines = (page.get().list?.ids ?? []).flatMap((id) => {
    const row = model.tables[entity].get(id);
    if (row === undefined) return [];
    const facts = readCellFacts(model, entity, row);
    const lead = entity === "leads" ? model.tables.leads.get(id) : undefined;
    const customer = entity === "customers" ? model.tables.customers.get(id) : undefined;
    const cells: Record<string, string> = {
      NAME: row.name,
      MAIN_CONTACT: facts.mainContact?.name ?? "",
      COMPANY_ID: facts.company?.name ?? "",
      PHONE: facts.phones.join(", "),
      EMAIL: facts.emails.join(", "),
      STATUS:
        lead === undefined
          ? ""
          : (model.tables.statuses.get(`${lead.pipeline_id}:${lead.status_id}`)?.name ?? ""),
      PRICE: lead === undefined ? "" : String(lead.price),
      MAIN_USER: model.tables.users.get(row.responsible_user_id)?.name ?? "",
      DATE_CREATE: format.fieldDate(row.created_at),
      LAST_MODIFIED: format.fieldDate(row.updated_at),
      NEXT_PRICE: customer === undefined ? "" : String(customer.next_price),
      NEXT_DATE:
        customer === undefined || customer.next_date === 0 ? "" : format.fieldDate(customer.next_date),
      PURCHASES: customer === undefined ? "" : String(customer.purchases_count),
    };
    return [columns[entity].map(({ code }) => cells[code] ?? "")];
  });
  const head = columns[entity].map(({ text }) => t(text));
  const csv = [head, ...lines].map((line) => line.map(quote).join(",")).join("\r\n");
  const address = window.URL.createObjectURL(new window.Blob([`\uFEFF${csv}`], { type: "text/csv" }));
  const link = window.document.createElement("a");
  link.href = address;
  link.download = `${entity}.csv`;
  link.click();
  window.URL.revokeObjectURL(address);
}

/** A cell that a spreadsheet would run as a formula is kept as text. */
function quote(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}
