import type {
  Company,
  Contact,
  Customer,
  CustomFieldValues,
  EntityType,
  Lead,
  Link,
  Rows,
  Status,
  Transaction,
} from "../entities";
import { day, makePhone, pickWorkTime, toAscii, type SeedContext } from "./context";
import { makePurchases } from "./make-purchases";
import { fieldIds, type SettingsTables } from "./make-settings";

export interface SeedCards {
  readonly leads: readonly Lead[];
  readonly contacts: readonly Contact[];
  readonly companies: readonly Company[];
  readonly customers: readonly Customer[];
  readonly transactions: readonly Transaction[];
  readonly links: readonly Link[];
}

const firstId = {
  leads: 31_200_001,
  contacts: 45_100_001,
  companies: 45_900_001,
  customers: 2_050_001,
} as const;

/**
 * Makes the cards and who belongs to whom. The first lead, the first contact, company and customer belong together
 * and have everything that a card can show.
 */
export function makeCards(context: SeedContext, settings: SettingsTables, count: number): SeedCards {
  const companies = makeCompanies(context, settings, Math.max(6, Math.ceil(count / 3)));
  const contacts = makeContacts(context, settings, companies, Math.max(6, Math.ceil(count * 0.9)));
  const leads = makeLeads(context, settings, companies, count);
  const customers = makeCustomers(context, settings, companies, Math.max(6, Math.ceil(count / 8)));
  return {
    leads,
    contacts,
    companies,
    customers,
    transactions: makePurchases(customers),
    links: makeLinks(context, { leads, contacts, companies, customers }, settings),
  };
}

function shared(
  context: SeedContext,
  settings: SettingsTables,
  type: EntityType,
  index: number,
  total: number,
) {
  const { random, now } = context;
  const user = index === 0 ? settings.users[0] : random.pick(settings.users);
  // The rows came evenly over the last quarter, the first one first.
  const age = Math.round(((total - index) / total) * 90) + 1;
  const created = pickWorkTime(context, now, -age) + random.between(0, 29) * 60;
  const updated = Math.min(
    now - random.between(1, 40) * 1800,
    pickWorkTime(context, now, -random.between(0, age)),
  );
  return {
    id: firstId[type] + index,
    responsible_user_id: user?.id ?? 0,
    group_id: user?.group_id ?? 0,
    created_by: user?.id ?? 0,
    updated_by: user?.id ?? 0,
    created_at: created,
    updated_at: Math.max(created, updated),
    is_deleted: false,
    tag_ids: pickTags(random.chance(index === 0 ? 1 : 0.35), settings, type, random),
  };
}

function pickTags(
  wanted: boolean,
  settings: SettingsTables,
  type: EntityType,
  random: SeedContext["random"],
): number[] {
  if (!wanted) return [];
  const tags = settings.tags.filter((tag) => tag.entity_type === type);
  const first = random.pick(tags);
  const second = random.pick(tags);
  return first.id === second.id ? [first.id] : [first.id, second.id];
}

function makeCompanies(context: SeedContext, settings: SettingsTables, count: number): Company[] {
  const { texts, random } = context;
  const industries = optionsOf(settings, fieldIds.industry);
  return Array.from({ length: count }, (_, index) => {
    const base = texts.companies[index % texts.companies.length] as string;
    const suffix =
      texts.companySuffixes[
        (index * 3 + Math.floor(index / texts.companies.length)) % texts.companySuffixes.length
      ];
    const site = `${toAscii(base)}${index < texts.companies.length ? "" : index}.example.com`;
    return {
      ...shared(context, settings, "companies", index, count),
      name: `${base} ${suffix}`,
      custom_fields_values: [
        multi(settings, fieldIds.companyPhone, makePhone(texts, 40 + index * 7), "WORK"),
        multi(settings, fieldIds.companyEmail, `info@${site}`, "WORK"),
        text(fieldIds.website, `https://${site}`),
        text(
          fieldIds.address,
          `${random.pick(texts.streets)} ${random.between(1, 180)}, ${random.pick(texts.cities)}`,
        ),
        option(fieldIds.industry, random.pick(industries)),
      ],
    };
  });
}

function makeContacts(
  context: SeedContext,
  settings: SettingsTables,
  companies: readonly Company[],
  count: number,
): Contact[] {
  const { texts, random, now } = context;
  const ascii = new Map([...texts.firstNames, ...texts.lastNames].map((name) => [name, toAscii(name)]));
  return Array.from({ length: count }, (_, index) => {
    const first = random.pick(texts.firstNames);
    const last = random.pick(texts.lastNames);
    const site = `mail${index % 7}.example.com`;
    const values = [
      multi(settings, fieldIds.phone, makePhone(texts, index), random.chance(0.7) ? "MOB" : "WORK"),
      multi(
        settings,
        fieldIds.email,
        `${ascii.get(first)}.${ascii.get(last)}${index > 40 ? index : ""}@${site}`,
        "WORK",
      ),
    ];
    if (index === 0 || random.chance(0.6)) values.push(text(fieldIds.position, random.pick(texts.positions)));
    if (index === 0 || random.chance(0.3)) {
      values.push({
        field_id: fieldIds.birthday,
        values: [{ value: now - random.between(24, 62) * 365 * day }],
      });
    }
    if (random.chance(0.4)) values.push({ field_id: fieldIds.newsletter, values: [{ value: true }] });
    return {
      ...shared(context, settings, "contacts", index, Math.max(count, companies.length)),
      name: `${first} ${last}`,
      first_name: first,
      last_name: last,
      custom_fields_values: values,
    };
  });
}

function makeLeads(
  context: SeedContext,
  settings: SettingsTables,
  companies: readonly Company[],
  count: number,
): Lead[] {
  const { texts, random, now } = context;
  const boards = settings.pipelines.map((pipeline) => ({
    pipeline,
    stages: settings.statuses.filter((status) => status.pipeline_id === pipeline.id),
  }));
  const channels = optionsOf(settings, fieldIds.channel);
  const interests = optionsOf(settings, fieldIds.interests);
  const urgencies = optionsOf(settings, fieldIds.urgency);
  return Array.from({ length: count }, (_, index) => {
    const board = boards[index > 0 && random.chance(0.18) ? 1 : 0] ?? { stages: [] as Status[] };
    const stage = index === 0 ? board.stages[3] : pickStage(board.stages, random);
    const card = shared(context, settings, "leads", index, count);
    const closed = stage?.id === 142 || stage?.id === 143;
    const company = companies[index % companies.length]?.name ?? "";
    const values: CustomFieldValues[] = [option(fieldIds.channel, random.pick(channels))];
    if (index === 0 || random.chance(0.5)) {
      values.push({ field_id: fieldIds.delivery, values: [{ value: now + random.between(-10, 40) * day }] });
    }
    if (index === 0 || random.chance(0.5)) {
      const [one, two] = [random.pick(interests), random.pick(interests)];
      values.push({
        field_id: fieldIds.interests,
        values: [...new Set([one, two])].map(({ id, value }) => ({ value, enum_id: id })),
      });
    }
    if (index === 0 || random.chance(0.6)) values.push(option(fieldIds.urgency, random.pick(urgencies)));
    if (index === 0 || random.chance(0.3)) {
      values.push({ field_id: fieldIds.prepaid, values: [{ value: random.chance(0.5) }] });
    }
    if (index === 0 || random.chance(0.7)) {
      values.push({ field_id: fieldIds.area, values: [{ value: String(random.between(6, 240)) }] });
    }
    if (index === 0 || random.chance(0.2)) values.push(text(fieldIds.comment, random.pick(texts.notes)));
    if (index === 0 || random.chance(0.3))
      values.push(text(fieldIds.contract, `2026/${random.between(100, 999)}`));
    return {
      ...card,
      name: random.pick(texts.deals).replace("{company}", company),
      price: random.between(4, 180) * (context.texts.account.currency === "RUB" ? 5000 : 100),
      pipeline_id: stage?.pipeline_id ?? 0,
      status_id: stage?.id ?? 0,
      loss_reason_id: stage?.id === 143 ? random.pick(settings.loss_reasons).id : null,
      source_id: random.chance(0.3) ? random.pick(settings.sources).id : null,
      closed_at: closed ? card.updated_at : null,
      score: null,
      custom_fields_values: values,
    };
  });
}

/** Few wait unsorted, the rest gets fewer from stage to stage; a good part is closed. */
function pickStage(stages: readonly Status[], random: SeedContext["random"]): Status | undefined {
  if (random.chance(0.18)) return stages.find((stage) => stage.id === 142);
  if (random.chance(0.12)) return stages.find((stage) => stage.id === 143);
  if (random.chance(0.1)) return stages.find((stage) => stage.type === 1);
  const open = stages.filter((stage) => stage.type === 0 && stage.id !== 142 && stage.id !== 143);
  return open[Math.floor(random.next() * (0.4 + random.next() * 0.6) * open.length)];
}

function makeCustomers(
  context: SeedContext,
  settings: SettingsTables,
  companies: readonly Company[],
  count: number,
): Customer[] {
  const { random, now, texts } = context;
  const unit = texts.account.currency === "RUB" ? 5000 : 100;
  return Array.from({ length: count }, (_, index) => {
    const purchases = random.between(1, 9);
    const check = random.between(4, 60) * unit;
    return {
      ...shared(context, settings, "customers", index, count),
      name: companies[index % companies.length]?.name ?? "",
      next_price: check,
      next_date: now + random.between(3, 60) * day,
      periodicity: random.pick([30, 60, 90]),
      ltv: check * purchases,
      purchases_count: purchases,
      average_check: check,
      bonus_points: 0,
      segment_ids: pickSegments(settings, purchases),
      custom_fields_values: [
        { field_id: fieldIds.budget, values: [{ value: String(random.between(5, 90) * unit * 10) }] },
      ],
    };
  });
}

/** Who bought often is a regular, who bought once or twice is new. */
function pickSegments({ segments }: SettingsTables, purchases: number): number[] {
  const [regular, fresh] = segments;
  const segment = purchases > 4 ? regular : purchases < 3 ? fresh : undefined;
  return segment === undefined ? [] : [segment.id];
}

function makeLinks(
  context: SeedContext,
  cards: Omit<SeedCards, "links" | "transactions">,
  settings: SettingsTables,
): Link[] {
  const { random } = context;
  const links: Link[] = [];
  const add = (
    from: [EntityType, number],
    to: [Rows["links"]["to_type"], number],
    more: Partial<Link> = {},
  ) =>
    links.push({
      id: 700_001 + links.length,
      from_type: from[0],
      from_id: from[1],
      to_type: to[0],
      to_id: to[1],
      is_main: false,
      quantity: null,
      catalog_id: null,
      ...more,
    });
  const { leads, contacts, companies, customers } = cards;
  contacts.forEach((contact, index) => {
    const company = companies[index % companies.length];
    if (company !== undefined && (index < companies.length || random.chance(0.6))) {
      add(["contacts", contact.id], ["companies", company.id]);
    }
  });
  leads.forEach((lead, index) => {
    const contact = contacts[index % contacts.length];
    const company = companies[index % companies.length];
    const second = contacts[(index + companies.length) % contacts.length];
    if (contact !== undefined) add(["leads", lead.id], ["contacts", contact.id], { is_main: true });
    if (second !== undefined && second !== contact && (index === 0 || random.chance(0.25))) {
      add(["leads", lead.id], ["contacts", second.id]);
    }
    if (company !== undefined && (index === 0 || random.chance(0.75))) {
      add(["leads", lead.id], ["companies", company.id]);
    }
    if (index === 0 || random.chance(0.15)) {
      const element = random.pick(settings.catalog_elements.slice(0, 8));
      add(["leads", lead.id], ["catalog_elements", element.id], {
        quantity: random.between(1, 4),
        catalog_id: element.catalog_id,
      });
    }
  });
  customers.forEach((customer, index) => {
    const contact = contacts[index % contacts.length];
    const company = companies[index % companies.length];
    if (contact !== undefined) add(["customers", customer.id], ["contacts", contact.id], { is_main: true });
    if (company !== undefined) add(["customers", customer.id], ["companies", company.id]);
  });
  return links;
}

interface Option {
  readonly id: number;
  readonly value: string;
}

function optionsOf(settings: SettingsTables, field: number): readonly Option[] {
  return settings.custom_fields.find(({ id }) => id === field)?.enums ?? [];
}

function option(field: number, { id, value }: Option): CustomFieldValues {
  return { field_id: field, values: [{ value, enum_id: id }] };
}

function text(field: number, value: string): CustomFieldValues {
  return { field_id: field, values: [{ value }] };
}

function multi(settings: SettingsTables, field: number, value: string, code: string): CustomFieldValues {
  const known = settings.custom_fields
    .find(({ id }) => id === field)
    ?.enums?.find((entry) => entry.code === code);
  return { field_id: field, values: [{ value, enum_id: known?.id ?? 0, enum_code: code }] };
}
