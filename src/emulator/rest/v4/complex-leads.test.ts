import { describe, expect, it } from "vitest";
import { createClient } from "../fixtures/create-client";

describe("leads with contact and company in one call", () => {
  it("are made and linked with each other", async () => {
    const client = createClient();
    const { status, body } = await client.post("/api/v4/leads/complex", [
      {
        name: "Big",
        price: 900,
        request_id: "c",
        _embedded: {
          metadata: { category: "forms" },
          tags: [{ name: "site" }],
          contacts: [
            { first_name: "Ada", custom_fields_values: [{ field_code: "PHONE", values: [{ value: "1" }] }] },
          ],
          companies: [{ name: "Engine Works" }],
        },
      },
      { name: "Bare" },
    ]);
    const [big, bare] = body;
    const { body: lead } = await client.get(`/api/v4/leads/${big.id}?with=contacts`);

    expect(status).toBe(200);
    expect(big).toEqual({
      id: big.id,
      contact_id: big.contact_id,
      company_id: big.company_id,
      request_id: ["c"],
      merged: false,
    });
    expect(bare).toMatchObject({ contact_id: null, company_id: null, request_id: ["1"] });
    expect(lead._embedded).toMatchObject({
      tags: [{ name: "site" }],
      contacts: [{ id: big.contact_id, is_main: true }],
      companies: [{ id: big.company_id }],
    });
    expect(client.model.linksOf("contacts", big.contact_id)).toHaveLength(2);
  });

  it("name the place of an error inside of their parts", async () => {
    const { status, body } = await createClient().post("/api/v4/leads/complex", [
      { _embedded: { contacts: [{ custom_fields_values: [{ field_id: 5, values: [] }] }] } },
    ]);

    expect(status).toBe(400);
    expect(body["validation-errors"][0].errors[0].path).toBe(
      "_embedded.contacts.0.custom_fields_values.0.field_id",
    );
    expect(
      (
        await createClient().post(
          "/api/v4/leads/complex",
          Array.from({ length: 51 }, () => ({})),
        )
      ).status,
    ).toBe(400);
  });
});
