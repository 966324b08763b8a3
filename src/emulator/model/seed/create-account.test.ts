import { describe, expect, it } from "vitest";
import type { Locale } from "../entities";
import { nameGroup } from "../tables";
import { createAccount } from "./create-account";
import { seedTexts } from "./texts";

const locales = Object.keys(seedTexts) as Locale[];

describe.each(locales)("the seeded account in %s", (locale) => {
  const { tables, account, counters, now } = createAccount({ locale });

  it("is small and has something of everything", () => {
    const empty = Object.entries(tables).filter(([, rows]) => rows.length === 0);

    expect(empty.map(([name]) => name)).toEqual([
      "webhooks",
      "widgets",
      "stage_actions",
      "salesbots",
      "sent_hooks",
    ]);
    expect(tables.leads).toHaveLength(48);
    expect(account.language).toBe(locale);
  });

  it("refers to nothing that is not there", () => {
    const ids = {
      leads: new Set(tables.leads.map((row) => row.id)),
      contacts: new Set(tables.contacts.map((row) => row.id)),
      companies: new Set(tables.companies.map((row) => row.id)),
      customers: new Set(tables.customers.map((row) => row.id)),
      catalog_elements: new Set(tables.catalog_elements.map((row) => row.id)),
    };
    const stages = new Set(tables.statuses.map((row) => row.key));
    const users = new Set(tables.users.map((row) => row.id));
    const fields = new Map(tables.custom_fields.map((row) => [row.id, row]));
    const cards = [...tables.leads, ...tables.contacts, ...tables.companies, ...tables.customers];

    expect(tables.leads.filter((row) => !stages.has(`${row.pipeline_id}:${row.status_id}`))).toEqual([]);
    expect(cards.filter((row) => !users.has(row.responsible_user_id))).toEqual([]);
    expect(
      cards.flatMap((row) => row.custom_fields_values).filter((entry) => !fields.has(entry.field_id)),
    ).toEqual([]);
    expect(
      tables.links.filter(
        (link) => !ids[link.from_type].has(link.from_id) || !ids[link.to_type].has(link.to_id),
      ),
    ).toEqual([]);
    expect(
      [...tables.tasks, ...tables.notes].filter(
        (row) => row.entity_type !== null && !ids[row.entity_type].has(row.entity_id ?? 0),
      ),
    ).toEqual([]);
  });

  it("names options that their fields have", () => {
    const options = new Map(
      tables.custom_fields.map((field) => [field.id, new Set(field.enums?.map((option) => option.id))]),
    );
    const wrong = [...tables.leads, ...tables.contacts, ...tables.companies]
      .flatMap((row) => row.custom_fields_values)
      .filter((entry) =>
        entry.values.some(
          (value) => value.enum_id !== undefined && !options.get(entry.field_id)?.has(value.enum_id),
        ),
      );

    expect(wrong).toEqual([]);
  });

  it("gives its first lead everything that a card can show", () => {
    const lead = tables.leads[0]!;
    const card = nameGroup("leads", lead.id);
    const links = tables.links.filter((link) => nameGroup(link.from_type, link.from_id) === card);
    const types = tables.custom_fields.filter((field) =>
      lead.custom_fields_values.some((entry) => entry.field_id === field.id),
    );

    expect(new Set(links.map((link) => link.to_type))).toEqual(
      new Set(["contacts", "companies", "catalog_elements"]),
    );
    expect(tables.tasks.filter((task) => task.entity_id === lead.id).length).toBeGreaterThanOrEqual(4);
    expect(tables.notes.filter((note) => note.entity_id === lead.id).length).toBeGreaterThanOrEqual(3);
    expect(tables.talks.filter((talk) => talk.entity_id === lead.id)).toHaveLength(1);
    expect(types.length).toBeGreaterThanOrEqual(8);
    expect(lead.closed_at).toBeNull();
  });

  it("dates nothing after its present but what is to come", () => {
    const rows = [
      ...tables.leads,
      ...tables.contacts,
      ...tables.tasks,
      ...tables.notes,
      ...tables.chat_messages,
    ];

    expect(rows.filter((row) => row.created_at > now)).toEqual([]);
    expect(tables.tasks.some((task) => task.complete_till > now)).toBe(true);
    expect(tables.tasks.some((task) => !task.is_completed && task.complete_till < now)).toBe(true);
  });

  it("has no phone that rings and no mail address that exists, but ones that every form takes", () => {
    const byId = new Map(tables.custom_fields.map((field) => [field.id, field]));
    const values = (code: string) =>
      [...tables.contacts, ...tables.companies]
        .flatMap((row) => row.custom_fields_values)
        .filter((entry) => byId.get(entry.field_id)?.code === code)
        .flatMap((entry) => entry.values.map((value) => String(value.value)));
    const silent = /^(\+1 \d{3} 555-01\d\d|\+55 00 9\d{3}0-00\d\d|\+7 000 \d{3}-00-\d\d)$/;

    expect(values("PHONE").filter((phone) => !silent.test(phone))).toEqual([]);
    const mails = [...values("EMAIL"), ...tables.users.map(({ email }) => email)];
    expect(mails.filter((mail) => !/^[a-z0-9.]+@[a-z0-9-]+\.example\.com$/.test(mail))).toEqual([]);
  });

  it("goes on with ids that are free", () => {
    for (const [name, rows] of Object.entries(tables)) {
      const ids = rows.map((row) => ("id" in row && typeof row.id === "number" ? row.id : 0));
      if (rows.length > 0) expect(counters[name as keyof typeof tables]).toBeGreaterThan(Math.max(0, ...ids));
    }
  });
});

describe("texts of the seed", () => {
  const shape = (value: unknown): unknown => {
    if (Array.isArray(value))
      return value.length > 0 && Array.isArray(value[0]) ? ["list of lists"] : ["list"];
    if (typeof value !== "object" || value === null) return typeof value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shape(part)]));
  };

  it.each(locales)("have the same parts in %s", (locale) => {
    expect(shape(seedTexts[locale])).toEqual(shape(seedTexts.en));
    expect(seedTexts[locale].pipelines.map((pipeline) => pipeline.stages.length)).toEqual(
      seedTexts.en.pipelines.map((pipeline) => pipeline.stages.length),
    );
    expect(seedTexts[locale].products).toHaveLength(seedTexts.en.products.length);
  });
});

describe("a big account", () => {
  it("grows in proportion", () => {
    const { tables } = createAccount({ leads: 2000 });

    expect(tables.leads).toHaveLength(2000);
    expect(tables.contacts).toHaveLength(1800);
    expect(new Set(tables.leads.map((row) => row.id)).size).toBe(2000);
    expect(tables.events.length).toBeLessThanOrEqual(500);
  });
});
