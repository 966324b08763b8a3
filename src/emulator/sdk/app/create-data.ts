import type { Collection, Model as BackboneModel } from "backbone";
import type { CurrentView } from "./create-current-view";
import type { createCurrentCard } from "./create-current-card";

/** `APP.data` (Kommo: Environment variables). One object for the life of the page; its members change. */
export interface AppData {
  current_card: ReturnType<typeof createCurrentCard> | false;
  current_entity: string;
  current_list: Collection<BackboneModel> | undefined;
  current_view: CurrentView | undefined;
  is_card: boolean;
  element_type: number | false;
  page_changed: boolean;
  entity_changed: boolean;
}

export function createData(): AppData {
  return {
    current_card: false,
    current_entity: "",
    current_list: undefined,
    current_view: undefined,
    is_card: false,
    element_type: false,
    page_changed: false,
    entity_changed: false,
  };
}
