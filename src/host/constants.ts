/** `APP.constant("user")`. Kommo: Environment variables. */
export interface UserConstant {
  id: number;
  login: string;
  name: string;
  amojo_id: string;
  uuid: string;
  personal_mobile: string;
  photo: string;
  /** 1 light, 2 dark. Kommo: Dark theme. */
  theme: 1 | 2;
  tour: boolean;
  user_rank: string;
  /** The API key of old; empty today. @undocumented */
  api_key?: string;
  /** @undocumented */
  sso_auth?: unknown;
  /** @undocumented */
  group_mates_ids?: number[];
  /** @undocumented */
  settings?: {
    layout_width?: Record<"leads" | "contacts" | "companies" | "customers" | "unsorted", { width: number }>;
    feed_filter?: unknown;
    notify_time_before_task?: unknown;
    default_task_preset?: unknown;
    need_msec?: unknown;
  };
}

/** `APP.constant("user_rights")`. Kommo: Environment variables. */
export interface UserRightsConstant {
  is_admin: boolean;
  is_free_user?: boolean;
  [right: string]: unknown;
}

/** `APP.constant("account")`. Kommo: Environment variables; which members it has is observed. */
export interface AccountConstant {
  id: number;
  name: string;
  subdomain: string;
  top_level_domain: string;
  country: string;
  currency: string;
  timezone: string;
  language: string;
  date_pattern: string;
  date_format: string;
  time_format: string;
  paid_from: unknown;
  paid_till: unknown;
  pay_type: string;
  tariffName: string;
  unsorted_on: "Y" | "N";
  /** Name by id. */
  users: Record<string, string>;
  /** Custom fields by id. */
  cf: Record<string, AccountField>;
  predefined_cf: Record<string, AccountField>;
  products: { enabled: boolean; catalog_id: number | false };
  amojo_id: string;
  amojo_server: string;
  amojo_enabled: boolean;
  amojo_rights: { can_direct: boolean; can_group_create: boolean };
  /** @undocumented */
  amojo_ws_server?: string;
  /** @undocumented */
  customers_enabled?: boolean;
  /** @undocumented */
  notifications_enabled?: boolean;
  /** @undocumented */
  helpbot_enabled?: boolean;
  /** @undocumented */
  is_chats_inbox_enabled?: boolean;
  /** @undocumented */
  talks_auto_close_delay?: number;
  /** @undocumented */
  is_contact_name_display_order_first?: boolean;
  /** @undocumented */
  created_by?: number;
  /** @undocumented */
  version?: number;
  /** @undocumented */
  stand?: unknown;
  /** @undocumented */
  suppliers?: unknown;
  /** @undocumented */
  amo_chats_state?: unknown;
}

/** A custom field in the page's own form: upper-case keys, "Y" and "N" or 1 and 0. @undocumented */
export interface AccountField {
  ID: number;
  NAME: string;
  TYPE_ID: number;
  CODE: string | null;
  SORT: number;
  ACCOUNT_ID?: number;
  DESCRIPTION?: string;
  ORIGIN?: string;
  deleted_at?: unknown;
  PREDEFINED: "Y" | "N" | 0 | 1;
  MULTIPLE: "Y" | "N" | 0 | 1;
  DISABLED: "Y" | "N" | 0 | 1;
  CATALOG_ID: unknown;
  SETTINGS: unknown;
  ELEMENT_TYPES: Record<number, number>;
  ENTREE_DEALS?: number;
  ENTREE_CONTACTS?: number;
  ENTREE_COMPANY?: number;
  ENTREE_CUSTOMERS?: number;
  ENTREE_CATALOG?: unknown;
  ENUMS?: Record<string, { ID: number; VALUE: string; SORT: number }>;
  ENUMS_NAMES?: Record<string, Record<string, string>>;
}

/** One entry of `APP.constant("managers")`, by the user's id; inactive users stand there too. */
export interface ManagerConstant {
  id: string;
  /** The name, as `option` is. */
  title: string;
  option: string;
  active: boolean;
  login: string;
  status: string;
  is_admin: "Y" | "N";
  free_user: "Y" | "N";
  amojo_id: string;
  amo_profile_id: string | null;
  avatar: string;
  theme: 1 | 2;
  phone?: string;
  /** `group_0`; its name is in `APP.constant("groups")`. */
  group: string;
  online?: boolean;
}

/** One entry of `APP.constant("task_types")`, by id. */
export interface TaskTypeConstant {
  id: number;
  option: string;
  color: string;
  icon_id: number;
}

/** The documented keys of `APP.constant`, which hold under every update. Kommo: Environment variables. */
export interface DocumentedConstants {
  user: UserConstant;
  user_rights: UserRightsConstant;
  account: AccountConstant;
  managers: Record<string, ManagerConstant>;
  /** Name by `group_<id>`. */
  groups: Record<string, string>;
  task_types: Record<string, TaskTypeConstant>;
}

/** Keys that are seen in the product and may change or vanish. @undocumented */
export type ObservedConstant =
  | "is_kommo"
  | "env"
  | "dp"
  | "entity_names"
  | "amomail"
  | "amocrm_drive"
  | "features"
  | "version"
  | "version_backend"
  | "free_users"
  | "limits"
  | "notifications"
  | "social_apps"
  | "amojo_origins"
  | "amojo_bots"
  | "main_pipeline"
  | "leads_sources_types"
  | "current_brand"
  | "server"
  | "session_token"
  | "left_menu"
  | "geoip_country"
  | "card_element"
  | "card_id"
  | "widgets_areas"
  | "displayed_count_by_area"
  | "widgets_cache_version"
  | "currencies_used"
  | "sources"
  | "catalogs";
