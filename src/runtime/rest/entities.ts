// What `/api/v4` gives and takes. Times are Unix seconds. (Kommo: API reference; amoCRM: the pages of `crm_platform`)

/** The entities that have a card. */
export type CardEntity = "leads" | "contacts" | "companies" | "customers";

/** A value of a field that the account has added. Write it by `field_id` or `field_code`; send no null back. */
export interface CustomFieldValue {
  readonly field_id?: number;
  /** `PHONE` and `EMAIL` of contacts and companies, and those of other standard fields. */
  readonly field_code?: string | null;
  readonly field_name?: string;
  readonly field_type?: string;
  readonly values: readonly {
    readonly value?: unknown;
    readonly enum_id?: number;
    readonly enum_code?: string | null;
  }[];
}

export interface Tag {
  readonly id: number;
  readonly name: string;
}

/** What all entities with a card have. */
interface Entity {
  readonly id: number;
  readonly name: string;
  readonly responsible_user_id: number;
  readonly group_id: number;
  /** 0: a robot. */
  readonly created_by: number;
  readonly updated_by: number;
  readonly created_at: number;
  readonly updated_at: number;
  readonly closest_task_at: number | null;
  readonly is_deleted: boolean;
  readonly custom_fields_values: readonly CustomFieldValue[] | null;
  readonly account_id: number;
}

interface Linked {
  readonly id: number;
  /** Of a lead's contacts: whether it is the main one. */
  readonly is_main?: boolean;
}

export interface Lead extends Entity {
  readonly price: number;
  /** 142 won, 143 lost, in every pipeline. */
  readonly status_id: number;
  readonly pipeline_id: number;
  readonly loss_reason_id: number | null;
  readonly source_id?: number | null;
  readonly closed_at: number | null;
  readonly score: number | null;
  /** Contacts only where `with` asks for them. */
  readonly _embedded?: {
    readonly tags?: readonly Tag[];
    readonly companies?: readonly Linked[];
    readonly contacts?: readonly Linked[];
  };
}

export interface Contact extends Entity {
  readonly first_name: string;
  readonly last_name: string;
  /** Leads and customers only where `with` asks for them. */
  readonly _embedded?: {
    readonly tags?: readonly Tag[];
    readonly companies?: readonly Linked[];
    readonly leads?: readonly Linked[];
    readonly customers?: readonly Linked[];
  };
}

export interface Company extends Entity {
  readonly _embedded?: {
    readonly tags?: readonly Tag[];
    readonly leads?: readonly Linked[];
    readonly contacts?: readonly Linked[];
    readonly customers?: readonly Linked[];
  };
}

/** What a new entity may be given, and what a change may hold. `_embedded.tags` replaces all tags. */
type Draft<E, Own extends keyof E> = Partial<
  Pick<E, Own> & {
    readonly name: string;
    readonly responsible_user_id: number;
    readonly created_by: number;
    readonly updated_by: number;
    readonly created_at: number;
    readonly updated_at: number;
    readonly custom_fields_values: readonly CustomFieldValue[];
    readonly tags_to_add: readonly Partial<Tag>[];
    readonly tags_to_delete: readonly Partial<Tag>[];
    readonly _embedded: Readonly<Record<string, readonly object[]>>;
  }
>;

export type LeadDraft = Draft<Lead, "price" | "status_id" | "pipeline_id" | "loss_reason_id" | "closed_at">;
export type ContactDraft = Draft<Contact, "first_name" | "last_name">;
export type CompanyDraft = Draft<Company, never>;

export interface Task {
  readonly id: number;
  readonly text: string;
  readonly complete_till: number;
  /** 1 follow-up, 2 meeting, others the account's own: `APP.constant("task_types")`. */
  readonly task_type_id: number;
  readonly responsible_user_id: number;
  readonly entity_type: CardEntity | null;
  readonly entity_id: number | null;
  readonly is_completed: boolean;
  /** Seconds. */
  readonly duration: number;
  /** An empty array where there is none. */
  readonly result: { readonly text: string } | readonly [];
  readonly group_id: number;
  readonly created_by: number;
  readonly updated_by: number;
  readonly created_at: number;
  readonly updated_at: number;
  readonly account_id: number;
}

/** A new task. `entity_type` and `entity_id` go together; the caller is responsible where nobody is named. */
export interface TaskDraft {
  readonly text: string;
  readonly complete_till: number;
  readonly task_type_id?: number;
  readonly responsible_user_id?: number;
  readonly entity_type?: CardEntity;
  readonly entity_id?: number;
  readonly duration?: number;
  readonly is_completed?: boolean;
  readonly result?: { readonly text: string };
}

/** Words of the common types; `params` depend on it. (amoCRM: Events and notes) */
export type NoteType =
  | "common"
  | "service_message"
  | "extended_service_message"
  | "call_in"
  | "call_out"
  | "sms_in"
  | "sms_out"
  | "geolocation"
  | "attachment"
  | "message_cashier";

export interface Note {
  readonly id: number;
  readonly entity_id: number;
  readonly note_type: NoteType | (string & {});
  readonly params: Readonly<Record<string, unknown>>;
  readonly responsible_user_id: number;
  readonly group_id: number;
  readonly created_by: number;
  readonly updated_by: number;
  readonly created_at: number;
  readonly updated_at: number;
  readonly account_id: number;
}

export interface NoteDraft {
  readonly entity_id: number;
  readonly note_type: NoteType;
  readonly params: Readonly<Record<string, unknown>>;
  readonly created_by?: number;
  readonly responsible_user_id?: number;
  readonly is_need_to_trigger_digital_pipeline?: boolean;
}

export interface User {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly lang: string;
  readonly rights: Readonly<Record<string, unknown>> & {
    readonly is_admin: boolean;
    readonly is_free: boolean;
    readonly is_active: boolean;
    readonly group_id: number | null;
    readonly role_id: number | null;
  };
  readonly amojo_id?: string | null;
  readonly uuid?: string;
}

export interface Account {
  readonly id: number;
  readonly name: string;
  readonly subdomain: string;
  readonly current_user_id: number;
  readonly country: string;
  readonly customers_mode: string;
  readonly is_unsorted_on: boolean;
  readonly contact_name_display_order: number;
  readonly amojo_id?: string;
  readonly uuid?: string;
  readonly drive_url?: string;
  /** What `with` asked for. */
  readonly _embedded?: {
    readonly amojo_rights?: { readonly can_direct: boolean; readonly can_create_groups: boolean };
    readonly users_groups?: readonly { readonly id: number; readonly name: string }[];
    readonly task_types?: readonly {
      readonly id: number;
      readonly name: string;
      readonly color: string | null;
      readonly icon_id: number | null;
      readonly code: string;
    }[];
    readonly datetime_settings?: Readonly<Record<string, string>>;
  };
}

export interface Pipeline {
  readonly id: number;
  readonly name: string;
  readonly sort: number;
  readonly is_main: boolean;
  readonly is_unsorted_on: boolean;
  readonly is_archive: boolean;
  readonly account_id: number;
  readonly _embedded: { readonly statuses: readonly PipelineStatus[] };
}

export interface PipelineStatus {
  readonly id: number;
  readonly name: string;
  readonly sort: number;
  readonly is_editable: boolean;
  readonly pipeline_id: number;
  readonly color: string;
  /** 1: the stage of incoming leads. */
  readonly type: number;
  readonly account_id: number;
}
