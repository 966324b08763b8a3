import type { Collection, Model as BackboneModel } from "backbone";

export interface SelectedItem {
  readonly id: number;
  readonly type: string;
  readonly emails: string[];
  readonly phones: string[];
}

export interface Selection {
  readonly selected: SelectedItem[];
  readonly summary: { readonly items: number; readonly emails: number; readonly phones: number };
}

/** The page codes on which the platform answers; companies, tasks and pipelines are not among them. */
const answering = new Set(["leads", "contacts", "customers", "tasks"]);

/** `self.list_selected()` (Kommo: Lists SDK): what is ticked among the rows that are loaded, false on other pages. */
export function listSelected(code: string, list: Collection<BackboneModel> | null): Selection | false {
  if (!answering.has(code) || list === null) return false;
  const selected = list.where({ is_checked: true }).map((row) => ({
    id: Number(row.get("id")),
    type: String(row.get("type")),
    emails: splitValues(row.get("emails")),
    phones: splitValues(row.get("phones")),
  }));
  const count = (key: "emails" | "phones") => selected.reduce((sum, item) => sum + item[key].length, 0);
  return { selected, summary: { items: selected.length, emails: count("emails"), phones: count("phones") } };
}

function splitValues(values: unknown): string[] {
  const list = Array.isArray(values) ? values : [values];
  return list
    .flatMap((value) => String(value ?? "").split(","))
    .map((value) => value.trim())
    .filter((value) => value !== "");
}
