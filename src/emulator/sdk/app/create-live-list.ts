import type { Collection, Model as BackboneModel } from "backbone";
import type { Libraries } from "../libraries";
import type { ListState } from "../page-state";
import { elementTypes } from "./lookup-tables";

/** Makes `APP.data.current_list`: one model a row of the page that is loaded, ticked where `is_checked` is true. */
export function createLiveList(
  { entity, rows }: ListState,
  { Backbone }: Pick<Libraries, "Backbone">,
): Collection<BackboneModel> {
  const types: Record<string, number> = elementTypes;
  return new Backbone.Collection(
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
}
