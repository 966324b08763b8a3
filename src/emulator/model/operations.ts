import type {
  CatalogElement,
  Company,
  Contact,
  Customer,
  CustomFieldValues,
  EntityType,
  InstalledWidget,
  Json,
  Lead,
  Link,
  LinkTarget,
  Note,
  NoteType,
  Notification,
  Salesbot,
  Source,
  StageAction,
  Tag,
  Task,
  ChatMessage,
  TriggerCode,
  WidgetStatus,
} from "./entities";

/** The row of each kind of card. */
export interface CardRows {
  leads: Lead;
  contacts: Contact;
  companies: Company;
  customers: Customer;
}

/** What a user or an integration may set on a card; what a kind does not have is refused. */
export interface CardChanges {
  readonly name?: string;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly price?: number;
  readonly status_id?: number;
  readonly pipeline_id?: number;
  readonly loss_reason_id?: number | null;
  readonly source_id?: number | null;
  readonly responsible_user_id?: number;
  readonly next_price?: number;
  readonly next_date?: number;
  readonly periodicity?: number;
  /** The whole set. */
  readonly segment_ids?: readonly number[];
  readonly created_at?: number;
  readonly updated_at?: number;
  readonly created_by?: number;
  readonly updated_by?: number;
  /** Only the fields that are sent change; an empty `values` empties a field. */
  readonly custom_fields_values?: readonly CustomFieldValues[];
  /** The whole set. */
  readonly tag_ids?: readonly number[];
}

export interface TaskChanges {
  readonly text?: string;
  readonly task_type_id?: number;
  readonly complete_till?: number;
  readonly duration?: number;
  readonly responsible_user_id?: number;
  readonly entity_type?: EntityType | null;
  readonly entity_id?: number | null;
  readonly is_completed?: boolean;
  readonly result?: { readonly text: string } | null;
  readonly created_at?: number;
  readonly updated_at?: number;
  readonly created_by?: number;
  readonly updated_by?: number;
}

interface Operation<Input, Result> {
  readonly input: Input;
  readonly result: Result;
}

/**
 * What can be done to an account, one entry an act, named by what the user does. Inputs and results are JSON, so that a
 * page can ask its server for them. Consequences belong to the operation: moving a lead writes the event, closes or
 * reopens it and says which automation actions it sets off.
 */
export interface Operations {
  createCard: Operation<
    { type: EntityType; values: CardChanges; link?: { type: EntityType; id: number } },
    CardRows[EntityType]
  >;
  updateCard: Operation<{ type: EntityType; id: number; values: CardChanges }, CardRows[EntityType]>;
  deleteCards: Operation<{ type: EntityType; ids: readonly number[] }, { deleted: number }>;
  /** To a stage, of another pipeline too; `pipeline_id` may be left out where the stage is in the present one. */
  moveLead: Operation<
    { id: number; status_id: number; pipeline_id?: number; loss_reason_id?: number | null },
    { lead: Lead; actions: readonly StageAction[] }
  >;
  linkCards: Operation<
    {
      from: { type: EntityType; id: number };
      to: { type: LinkTarget; id: number };
      is_main?: boolean;
      quantity?: number;
      catalog_id?: number;
    },
    Link
  >;
  unlinkCards: Operation<
    { from: { type: EntityType; id: number }; to: { type: LinkTarget; id: number } },
    { removed: boolean }
  >;
  /** Finds by name or makes. */
  createTag: Operation<{ type: EntityType; name: string; color?: string | null }, Tag>;
  createTask: Operation<TaskChanges & { text: string; complete_till: number }, Task>;
  updateTask: Operation<{ id: number; values: TaskChanges }, Task>;
  completeTask: Operation<{ id: number; text?: string }, Task>;
  deleteTask: Operation<{ id: number }, { deleted: number }>;
  addNote: Operation<
    {
      type: EntityType;
      id: number;
      note_type?: NoteType;
      params: { readonly [key: string]: Json };
      created_by?: number;
    },
    Note
  >;
  updateNote: Operation<{ id: number; params?: { readonly [key: string]: Json }; is_pinned?: boolean }, Note>;
  /** An element without id is made. */
  saveCatalogElement: Operation<
    { id?: number; catalog_id: number; name: string; custom_fields_values?: readonly CustomFieldValues[] },
    CatalogElement
  >;
  /** With their links. */
  deleteCatalogElements: Operation<{ catalog_id: number; ids: readonly number[] }, { deleted: number }>;
  sendMessage: Operation<{ talk_id: number; text: string; incoming?: boolean }, ChatMessage>;
  /** The press on Install: `install` becomes `not_configured`, or `installed` where the manifest has no settings. */
  installWidget: Operation<{ code: string }, InstalledWidget>;
  /** A save of the settings modal that the widget agreed to; makes it installed and active. */
  saveWidgetSettings: Operation<
    { code: string; settings: { readonly [field: string]: Json }; active?: boolean },
    InstalledWidget
  >;
  /** Off, with its settings kept. */
  disableWidget: Operation<{ code: string }, InstalledWidget>;
  uninstallWidget: Operation<{ code: string }, InstalledWidget>;
  setWidgetStatus: Operation<{ code: string; status: WidgetStatus }, InstalledWidget>;
  setSdkCatalog: Operation<{ code: string; catalog_id: number }, InstalledWidget>;
  /** The widget becomes a source of the pipeline. */
  addWidgetSource: Operation<{ code: string; pipeline_id: number }, Source>;
  /** An action without id is made. */
  saveStageAction: Operation<
    {
      id?: number;
      pipeline_id: number;
      status_id: number;
      widget_code: string;
      settings: { readonly [field: string]: string };
      trigger?: TriggerCode;
      last_status_id?: number | null;
    },
    StageAction
  >;
  deleteStageAction: Operation<{ id: number }, { deleted: number }>;
  /** A bot without id is made. */
  saveSalesbot: Operation<
    {
      id?: number;
      name: string;
      widget_code: string;
      handler_code: string;
      params: { readonly [field: string]: string };
      exits: Salesbot["exits"];
      steps: string;
    },
    Salesbot
  >;
  /** Starts a bot on a card; its first `widget_request` goes out as a hook. */
  runSalesbot: Operation<{ id: number; entity_type: EntityType; entity_id: number }, { started: true }>;
  addNotification: Operation<
    Pick<Notification, "kind" | "header" | "text"> & Partial<Pick<Notification, "link" | "entity">>,
    Notification
  >;
  readNotification: Operation<{ id: number }, Notification>;
  setTheme: Operation<{ theme: 1 | 2 }, { theme: 1 | 2 }>;
}

export type OperationName = keyof Operations;
export type OperationInput<Name extends OperationName> = Operations[Name]["input"];
export type OperationResult<Name extends OperationName> = Operations[Name]["result"];

/** What an operation cannot do: an id that does not exist, a value of the wrong type. */
export class OperationError extends Error {
  override readonly name = "OperationError";
}
