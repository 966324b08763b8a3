import type { LocationCode } from "../../manifest/locations";
import type { EntityType } from "../model/entities";

/**
 * The page that is open, as the pages hand it to the host. `code` is what `APP.getWidgetsArea()` answers; everything
 * else that has a name (the widget's area, the dotted code, the base entity) follows from it by `describePage`.
 */
export interface PageState {
  /** One of `pageCodes`, or `advanced-settings:<code>`, `widget-page:<code>`. */
  readonly code: string;
  /** The widget's area, where the code alone does not say it: `sms`, `ai_agent`, `mobile_card`, … */
  readonly area?: LocationCode;
  /** The path of the address, without query. `initMenuPage` gets its arguments from it. */
  readonly path: string;
  readonly card?: CardState;
  readonly list?: ListState;
  /** The interface of every page that is not a card: `APP.data.current_view`. */
  readonly view?: { readonly element: Element; readonly params?: Readonly<Record<string, unknown>> };
}

/** Values by the names of the form's controls: `lead[NAME]`, `lead[STATUS]`, `CFV[1203]`, … */
export type FormValues = Readonly<Record<string, unknown>>;

export interface CardState {
  readonly entity: EntityType;
  /** 0 for a card that is not saved yet. */
  readonly id: number;
  readonly fields: FormValues;
  readonly mainUser: number;
  readonly linked: readonly LinkedForm[];
  /** What a press on the card's save button does. */
  readonly save: () => Promise<void>;
}

/** The form of a contact or company that is linked to the card. */
export interface LinkedForm {
  readonly entity: "contacts" | "companies";
  readonly id: number;
  readonly fields: FormValues;
}

export interface ListState {
  readonly entity: "leads" | "contacts" | "companies" | "customers" | "todo" | "catalogs";
  readonly rows: readonly ListRow[];
}

export interface ListRow {
  readonly id: number;
  readonly type: "lead" | "contact" | "company" | "customer" | "task" | "catalog_element";
  readonly name: { readonly text: string; readonly url: string };
  /** Those of the linked contacts too, where the list's columns show them. */
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** Other attributes of the row's model, by column code. */
  readonly columns?: Readonly<Record<string, unknown>>;
}
