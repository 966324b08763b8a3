import type { ObservedConstant } from "../../../host/constants";
import type { CustomField, EntityType, User } from "../../model/entities";
import type { ModelView } from "../../model/model";
import type { Host } from "../host";
import { elementTypes, fieldTypes } from "./lookup-tables";

type Source = () => unknown;

const missing: readonly ObservedConstant[] = [
  "dp",
  "entity_names",
  "amomail",
  "amocrm_drive",
  "features",
  "version",
  "version_backend",
  "free_users",
  "limits",
  "notifications",
  "social_apps",
  "amojo_origins",
  "amojo_bots",
  "leads_sources_types",
  "current_brand",
  "session_token",
  "left_menu",
  "geoip_country",
  "widgets_areas",
  "displayed_count_by_area",
  "widgets_cache_version",
  "currencies_used",
  "sources",
  "catalogs",
];
/** Seen in the product, without a known shape. */
export const missingConstants: ReadonlySet<string> = new Set(missing);

export interface Constants {
  /** `APP.constant(key)`: the value, false where there is none. With a second argument it sets the key. */
  readonly constant: (...args: [key: string] | [key: string, value: unknown]) => unknown;
  /** The account or the page has changed: values are made anew when they are next asked for. */
  forget(): void;
}

/**
 * Makes `APP.constant`. Kommo: Environment variables, for `user`, `user_rights`, `account`, `managers`, `groups` and
 * `task_types`; the rest is what widgets were seen to read. A value that a widget has set stays in the page. Between
 * two changes of the account the same object is given each time, as widgets hold on to it.
 *
 * @param onMissing hears of keys that the platform has and the emulator lacks; they give false
 */
export function createConstants(
  model: ModelView,
  host: Pick<Host, "card">,
  onMissing: (key: string) => void,
): Constants {
  const set = new Map<string, unknown>();
  const made = new Map<string, unknown>();
  const sources: Record<string, Source> = {
    user: () => describeUser(model),
    user_rights: () => describeRights(model),
    account: () => describeAccount(model),
    managers: () => describeManagers(model),
    groups: () =>
      Object.fromEntries([...model.tables.groups.all()].map((group) => [`group_${group.id}`, group.name])),
    task_types: () =>
      Object.fromEntries(
        [...model.tables.task_types.all()].map((type) => [
          type.id,
          { id: type.id, option: type.name, color: type.color, icon_id: type.icon_id },
        ]),
      ),
    is_kommo: () => model.account.brand === "kommo",
    env: () => "production",
    server: () => `.${model.account.top_level_domain}`,
    main_pipeline: () => model.tables.pipelines.filter((pipeline) => pipeline.is_main)[0]?.id ?? false,
    card_id: () => host.card?.state.id ?? false,
    card_element: () => describeCard(host),
  };

  function constant(...args: [key: string] | [key: string, value: unknown]): unknown {
    const [key] = args;
    if (args.length > 1) set.set(key, args[1]);
    if (set.has(key)) return set.get(key);
    const source = Object.hasOwn(sources, key) ? sources[key] : undefined;
    if (source === undefined) {
      if (missingConstants.has(key)) onMissing(key);
      return false;
    }
    if (!made.has(key)) made.set(key, source());
    return made.get(key);
  }

  return { constant, forget: () => made.clear() };
}

export function findCurrentUser(model: ModelView): User | undefined {
  return model.tables.users.get(model.account.current_user_id);
}

function describeUser(model: ModelView) {
  const user = findCurrentUser(model);
  return {
    id: user?.id ?? 0,
    login: user?.email ?? "",
    name: user?.name ?? "",
    amojo_id: user?.amojo_id ?? "",
    uuid: user?.uuid ?? "",
    personal_mobile: user?.phone ?? "",
    photo: "",
    theme: user?.theme ?? 1,
    tour: false,
    user_rank: "",
    api_key: "",
    group_mates_ids: model.tables.users
      .filter((mate) => mate.group_id === user?.group_id)
      .map((mate) => mate.id),
    settings: { layout_width: {}, feed_filter: {} },
  };
}

function describeRights(model: ModelView) {
  const user = findCurrentUser(model);
  return { is_admin: user?.is_admin ?? false, is_free_user: user?.is_free ?? false, ...user?.rights };
}

function describeAccount(model: ModelView) {
  const { account, tables } = model;
  const fields = [...tables.custom_fields.all()];
  const products = [...tables.catalogs.all()].find((catalog) => catalog.type === "products");
  return {
    id: account.id,
    name: account.name,
    subdomain: account.subdomain,
    top_level_domain: account.top_level_domain,
    country: account.country,
    currency: account.currency,
    timezone: account.timezone,
    language: account.language,
    date_pattern: `${account.date_format} ${account.time_format}`,
    date_format: account.date_format,
    time_format: account.time_format,
    paid_from: account.paid_from,
    paid_till: account.paid_till,
    pay_type: account.plan === "trial" ? "trial" : "paid",
    tariffName: account.plan,
    unsorted_on: account.is_unsorted_on ? "Y" : "N",
    users: Object.fromEntries([...tables.users.all()].map((user) => [user.id, user.name])),
    cf: Object.fromEntries(fields.map((field) => [field.id, describeField(field, account.id)])),
    predefined_cf: Object.fromEntries(
      fields
        .filter((field) => field.is_predefined && field.code !== null)
        .map((field) => [field.code, describeField(field, account.id)]),
    ),
    products: { enabled: products !== undefined, catalog_id: products?.id ?? false },
    amojo_id: account.amojo_id,
    amojo_server: `https://amojo.${account.top_level_domain}`,
    amojo_enabled: true,
    amojo_rights: { can_direct: true, can_group_create: true },
    customers_enabled: account.customers_mode !== "unavailable" && account.customers_mode !== "disabled",
    notifications_enabled: true,
    helpbot_enabled: account.is_helpbot_enabled,
    is_chats_inbox_enabled: true,
    is_contact_name_display_order_first: account.contact_name_display_order === 1,
    created_by: account.created_by,
  };
}

/** Keys of fields are upper-case here, as nowhere else in the platform. */
function describeField(field: CustomField, accountId: number) {
  const types: Record<string, number> = fieldTypes;
  const belongs = (entity: EntityType) => (field.entity_type === entity ? 1 : 0);
  const kind = field.entity_type === "catalogs" ? undefined : elementTypes[field.entity_type];
  return {
    ID: field.id,
    NAME: field.name,
    TYPE_ID: types[field.type] ?? 0,
    CODE: field.code,
    SORT: field.sort,
    ACCOUNT_ID: accountId,
    PREDEFINED: field.is_predefined ? 1 : 0,
    MULTIPLE: field.type === "multitext" ? "Y" : "N",
    DISABLED: field.is_api_only ? 1 : 0,
    CATALOG_ID: field.catalog_id ?? 0,
    SETTINGS: { is_required: field.is_required, is_deletable: field.is_deletable, is_visible: true },
    ELEMENT_TYPES: kind === undefined ? {} : { [kind]: kind },
    ENTREE_DEALS: belongs("leads"),
    ENTREE_CONTACTS: belongs("contacts"),
    ENTREE_COMPANY: belongs("companies"),
    ENTREE_CUSTOMERS: belongs("customers"),
    ENUMS: Object.fromEntries(
      (field.enums ?? []).map(({ id, value, sort }) => [id, { ID: id, VALUE: value, SORT: sort }]),
    ),
  };
}

function describeManagers(model: ModelView) {
  return Object.fromEntries(
    [...model.tables.users.all()].map((user) => [
      user.id,
      {
        id: String(user.id),
        title: user.name,
        option: user.name,
        active: user.is_active,
        login: user.email,
        status: user.is_active ? "Y" : "N",
        is_admin: user.is_admin ? "Y" : "N",
        free_user: user.is_free ? "Y" : "N",
        amojo_id: user.amojo_id,
        amo_profile_id: null,
        avatar: "",
        theme: user.theme,
        phone: user.phone,
        group: `group_${user.group_id}`,
        online: user.is_online,
      },
    ]),
  );
}

function describeCard(host: Pick<Host, "card">) {
  if (host.card === null) return false;
  const { state, model } = host.card;
  return {
    id: state.id,
    element_type: elementTypes[state.entity],
    pipeline_id: Number(model.get("lead[PIPELINE_ID]")) || 0,
    status: Number(model.get("lead[STATUS]")) || 0,
    main_user_id: state.mainUser,
  };
}
