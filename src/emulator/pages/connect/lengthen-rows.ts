import type { Snapshot } from "../../model/model";

/** German has them, and so have names of places and products; none can be broken. */
const longWord = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

/** Tables whose rows people name, and the member that holds the name. */
const named = {
  leads: "name",
  contacts: "name",
  companies: "name",
  customers: "name",
  tasks: "text",
  users: "name",
  pipelines: "name",
  statuses: "name",
  custom_fields: "name",
  tags: "name",
  catalog_elements: "name",
} as const;

/** The same rows with words that are longer than any column: the fault `longWords`. */
export function lengthenRows(snapshot: Snapshot): Snapshot {
  const tables: Record<string, unknown> = { ...snapshot.tables };
  for (const [table, member] of Object.entries(named)) {
    const rows = snapshot.tables[table as keyof typeof named] as readonly object[];
    tables[table] = rows.map((row) => ({
      ...row,
      [member]: `${String((row as Record<string, unknown>)[member])} ${longWord}`,
    }));
  }
  return { ...snapshot, tables: tables as Snapshot["tables"] };
}
