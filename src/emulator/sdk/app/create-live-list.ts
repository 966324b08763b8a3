import type { Collection, Model as BackboneModel } from "backbone";
import type { Libraries } from "../libraries";
import type { ListState } from "../page-state";
import { elementTypes } from "./lookup-tables";

const addresses: Record<ListState["entity"], string> = {
  leads: "/ajax/leads/list/",
  contacts: "/ajax/contacts/list/contacts/",
  companies: "/ajax/contacts/list/companies/",
  customers: "/ajax/customers/list/",
  todo: "/ajax/todo/list/",
  catalogs: "/ajax/catalogs/list/",
};

/** Makes `APP.data.current_list`: one model a row of the page that is loaded, ticked where `is_checked` is true. */
export function createLiveList(
  { entity, rows }: ListState,
  { Backbone }: Pick<Libraries, "Backbone">,
): Collection<BackboneModel> {
  const types: Record<string, number> = elementTypes;
  const list = new Backbone.Collection(
    rows.map((row) => ({
      ...row.columns,
      id: row.id,
      type: row.type,
      entity: row.type,
      element_type: types[entity] ?? 0,
      name: row.name,
      emails: row.emails,
      phones: row.phones,
      checked: false,
      is_checked: false,
    })),
  );
  // Nothing is fetched through it here; widgets tell the lists apart by it.
  return Object.assign(list, { url: addresses[entity] });
}
