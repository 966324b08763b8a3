/**
 * What an account consists of. Names and value shapes are those of the REST API v4 (Kommo: reference pages of each
 * entity), so that a row is what the API gives, without its links and embedded parts. Times are Unix seconds. Every
 * row is plain JSON.
 */

export type Locale = "en" | "es" | "pt" | "ru";
export type BrandName = "kommo" | "amocrm";

/** A value that survives JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The kinds of cards; words of the API. */
export type EntityType = "leads" | "contacts" | "companies" | "customers";
export type LinkTarget = EntityType | "catalog_elements";

export interface Account {
  readonly id: number;
  readonly name: string;
  readonly subdomain: string;
  readonly brand: BrandName;
  /** `kommo.com` or `amocrm.ru`. */
  readonly top_level_domain: string;
  /** Two letters, upper case. */
  readonly country: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly currency_symbol: string;
  readonly language: Locale;
  /** IANA name. */
  readonly timezone: string;
  /** Moment-style patterns. */
  readonly date_format: string;
  readonly time_format: string;
  readonly created_at: number;
  readonly created_by: number;
  /** Name of the plan; `paid_till` in the past means an unpaid account (402). */
  readonly plan: "trial" | "base" | "advanced" | "enterprise";
  readonly paid_from: number;
  readonly paid_till: number;
  readonly amojo_id: string;
  readonly uuid: string;
  readonly customers_mode: "unavailable" | "disabled" | "segments" | "dynamic" | "periodicity";
  readonly is_unsorted_on: boolean;
  readonly is_helpbot_enabled: boolean;
  readonly contact_name_display_order: 1 | 2;
  /** Who looks at the pages; the session of every request without a token. */
  readonly current_user_id: number;
}

export interface Group {
  /** 0 is the sales department, which every account has. */
  readonly id: number;
  readonly name: string;
}

/** A: allowed, D: denied, M: only where responsible, G: where the group is responsible. */
export type Right = "A" | "D" | "M" | "G";

export interface EntityRights {
  readonly view: Right;
  readonly edit: Right;
  readonly add: Right;
  readonly delete: Right;
  readonly export: Right;
}

export interface User {
  readonly id: number;
  readonly uuid: string;
  readonly amojo_id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly lang: Locale;
  readonly group_id: number;
  readonly role_id: number | null;
  readonly is_admin: boolean;
  readonly is_active: boolean;
  readonly is_free: boolean;
  readonly is_online: boolean;
  readonly theme: 1 | 2;
  readonly rights: {
    readonly leads: EntityRights;
    readonly contacts: EntityRights;
    readonly companies: EntityRights;
    readonly tasks: Pick<EntityRights, "edit" | "delete">;
    readonly mail_access: boolean;
    readonly catalog_access: boolean;
    readonly files_access: boolean;
  };
}

export interface Role {
  readonly id: number;
  readonly name: string;
  readonly rights: User["rights"];
}

export interface Pipeline {
  readonly id: number;
  readonly name: string;
  readonly sort: number;
  readonly is_main: boolean;
  readonly is_unsorted_on: boolean;
  readonly is_archive: boolean;
}

/** 142 (won) and 143 (lost) exist in every pipeline, so a stage is known by its pipeline and id together. */
export interface Status {
  /** `<pipeline id>:<status id>`, the key of the table; `id` alone is not unique. */
  readonly key: string;
  readonly id: number;
  readonly pipeline_id: number;
  readonly name: string;
  readonly sort: number;
  readonly is_editable: boolean;
  /** Hex colour. */
  readonly color: string;
  /** 1: incoming leads. */
  readonly type: 0 | 1;
}

export interface LossReason {
  readonly id: number;
  readonly name: string;
  readonly sort: number;
  readonly created_at: number;
  readonly updated_at: number;
}

export type CustomFieldType =
  | "text"
  | "numeric"
  | "checkbox"
  | "select"
  | "multiselect"
  | "date"
  | "url"
  | "textarea"
  | "radiobutton"
  | "streetaddress"
  | "smart_address"
  | "birthday"
  | "date_time"
  | "multitext"
  | "legal_entity"
  | "price"
  | "category"
  | "items"
  | "tracking_data"
  | "linked_entity"
  | "chained_list"
  | "monetary"
  | "file"
  | "payer"
  | "supplier";

export interface FieldOption {
  readonly id: number;
  readonly value: string;
  readonly sort: number;
  readonly code: string | null;
}

export interface CustomField {
  readonly id: number;
  readonly name: string;
  readonly type: CustomFieldType;
  /** PHONE, EMAIL, POSITION, … or null. */
  readonly code: string | null;
  readonly sort: number;
  readonly entity_type: EntityType | "catalogs";
  /** Set for fields of a catalog's elements. */
  readonly catalog_id: number | null;
  readonly group_id: string | null;
  readonly is_api_only: boolean;
  readonly is_deletable: boolean;
  readonly is_predefined: boolean;
  readonly is_required: boolean;
  readonly enums: readonly FieldOption[] | null;
  /** ISO 4217, for monetary fields. */
  readonly currency: string | null;
}

/** A tab or section of a card that gathers custom fields. */
export interface CustomFieldGroup {
  readonly id: string;
  readonly name: string;
  readonly entity_type: EntityType;
  readonly sort: number;
  readonly is_predefined: boolean;
}

export interface FieldValue {
  readonly value: Json;
  readonly enum_id?: number;
  readonly enum_code?: string;
  readonly subtype?: string;
}

export interface CustomFieldValues {
  readonly field_id: number;
  readonly values: readonly FieldValue[];
}

/** What the four kinds of cards share. */
interface Card {
  readonly id: number;
  readonly name: string;
  readonly responsible_user_id: number;
  readonly group_id: number;
  /** 0 is a robot. */
  readonly created_by: number;
  readonly updated_by: number;
  readonly created_at: number;
  readonly updated_at: number;
  readonly is_deleted: boolean;
  readonly custom_fields_values: readonly CustomFieldValues[];
  /** Ids of rows of the table `tags`. */
  readonly tag_ids: readonly number[];
}

export interface Lead extends Card {
  readonly price: number;
  readonly status_id: number;
  readonly pipeline_id: number;
  readonly loss_reason_id: number | null;
  readonly source_id: number | null;
  readonly closed_at: number | null;
  readonly score: number | null;
}

export interface Contact extends Card {
  readonly first_name: string;
  readonly last_name: string;
}

export type Company = Card;

export interface Customer extends Card {
  readonly next_price: number;
  readonly next_date: number;
  /** Days between purchases; 0 where none. */
  readonly periodicity: number;
  /** Follow from the purchases. */
  readonly ltv: number;
  readonly purchases_count: number;
  readonly average_check: number;
  readonly bonus_points: number;
  /** Ids of rows of the table `segments`. */
  readonly segment_ids: readonly number[];
}

/** A group of customers; one may be in several (Kommo: Customers, dynamic segmentation). */
export interface Segment {
  readonly id: number;
  readonly name: string;
  /** Six hex digits without #. */
  readonly color: string;
  readonly available_products_price_types: readonly Json[];
  readonly created_at: number;
  readonly updated_at: number;
}

/** A purchase of a customer. */
export interface Transaction {
  readonly id: number;
  readonly customer_id: number;
  readonly price: number;
  readonly comment: string | null;
  readonly completed_at: number;
  /** What was bought, from lists of the account. */
  readonly elements: readonly {
    readonly id: number;
    readonly catalog_id: number;
    readonly quantity: number;
  }[];
  readonly created_by: number;
  readonly updated_by: number;
  readonly created_at: number;
  readonly updated_at: number;
}

/** An edge between two cards, or from a card to a list's element. Stored once, from the "smaller" end as the API does. */
export interface Link {
  readonly id: number;
  readonly from_type: EntityType;
  readonly from_id: number;
  readonly to_type: LinkTarget;
  readonly to_id: number;
  /** Contacts of a lead or customer. */
  readonly is_main: boolean;
  /** Elements of a list. */
  readonly quantity: number | null;
  readonly catalog_id: number | null;
}

export interface Tag {
  readonly id: number;
  readonly name: string;
  /** Six hex digits without #, or null. */
  readonly color: string | null;
  readonly entity_type: EntityType;
}

export interface TaskType {
  /** 1 follow-up, 2 meeting; others are the account's own. */
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly icon_id: number;
  readonly code: "FOLLOW_UP" | "MEETING" | null;
}

export interface Task {
  readonly id: number;
  readonly text: string;
  readonly task_type_id: number;
  readonly complete_till: number;
  /** Seconds; 0 where none. */
  readonly duration: number;
  readonly is_completed: boolean;
  readonly result: { readonly text: string } | null;
  readonly responsible_user_id: number;
  readonly group_id: number;
  readonly entity_type: EntityType | null;
  readonly entity_id: number | null;
  readonly created_by: number;
  readonly updated_by: number;
  readonly created_at: number;
  readonly updated_at: number;
}

export type NoteType =
  | "common"
  | "call_in"
  | "call_out"
  | "service_message"
  | "extended_service_message"
  | "message_cashier"
  | "geolocation"
  | "sms_in"
  | "sms_out"
  | "attachment";

export interface Note {
  readonly id: number;
  readonly entity_type: EntityType;
  readonly entity_id: number;
  readonly note_type: NoteType;
  readonly params: { readonly [key: string]: Json };
  readonly is_pinned: boolean;
  readonly responsible_user_id: number;
  readonly group_id: number;
  readonly created_by: number;
  readonly updated_by: number;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface Catalog {
  readonly id: number;
  readonly name: string;
  readonly type: "regular" | "invoices" | "products";
  readonly sort: number;
  readonly can_add_elements: boolean;
  readonly can_show_in_cards: boolean;
  readonly can_link_multiple: boolean;
  readonly can_be_deleted: boolean;
  readonly sdk_widget_code: string | null;
  readonly created_by: number;
  readonly updated_by: number;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface CatalogElement {
  readonly id: number;
  readonly catalog_id: number;
  readonly name: string;
  readonly is_deleted: boolean;
  readonly custom_fields_values: readonly CustomFieldValues[];
  readonly created_by: number;
  readonly updated_by: number;
  readonly created_at: number;
  readonly updated_at: number;
}

/** A conversation. */
export interface Talk {
  readonly id: number;
  /** Uuid of the chat. */
  readonly chat_id: string;
  readonly contact_id: number;
  readonly entity_type: "leads" | "customers" | null;
  readonly entity_id: number | null;
  /** `com.amocrm.amocrmwa`, `telegram`, … */
  readonly origin: string;
  readonly source_id: number | null;
  readonly is_in_work: boolean;
  readonly is_read: boolean;
  readonly rate: number;
  readonly missed_at: number | null;
  readonly created_at: number;
  readonly updated_at: number;
}

export interface ChatMessage {
  /** Uuid. */
  readonly id: string;
  readonly talk_id: number;
  readonly type: "incoming" | "outgoing";
  readonly text: string;
  /** A user's id for outgoing messages, else null. */
  readonly user_id: number | null;
  readonly author_name: string;
  readonly created_at: number;
}

/** A letter in the account's mailbox; the letters of a thread have its number in common. */
export interface Letter {
  readonly id: number;
  readonly thread_id: number;
  readonly contact_id: number;
  readonly lead_id: number;
  readonly type: "incoming" | "outgoing";
  readonly subject: string;
  readonly text: string;
  readonly author_name: string;
  readonly is_read: boolean;
  readonly created_at: number;
}

export interface AccountEvent {
  /** The API gives event ids as strings. */
  readonly id: string;
  /** `lead_added`, `lead_status_changed`, `task_completed`, … */
  readonly type: string;
  readonly entity_type: EntityType | "tasks" | "catalog_elements" | "talks";
  readonly entity_id: number;
  readonly created_by: number;
  readonly created_at: number;
  readonly value_before: readonly Json[];
  readonly value_after: readonly Json[];
}

export interface Source {
  readonly id: number;
  readonly name: string;
  readonly external_id: string;
  readonly pipeline_id: number;
  readonly default: boolean;
  readonly origin_code: string | null;
  /** The widget whose integration made it. */
  readonly widget_code: string | null;
  readonly services: readonly Json[];
}

/** A subscription of an integration to the account's events (Kommo: webhooks). */
export interface WebhookSubscription {
  readonly id: number;
  readonly destination: string;
  readonly settings: readonly string[];
  readonly sort: number;
  readonly disabled: boolean;
  readonly created_by: number;
  readonly created_at: number;
  readonly updated_at: number;
}

export type WidgetStatus = "install" | "installed" | "not_configured" | "error";

/**
 * A widget of the account. `manifest` is the author's manifest.json after a lenient reading: whatever had the wrong
 * type is left out, so that any archive can be drawn.
 */
export interface InstalledWidget {
  readonly id: number;
  readonly code: string;
  readonly version: string;
  readonly status: WidgetStatus;
  readonly is_active: boolean;
  /** What the user saved, by the manifest's field codes. */
  readonly settings: { readonly [field: string]: Json };
  readonly manifest: WidgetManifest;
  /** The archive's i18n files by locale, as they are. */
  readonly texts: { readonly [locale: string]: Json };
  /** Paths inside the archive. */
  readonly files: readonly string[];
  /** Where its files are served, no trailing slash: `/widgets/<code>`. */
  readonly path: string;
  readonly client_uuid: string;
  /** The pipeline that it is a source of. */
  readonly pipeline_id: number | null;
  /** The list whose elements it edits (`setSdkCatalogId`). */
  readonly sdk_catalog_id: number | null;
}

export interface ManifestField {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

export interface MenuItem {
  readonly code: string;
  readonly title: string;
  readonly icons: { readonly light: string | null; readonly dark: string | null };
  readonly after: string | null;
  readonly is_hidden: boolean;
  readonly submenu: readonly { readonly code: string; readonly title: string; readonly sort: number }[];
}

/** Strings that look like `a.b` are paths into the texts. */
export interface WidgetManifest {
  readonly name: string;
  readonly description: string;
  readonly short_description: string;
  readonly version: string;
  readonly init_once: boolean;
  readonly locale: readonly string[];
  readonly installation: boolean;
  readonly support: { readonly link?: string; readonly email?: string };
  /** As written, suffix included: `lcard-1`. */
  readonly locations: readonly string[];
  readonly settings: { readonly [field: string]: ManifestField };
  readonly tour: {
    readonly images: { readonly [locale: string]: readonly string[] };
    readonly description: string;
  } | null;
  readonly dp: {
    readonly settings: { readonly [field: string]: ManifestField };
    readonly action_multiple: boolean;
    readonly webhook_url: string | null;
  } | null;
  readonly advanced: { readonly title: string } | null;
  readonly salesbot_designer: {
    readonly logo: string | null;
    readonly handlers: {
      readonly [code: string]: {
        readonly name: string;
        readonly settings: {
          readonly [field: string]: {
            readonly name: string;
            readonly type: string;
            readonly default_value: string;
            readonly manual: boolean;
          };
        };
      };
    };
  } | null;
  readonly left_menu: readonly MenuItem[];
  readonly sms: { readonly endpoint: string } | null;
  readonly mobile: { readonly frame_url: string; readonly color: string } | null;
}

/** A widget's action on the automation board. */
export interface StageAction {
  readonly id: number;
  readonly pipeline_id: number;
  readonly status_id: number;
  readonly widget_code: string;
  /** Values of the manifest's `dp.settings`. */
  readonly settings: { readonly [field: string]: string };
  readonly trigger: TriggerCode;
  /** For a stretched action: the last stage that it covers. */
  readonly last_status_id: number | null;
  readonly created_at: number;
}

/** Kommo: Digital pipeline, table of triggers; the number that the hook carries beside the word. */
export const triggers = {
  lead_added: 1,
  lead_status_changed: 14,
  lead_appeared_in_status: 15,
  mail_in: 16,
  call_in: 17,
  site_visit: 18,
  chat: 19,
  customer_added: 20,
  customer_period_changed: 21,
  customer_appeared_in_period: 22,
} as const;

export type TriggerCode = keyof typeof triggers;

/** A bot with one step of a widget's, as its designer saved it. */
export interface Salesbot {
  readonly id: number;
  readonly name: string;
  readonly widget_code: string;
  readonly handler_code: string;
  readonly params: { readonly [field: string]: string };
  readonly exits: readonly { readonly code: string; readonly title: string }[];
  /** The JSON text that `onSalesbotDesignerSave` returned. */
  readonly steps: string;
  readonly created_at: number;
  readonly updated_at: number;
}

/** An entry of the notification centre. */
export interface Notification {
  readonly id: number;
  readonly kind: "message" | "call" | "error" | "task" | "chat";
  readonly header: string;
  /** May hold markup of the widget's: never set as HTML without cleaning. */
  readonly text: string;
  readonly link: string | null;
  readonly entity: { readonly type: EntityType; readonly id: number } | null;
  readonly is_read: boolean;
  readonly created_at: number;
}

/** A request that Kommo would send to an integration, and what became of it. */
export interface SentHook {
  readonly id: number;
  readonly kind: "digital_pipeline" | "salesbot" | "disable" | "sms" | "webhook";
  readonly widget_code: string | null;
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly body: string;
  readonly sent_at: number;
  /** HTTP status, or null while it is under way or when no answer came. */
  readonly status: number | null;
  /** A Salesbot waits for its integration until that calls the `return_url`, once. Null for other hooks. */
  readonly waits: {
    readonly bot_id: number;
    readonly entity_type: EntityType;
    readonly entity_id: number;
  } | null;
  /** Why nothing was sent, or what went wrong; null where all is well. */
  readonly problem: string | null;
}

/** The tables of an account, each by the type of its rows. */
export interface Rows {
  groups: Group;
  users: User;
  roles: Role;
  pipelines: Pipeline;
  statuses: Status;
  loss_reasons: LossReason;
  custom_fields: CustomField;
  custom_field_groups: CustomFieldGroup;
  leads: Lead;
  contacts: Contact;
  companies: Company;
  customers: Customer;
  segments: Segment;
  transactions: Transaction;
  links: Link;
  tags: Tag;
  task_types: TaskType;
  tasks: Task;
  notes: Note;
  catalogs: Catalog;
  catalog_elements: CatalogElement;
  talks: Talk;
  chat_messages: ChatMessage;
  letters: Letter;
  events: AccountEvent;
  sources: Source;
  webhooks: WebhookSubscription;
  widgets: InstalledWidget;
  stage_actions: StageAction;
  salesbots: Salesbot;
  notifications: Notification;
  sent_hooks: SentHook;
}

export type TableName = keyof Rows;
