import type {
  Account,
  CustomField,
  CustomFieldGroup,
  CustomFieldType,
  EntityRights,
  FieldOption,
  Pipeline,
  Role,
  Rows,
  Status,
  User,
} from "../entities";
import { nameStatus } from "../tables";
import { day, makePhone, makeUuid, toAscii, type SeedContext } from "./context";

type SettingsTables = {
  readonly [
    T in
      | "groups"
      | "users"
      | "roles"
      | "pipelines"
      | "statuses"
      | "loss_reasons"
      | "custom_fields"
      | "custom_field_groups"
      | "tags"
      | "segments"
      | "task_types"
      | "catalogs"
      | "catalog_elements"
      | "sources"
  ]: readonly Rows[T][];
};

export interface Settings {
  readonly account: Account;
  readonly tables: SettingsTables;
}

export type { SettingsTables };

const accountId = 30_441_694;
const firstUser = 9_630_001;
const colors = ["#99ccff", "#ffff99", "#ffcc66", "#ffcccc", "#c1e0ff"];

/** What an administrator sets up: users, pipelines, fields, tags, lists. */
export function makeSettings(context: SeedContext): Settings {
  const { texts, now } = context;
  const created = now - 420 * day;
  const { pipelines, statuses } = makePipelines(context);
  const fields = makeFields(context);
  const catalogIds = [8101, 8102] as const;
  return {
    account: makeAccount(context, created),
    tables: {
      groups: texts.groups.map((name, index) => ({ id: index === 0 ? 0 : 450_000 + index, name })),
      users: makeUsers(context),
      roles: [{ id: 71_001, name: texts.role, rights: managerRights } satisfies Role],
      pipelines,
      statuses,
      loss_reasons: texts.lossReasons.map((name, index) => ({
        id: 15_201 + index,
        name,
        sort: (index + 1) * 10_000,
        created_at: created,
        updated_at: created,
      })),
      custom_fields: fields.fields,
      custom_field_groups: fields.groups,
      tags: (["leads", "contacts", "companies", "customers"] as const).flatMap((entity, kind) =>
        texts.tags.map((name, index) => ({
          id: 60_001 + kind * 100 + index,
          name,
          color: index === 0 ? "ffc8c8" : null,
          entity_type: entity,
        })),
      ),
      segments: texts.segments.map((name, index) => ({
        id: 31_001 + index,
        name,
        color: index === 0 ? "10599d" : "247a4d",
        available_products_price_types: [],
        created_at: created,
        updated_at: created,
      })),
      task_types: texts.taskTypes.map((name, index) => ({
        id: index < 2 ? index + 1 : 2_700_000 + index,
        name,
        color: index < 2 ? "" : (["", "", "#7aa9ff", "#5fc28c"][index] ?? ""),
        icon_id: index,
        code: index === 0 ? "FOLLOW_UP" : index === 1 ? "MEETING" : null,
      })),
      catalogs: catalogIds.map((id, index) => ({
        id,
        name: texts.catalogs[index] as string,
        type: index === 0 ? "products" : "regular",
        sort: (index + 1) * 10,
        can_add_elements: true,
        can_show_in_cards: true,
        can_link_multiple: true,
        can_be_deleted: index !== 0,
        sdk_widget_code: null,
        created_by: firstUser,
        updated_by: firstUser,
        created_at: created,
        updated_at: created,
      })),
      catalog_elements: [
        ...texts.products.map(([name]) => [0, name] as const),
        ...texts.places.map((name) => [1, name] as const),
      ].map(([catalog, name], index) => ({
        id: 440_001 + index,
        catalog_id: catalogIds[catalog],
        name,
        is_deleted: false,
        custom_fields_values:
          catalog === 0
            ? [
                { field_id: fieldIds.sku, values: [{ value: `NI-${String(100 + index)}` }] },
                { field_id: fieldIds.price, values: [{ value: String(texts.products[index]?.[1] ?? 0) }] },
              ]
            : [],
        created_by: firstUser,
        updated_by: firstUser,
        created_at: created + index * 3600,
        updated_at: created + index * 3600,
      })),
      sources: texts.sources.slice(0, 2).map((name, index) => ({
        id: 11_901 + index,
        name,
        external_id: `seed-${index + 1}`,
        pipeline_id: pipelines[0]?.id ?? 0,
        default: index === 0,
        origin_code: null,
        widget_code: null,
        services: [],
      })),
    },
  };
}

function makeAccount({ texts, locale, brand, now }: SeedContext, created: number): Account {
  return {
    id: accountId,
    name: texts.account.name,
    subdomain: texts.account.subdomain,
    brand,
    top_level_domain: brand === "kommo" ? "kommo.com" : "amocrm.ru",
    country: texts.account.country,
    currency: texts.account.currency,
    currency_symbol: texts.account.symbol,
    language: locale,
    timezone: texts.account.timezone,
    date_format: texts.account.date,
    time_format: texts.account.time,
    created_at: created,
    created_by: firstUser,
    plan: "enterprise",
    paid_from: now - 120 * day,
    paid_till: now + 245 * day,
    amojo_id: makeUuid(1, accountId),
    uuid: makeUuid(2, accountId),
    customers_mode: "periodicity",
    is_unsorted_on: true,
    is_helpbot_enabled: false,
    contact_name_display_order: 1,
    current_user_id: firstUser,
  };
}

const all: EntityRights = { view: "A", edit: "A", add: "A", delete: "A", export: "A" };
const own: EntityRights = { view: "A", edit: "G", add: "A", delete: "D", export: "D" };

const adminRights: User["rights"] = {
  leads: all,
  contacts: all,
  companies: all,
  tasks: { edit: "A", delete: "A" },
  mail_access: true,
  catalog_access: true,
  files_access: true,
};

const managerRights: User["rights"] = {
  leads: own,
  contacts: own,
  companies: own,
  tasks: { edit: "A", delete: "D" },
  mail_access: true,
  catalog_access: true,
  files_access: true,
};

function makeUsers({ texts, locale }: SeedContext): User[] {
  return texts.users.map(([first, last], index) => ({
    id: firstUser + index,
    uuid: makeUuid(3, index + 1),
    amojo_id: makeUuid(4, index + 1),
    name: `${first} ${last}`,
    email: `${toAscii(first)}@${texts.account.subdomain}.example.com`,
    phone: makePhone(texts, 90 + index),
    lang: locale,
    group_id: index < 3 ? 0 : 450_000 + (index - 2),
    role_id: index === 0 ? null : 71_001,
    is_admin: index === 0,
    is_active: true,
    is_free: false,
    is_online: index < 3,
    theme: 1,
    rights: index === 0 ? adminRights : managerRights,
  }));
}

function makePipelines({ texts }: SeedContext): { pipelines: Pipeline[]; statuses: Status[] } {
  const pipelines = texts.pipelines.map(({ name }, index) => ({
    id: 7_201_001 + index * 60,
    name,
    sort: index + 1,
    is_main: index === 0,
    is_unsorted_on: true,
    is_archive: false,
  }));
  const statuses = texts.pipelines.flatMap(({ stages }, index) => {
    const pipeline = pipelines[index]?.id ?? 0;
    const stage = (id: number, name: string, sort: number, color: string, type: 0 | 1 = 0): Status => ({
      key: nameStatus(pipeline, id),
      id,
      pipeline_id: pipeline,
      name,
      sort,
      is_editable: type === 0 && id !== 142 && id !== 143,
      color,
      type,
    });
    const first = 61_300_001 + index * 100;
    return [
      stage(first, texts.incoming, 10, "#c1c1c1", 1),
      ...stages.map((name, position) =>
        stage(first + 1 + position, name, 20 + position * 10, colors[position % colors.length] as string),
      ),
      stage(142, texts.won, 10_000, "#ccff66"),
      stage(143, texts.lost, 11_000, "#d5d8db"),
    ];
  });
  return { pipelines, statuses };
}

/** Ids of the fields that the rows of the seed fill. */
export const fieldIds = {
  phone: 1_203_001,
  email: 1_203_003,
  position: 1_203_005,
  birthday: 1_203_007,
  newsletter: 1_203_009,
  companyPhone: 1_203_101,
  companyEmail: 1_203_103,
  website: 1_203_105,
  address: 1_203_107,
  industry: 1_203_109,
  channel: 1_203_201,
  delivery: 1_203_203,
  interests: 1_203_205,
  urgency: 1_203_207,
  prepaid: 1_203_209,
  area: 1_203_211,
  comment: 1_203_213,
  contract: 1_203_215,
  visit: 1_203_217,
  utm: 1_203_219,
  budget: 1_203_301,
  sku: 1_203_401,
  price: 1_203_403,
} as const;

/** A field that every account has. */
function given(code: string): Partial<CustomField> {
  return { code, is_deletable: false, is_predefined: true };
}

function makeFields({ texts }: SeedContext): { fields: CustomField[]; groups: CustomFieldGroup[] } {
  const names = texts.fields;
  let optionId = 940_001;
  let sort = 0;
  const options = (values: readonly string[], codes: readonly string[] = []): FieldOption[] =>
    values.map((value, index) => ({
      id: optionId++,
      value,
      sort: (index + 1) * 10,
      code: codes[index] ?? null,
    }));
  const field = (
    entity: CustomField["entity_type"],
    id: number,
    name: string,
    type: CustomFieldType,
    more: Partial<CustomField> = {},
  ): CustomField => ({
    id,
    name,
    type,
    code: null,
    sort: (sort += 10),
    entity_type: entity,
    catalog_id: null,
    group_id: entity === "leads" ? "leads_project" : null,
    is_api_only: false,
    is_deletable: true,
    is_predefined: false,
    is_required: false,
    enums: null,
    currency: null,
    ...more,
  });
  const phone = () =>
    options(
      ["WORK", "WORKDD", "MOB", "FAX", "HOME", "OTHER"],
      ["WORK", "WORKDD", "MOB", "FAX", "HOME", "OTHER"],
    );
  const mail = () => options(["WORK", "PRIV", "OTHER"], ["WORK", "PRIV", "OTHER"]);

  const fields = [
    field("contacts", fieldIds.phone, names.phone, "multitext", { ...given("PHONE"), enums: phone() }),
    field("contacts", fieldIds.email, names.email, "multitext", { ...given("EMAIL"), enums: mail() }),
    field("contacts", fieldIds.position, names.position, "text", given("POSITION")),
    field("contacts", fieldIds.birthday, names.birthday, "birthday"),
    field("contacts", fieldIds.newsletter, names.newsletter, "checkbox"),
    field("companies", fieldIds.companyPhone, names.phone, "multitext", {
      ...given("PHONE"),
      enums: phone(),
    }),
    field("companies", fieldIds.companyEmail, names.email, "multitext", { ...given("EMAIL"), enums: mail() }),
    field("companies", fieldIds.website, names.website, "url", given("WEB")),
    field("companies", fieldIds.address, names.address, "textarea", given("ADDRESS")),
    field("companies", fieldIds.industry, names.industry, "select", { enums: options(names.industries) }),
    field("leads", fieldIds.channel, names.channel, "select", { enums: options(names.channels) }),
    field("leads", fieldIds.delivery, names.delivery, "date"),
    field("leads", fieldIds.interests, names.interests, "multiselect", {
      enums: options(names.interestList),
    }),
    field("leads", fieldIds.urgency, names.urgency, "radiobutton", { enums: options(names.urgencies) }),
    field("leads", fieldIds.prepaid, names.prepaid, "checkbox"),
    field("leads", fieldIds.area, names.area, "numeric"),
    field("leads", fieldIds.comment, names.comment, "textarea"),
    field("leads", fieldIds.contract, names.contract, "text"),
    field("leads", fieldIds.visit, names.visit, "date_time"),
    field("leads", fieldIds.utm, "utm_source", "tracking_data", {
      ...given("UTM_SOURCE"),
      group_id: "statistic",
      is_api_only: true,
    }),
    field("customers", fieldIds.budget, names.budget, "monetary", { currency: texts.account.currency }),
    field("catalogs", fieldIds.sku, names.sku, "text", { code: "SKU", catalog_id: 8101 }),
    field("catalogs", fieldIds.price, names.price, "price", { code: "PRICE", catalog_id: 8101 }),
  ];
  const groups: CustomFieldGroup[] = [
    { id: "default", name: names.main, entity_type: "leads", sort: 0, is_predefined: true },
    { id: "leads_project", name: names.project, entity_type: "leads", sort: 1, is_predefined: false },
    { id: "statistic", name: names.statistics, entity_type: "leads", sort: 2, is_predefined: true },
  ];
  return { fields, groups };
}
