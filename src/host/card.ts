import type { Collection, Model } from "backbone";

/** `APP.data.current_card`: the open card; `false` outside cards, so test it first. Kommo: Environment variables. */
export interface CurrentCard {
  /**
   * 0 for a new card that is not saved yet.
   * @page Kommo: Environment variables
   * @area lcard, ccard, comcard, cucard
   */
  id: number;
  /**
   * The live values of the form, unsaved ones too, by the names of its inputs: `lead[NAME]`, `lead[STATUS]`,
   * `lead[PIPELINE_ID]`, `lead[MAIN_USER]`, `CFV[<field id>]`. Listen with `model.on("change:lead[STATUS]", …)`.
   * @page Kommo: Environment variables
   * @area lcard, ccard, comcard, cucard
   */
  model: Model;
  /**
   * 1 contact, 2 lead, 3 company, 12 customer.
   * @undocumented
   * @area lcard, ccard, comcard, cucard
   */
  element_type: 1 | 2 | 3 | 12;
  /**
   * The id of the responsible user.
   * @undocumented
   * @area lcard, ccard, comcard, cucard
   */
  main_user: number;
  /**
   * Whether the card is not saved yet.
   * @undocumented
   * @area lcard, ccard, comcard, cucard
   */
  new_card: boolean;
  /**
   * The linked contacts and companies.
   * @undocumented
   * @area lcard, ccard, comcard, cucard
   */
  linked_forms: { form_models: Collection };
  /**
   * The tabs above the form.
   * @undocumented
   * @area lcard, ccard, comcard, cucard
   */
  tabs: { _selected_tab: unknown; _onSwitch: (...args: unknown[]) => unknown };
  /**
   * The feed.
   * @undocumented
   * @area lcard, ccard, comcard, cucard
   */
  notes: unknown;
  /**
   * Saves the card. The marketplace forbids it.
   * @undocumented
   * @area lcard, ccard, comcard, cucard
   */
  save(): unknown;
  /**
   * @undocumented
   * @area lcard, ccard, comcard, cucard
   */
  setNeedReload(...args: unknown[]): unknown;
  /**
   * @undocumented
   * @area lcard, ccard, comcard, cucard
   */
  linkElement(...args: unknown[]): unknown;
  /**
   * @undocumented
   * @area lcard, ccard, comcard, cucard
   */
  getMainContactId(): number | undefined;
}
