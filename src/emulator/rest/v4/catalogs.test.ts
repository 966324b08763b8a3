import { describe, expect, it } from "vitest";
import { createClient, seeded } from "../fixtures/create-client";

describe("lists", () => {
  it("hold elements that are made and changed", async () => {
    const client = createClient();
    const made = await client.post("/api/v4/catalogs/8101/elements", [
      { name: "Lamp", custom_fields_values: [{ field_code: "SKU", values: [{ value: "L-1" }] }] },
    ]);
    const [{ id }] = made.body._embedded.elements;
    await client.patch("/api/v4/catalogs/8101/elements", [{ id, name: "Big lamp" }]);
    const { body } = await client.get(`/api/v4/catalogs/8101/elements/${id}`);

    expect(body).toMatchObject({
      id,
      catalog_id: 8101,
      name: "Big lamp",
      is_deleted: false,
      custom_fields_values: [{ field_code: "SKU", values: [{ value: "L-1" }] }],
      account_id: seeded.account.id,
    });
    expect(
      (await client.get("/api/v4/catalogs/8101/elements?query=big")).body._embedded.elements,
    ).toHaveLength(1);
    expect((await client.get(`/api/v4/catalogs/8102/elements/${id}`)).status).toBe(204);
    expect((await client.get("/api/v4/catalogs/5/elements")).status).toBe(404);
  });

  it("are at most ten", async () => {
    const client = createClient();
    const eight = Array.from({ length: 8 }, (_, index) => ({ name: `List ${index}` }));

    expect((await client.post("/api/v4/catalogs", eight)).status).toBe(200);
    expect((await client.post("/api/v4/catalogs", [{ name: "one more" }])).body.detail).toBe(
      "Too many lists",
    );
  });
});
