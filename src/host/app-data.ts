import type { CurrentCard } from "./card";
import type { CurrentList } from "./list";

/** `APP.data`. Kommo: Environment variables. */
export interface AppData {
  /**
   * The open card.
   * @page Kommo: Environment variables
   * @area lcard, ccard, comcard, cucard; `false` elsewhere
   */
  current_card: CurrentCard | false;
  /**
   * The open page, where it is no card.
   * @page Kommo: Environment variables
   * @area everywhere but in cards
   */
  current_view: { $el: JQuery; params: unknown };
  /**
   * The rows of the open list.
   * @page Kommo: Environment variables
   * @area llist, clist, culist, tlist
   */
  current_list?: CurrentList;
  /**
   * The name of the page: `leads`, `contacts`, `leads-pipeline`, …
   * @undocumented
   * @area everywhere
   */
  current_entity: string;
  /**
   * Whether the page is a card.
   * @undocumented
   * @area everywhere
   */
  is_card: boolean;
  /**
   * @undocumented
   * @area lcard, ccard, comcard, cucard
   */
  card_page: unknown;
  /**
   * @undocumented
   * @area everywhere
   */
  page_changed: unknown;
  /**
   * @undocumented
   * @area everywhere
   */
  entity_changed: unknown;
  /**
   * @undocumented
   * @area everywhere
   */
  element_type: unknown;
}
