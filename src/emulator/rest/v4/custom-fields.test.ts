import { describe, expect, it } from "vitest";
import { createClient, origin } from "../fixtures/create-client";

const href = (path: string) => ({ self: { href: `${origin}/api/v4/${path}` } });

describe("custom fields", () => {
  it("tell their size and their options", async () => {
    const { body } = await createClient().get("/api/v4/leads/custom_fields?limit=2");

    expect(body).toMatchObject({ _total_items: 10, _page: 1, _page_count: 5 });
    expect(Object.keys(body._links)).toEqual(["self", "next", "last"]);
    expect(body._embedded.custom_fields[0]).toMatchObject({
      name: "How they found us",
      type: "select",
      entity_type: "leads",
      enums: [{ id: expect.any(Number), value: "Search", sort: 10 }, {}, {}, {}],
      _links: href("leads/custom_fields/1203201"),
    });
  });

  it("are made, changed and deleted, of lists too", async () => {
    const client = createClient();
    const made = await client.post("/api/v4/catalogs/8102/custom_fields", [
      {
        name: "Size",
        type: "select",
        enums: [
          { value: "S", sort: 1 },
          { value: "L", sort: 2 },
        ],
      },
    ]);
    const [{ id, enums }] = made.body._embedded.custom_fields;
    const changed = await client.patch(`/api/v4/catalogs/8102/custom_fields/${id}`, {
      enums: [{ id: enums[0].id, value: "Small" }, { value: "Huge" }],
    });

    expect(
      changed.body.enums.map((option: { id: number; value: string }) => [
        option.id === enums[0].id,
        option.value,
      ]),
    ).toEqual([
      [true, "Small"],
      [false, "Huge"],
    ]);
    expect((await client.remove(`/api/v4/catalogs/8102/custom_fields/${id}`)).status).toBe(204);
    expect((await client.get(`/api/v4/catalogs/8102/custom_fields/${id}`)).status).toBe(204);
    expect((await client.remove("/api/v4/contacts/custom_fields/1203001")).body.detail).toBe(
      "This field cannot be deleted",
    );
    expect((await client.post("/api/v4/leads/custom_fields", [{ name: "x", type: "poem" }])).status).toBe(
      400,
    );
  });
});
