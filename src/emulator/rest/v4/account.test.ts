import { describe, expect, it } from "vitest";
import { createClient, seeded } from "../fixtures/create-client";

describe("the account", () => {
  it("tells more only when it is asked", async () => {
    const client = createClient();
    const plain = await client.get("/api/v4/account");
    const full = await client.get(
      "/api/v4/account?with=amojo_id,amojo_rights,users_groups,task_types,version,entity_names,datetime_settings,drive_url,is_api_filter_enabled",
    );

    expect(plain.body).toMatchObject({
      id: seeded.account.id,
      subdomain: "northwind",
      current_user_id: 9_630_001,
      country: "US",
      _embedded: {},
    });
    expect(plain.body).not.toHaveProperty("amojo_id");
    expect(Object.keys(full.body._embedded)).toEqual([
      "amojo_rights",
      "users_groups",
      "task_types",
      "datetime_settings",
    ]);
    expect(full.body._embedded.task_types[1]).toEqual({
      id: 2,
      name: "Meeting",
      color: null,
      icon_id: 1,
      code: "MEETING",
    });
  });

  it("lists its users", async () => {
    const { body } = await createClient().get("/api/v4/users?with=role,group,uuid,amojo_id");

    expect(body).toMatchObject({ _total_items: 5, _page: 1, _page_count: 1 });
    expect(body._embedded.users[1]).toMatchObject({
      name: "Marcus Reed",
      rights: {
        is_admin: false,
        is_active: true,
        group_id: null,
        role_id: 71_001,
        leads: { edit: "G" },
        status_rights: [],
      },
      _embedded: { roles: [{ id: 71_001, name: "Manager" }], groups: [{ id: 0, name: "Sales" }] },
    });
    expect((await createClient().get("/api/v4/users/9630003")).body.name).toBe("Priya Nair");
    expect((await createClient().get("/api/v4/users/5")).status).toBe(404);
  });
});
