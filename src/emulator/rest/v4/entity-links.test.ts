import { describe, expect, it } from "vitest";
import { createClient, seeded } from "../fixtures/create-client";

const lead = seeded.tables.leads[0]!;
const contact = seeded.tables.contacts[0]!;
const company = seeded.tables.companies[0]!;

describe("links", () => {
  it("of a card are listed with what they mean", async () => {
    const { body } = await createClient().get(`/api/v4/leads/${lead.id}/links`);

    expect(body._total_items).toBe(4);
    expect(body._embedded.links).toEqual([
      { to_entity_id: contact.id, to_entity_type: "contacts", metadata: { main_contact: true } },
      { to_entity_id: expect.any(Number), to_entity_type: "contacts", metadata: { main_contact: false } },
      { to_entity_id: company.id, to_entity_type: "companies", metadata: null },
      {
        to_entity_id: expect.any(Number),
        to_entity_type: "catalog_elements",
        metadata: { quantity: expect.any(Number), catalog_id: 8101 },
      },
    ]);
  });

  it("are seen from the other end too, and of many cards at once", async () => {
    const client = createClient();
    const from = await client.get(`/api/v4/contacts/${contact.id}/links?filter[to_entity_type]=leads`);
    const many = await client.get(
      `/api/v4/leads/links?filter[entity_id][]=${lead.id}&filter[to_entity_type]=companies`,
    );

    expect(from.body._embedded.links).toContainEqual({
      to_entity_id: lead.id,
      to_entity_type: "leads",
      metadata: null,
    });
    expect(many.body._embedded.links).toEqual([
      {
        entity_id: lead.id,
        entity_type: "leads",
        to_entity_id: company.id,
        to_entity_type: "companies",
        metadata: null,
      },
    ]);
    expect((await client.get("/api/v4/leads/links")).status).toBe(400);
  });

  it("are made and taken away", async () => {
    const client = createClient();
    const other = seeded.tables.contacts[20]!;
    const made = await client.post(`/api/v4/leads/${lead.id}/link`, [
      { to_entity_id: other.id, to_entity_type: "contacts", metadata: { is_main: true } },
      {
        to_entity_id: 440_003,
        to_entity_type: "catalog_elements",
        metadata: { quantity: 3, catalog_id: 8101 },
      },
    ]);
    const gone = await client.post(`/api/v4/leads/${lead.id}/unlink`, [
      { to_entity_id: other.id, to_entity_type: "contacts" },
    ]);

    expect(made.body._embedded.links).toEqual([
      {
        entity_id: lead.id,
        entity_type: "leads",
        to_entity_id: other.id,
        to_entity_type: "contacts",
        metadata: { main_contact: true },
      },
      {
        entity_id: lead.id,
        entity_type: "leads",
        to_entity_id: 440_003,
        to_entity_type: "catalog_elements",
        metadata: { quantity: 3, catalog_id: 8101 },
      },
    ]);
    expect(gone.status).toBe(204);
    expect(
      (await client.get(`/api/v4/leads/${lead.id}/links?filter[to_entity_id]=${other.id}`)).body._total_items,
    ).toBe(0);
  });

  it("to nothing are refused", async () => {
    const { status, body } = await createClient().post(`/api/v4/leads/${lead.id}/link`, [
      { to_entity_id: 1, to_entity_type: "contacts" },
    ]);

    expect(status).toBe(400);
    expect(body["validation-errors"][0].errors[0].path).toBe("to_entity_id");
  });
});
