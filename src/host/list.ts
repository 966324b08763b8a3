import type { Collection, Model } from "backbone";

/** A row of a list: attributes `id`, `name`, `is_checked`, and the columns that are shown (`CF<id>`). */
export interface ListRow extends Model {
  id: number;
}

/** `APP.data.current_list`: the rows that are loaded. Kommo: Environment variables. */
export type CurrentList = Collection<ListRow>;
