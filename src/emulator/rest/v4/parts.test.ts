import { describe, expect, it } from "vitest";
import { readWidget } from "../../model/read-widget";
import { createClient, origin, seeded } from "../fixtures/create-client";

const lead = seeded.tables.leads[0]!;
const contact = seeded.tables.contacts[0]!;
const company = seeded.tables.companies[0]!;
const href = (path: string) => ({ self: { href: `${origin}/api/v4/${path}` } });

describe("notes", () => {
  it("are listed and made on a card", async () => {
    const client = createClient();
    const made = await client.post(`/api/v4/leads/${lead.id}/notes`, [
      { note_type: "common", params: { text: "Hello" }, request_id: "n" },
    ]);
    const [{ id }] = made.body._embedded.notes;
    const { body } = await client.get(`/api/v4/leads/${lead.id}/notes?filter[id]=${id}`);

    expect(made.body._embedded.notes).toEqual([
      {
        id,
        entity_id: lead.id,
        updated_at: seeded.now,
        request_id: "n",
        _links: href(`leads/${lead.id}/notes/${id}`),
      },
    ]);
    expect(body._embedded.notes).toEqual([
      {
        id,
        entity_id: lead.id,
        created_by: seeded.account.current_user_id,
        updated_by: seeded.account.current_user_id,
        created_at: seeded.now,
        updated_at: seeded.now,
        responsible_user_id: lead.responsible_user_id,
        group_id: lead.group_id,
        note_type: "common",
        params: { text: "Hello" },
        is_pinned: false,
        account_id: seeded.account.id,
        _links: href(`leads/${lead.id}/notes/${id}`),
      },
    ]);
  });

  it("are changed and pinned", async () => {
    const client = createClient();
    const note = seeded.tables.notes.find((row) => row.entity_type === "leads")!;
    await client.patch(`/api/v4/leads/${note.entity_id}/notes/${note.id}`, { params: { text: "New" } });
    await client.post(`/api/v4/leads/${note.entity_id}/notes/${note.id}/pin`, "");

    expect((await client.get(`/api/v4/leads/notes/${note.id}`)).body).toMatchObject({
      params: { text: "New" },
      is_pinned: true,
    });
  });

  it.each([
    [{ note_type: "poem", params: {} }, "NotSupportedChoice", "note_type"],
    [{ note_type: "common", params: {} }, "FieldMissing", "params.text"],
    [{ note_type: "sms_in", params: { text: "x" } }, "FieldMissing", "params.phone"],
    [{ note_type: 4, params: { text: "x" } }, "InvalidType", "note_type"],
  ])("refuse %j", async (item, code, path) => {
    const { status, body } = await createClient().post(`/api/v4/leads/${lead.id}/notes`, [item]);

    expect(status).toBe(400);
    expect(body["validation-errors"][0].errors[0]).toMatchObject({ code, path });
  });

  it("of a kind of card are found without naming the card", async () => {
    const { body } = await createClient().get("/api/v4/contacts/notes?filter[note_type][]=call_in");

    expect(body._embedded.notes.every((note: { note_type: string }) => note.note_type === "call_in")).toBe(
      true,
    );
    expect((await createClient().get("/api/v4/companies/notes")).status).toBe(204);
  });
});

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

describe("tags", () => {
  it("are listed, found and made, each name once", async () => {
    const client = createClient();
    const made = await client.post("/api/v4/leads/tags", [{ name: "new", color: "DDEBB5" }, { name: "VIP" }]);

    expect(made.body).toEqual({
      _total_items: 2,
      _embedded: {
        tags: [
          { id: expect.any(Number), name: "new", color: "DDEBB5", request_id: "0" },
          { id: 60_001, name: "VIP", color: "ffc8c8", request_id: "1" },
        ],
      },
    });
    expect((await client.get("/api/v4/leads/tags?filter[name]=VIP")).body._embedded.tags).toHaveLength(1);
    expect((await client.get("/api/v4/leads/tags?query=zzz")).status).toBe(204);
    expect((await client.post("/api/v4/leads/tags", [{ name: " " }])).status).toBe(400);
  });
});

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

describe("pipelines", () => {
  it("come with their stages in order", async () => {
    const { body } = await createClient().get("/api/v4/leads/pipelines");
    const [pipeline] = body._embedded.pipelines;

    expect(body._total_items).toBe(2);
    expect(pipeline).toMatchObject({ id: 7_201_001, name: "Sales", is_main: true, is_archive: false });
    expect(
      pipeline._embedded.statuses.map((status: { id: number; type: number }) => [status.id, status.type]),
    ).toEqual([
      [61_300_001, 1],
      [61_300_002, 0],
      [61_300_003, 0],
      [61_300_004, 0],
      [61_300_005, 0],
      [61_300_006, 0],
      [142, 0],
      [143, 0],
    ]);
    expect(pipeline._embedded.statuses[0]).toEqual({
      id: 61_300_001,
      pipeline_id: 7_201_001,
      name: "Incoming leads",
      sort: 10,
      is_editable: false,
      color: "#c1c1c1",
      type: 1,
      account_id: seeded.account.id,
      _links: href("leads/pipelines/7201001/statuses/61300001"),
    });
  });

  it("are made with the stages that every pipeline has, changed and deleted", async () => {
    const client = createClient();
    const made = await client.post("/api/v4/leads/pipelines", [
      {
        name: "Repairs",
        is_main: true,
        is_unsorted_on: true,
        sort: 5,
        _embedded: {
          statuses: [
            { name: "Broken", sort: 20 },
            { id: 142, name: "Mended" },
          ],
        },
      },
    ]);
    const [pipeline] = made.body._embedded.pipelines;
    const stage = await client.post(`/api/v4/leads/pipelines/${pipeline.id}/statuses`, [
      { name: "Waiting", sort: 30 },
    ]);
    const names = async () =>
      (await client.get(`/api/v4/leads/pipelines/${pipeline.id}/statuses`)).body._embedded.statuses.map(
        (status: { name: string }) => status.name,
      );

    expect(await names()).toEqual(["Incoming leads", "Broken", "Waiting", "Mended", "Closed - lost"]);
    expect((await client.get("/api/v4/leads/pipelines/7201001")).body.is_main).toBe(false);
    expect((await client.remove(`/api/v4/leads/pipelines/${pipeline.id}/statuses/142`)).status).toBe(400);
    expect(
      (
        await client.remove(
          `/api/v4/leads/pipelines/${pipeline.id}/statuses/${stage.body._embedded.statuses[0].id}`,
        )
      ).status,
    ).toBe(204);
    expect((await client.remove(`/api/v4/leads/pipelines/${pipeline.id}`)).body.detail).toBe(
      "The main pipeline cannot be deleted",
    );
    expect((await client.remove("/api/v4/leads/pipelines/7201001")).body.detail).toBe(
      "The pipeline has leads",
    );
  });
});

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

describe("widgets", () => {
  const manifest = {
    widget: { version: "1.0.0" },
    locations: ["lcard-1", "lead_sources"],
    settings: { token: { name: "settings.token", type: "pass", required: true } },
  };
  const widget = readWidget({
    code: "mine",
    files: new Map([["manifest.json", new TextEncoder().encode(JSON.stringify(manifest))]]),
  });
  const account = { ...seeded, tables: { ...seeded.tables, widgets: [widget] } };

  it("are told with their settings only to their own integration", async () => {
    const client = createClient(account);
    const { body } = await client.get("/api/v4/widgets/mine");

    expect(body).toEqual({
      id: 1,
      code: "mine",
      version: "1.0.0",
      rating: "0,0",
      settings_template: [{ key: "token", name: "settings.token", type: "pass", is_required: true }],
      is_lead_source: true,
      is_work_with_dp: false,
      is_crm_template: false,
      client_uuid: widget.client_uuid,
      is_active_in_account: true,
      pipeline_id: null,
      _links: href("widgets/mine"),
    });
    expect((await client.get("/api/v4/widgets/mine", { authorization: "Bearer x" })).body.settings).toEqual({
      token: "secret",
    });
    expect((await client.get("/api/v4/widgets/none")).status).toBe(404);
  });

  it("are installed and taken out", async () => {
    const client = createClient(account);

    expect((await client.remove("/api/v4/widgets/mine")).status).toBe(204);
    expect((await client.get("/api/v4/widgets/mine")).body.is_active_in_account).toBe(false);
    expect((await client.post("/api/v4/widgets/mine", {})).body.detail).toBe("The setting token is required");
    expect((await client.post("/api/v4/widgets/mine", { token: "t" })).body.is_active_in_account).toBe(true);
  });
});

describe("events", () => {
  it("tell what happened, the newest first", async () => {
    const client = createClient();
    await client.patch(`/api/v4/leads/${lead.id}`, { status_id: 142 });
    const { body } = await client.get(
      `/api/v4/events?filter[entity]=lead&filter[entity_id][]=${lead.id}&limit=1`,
    );
    const [event] = body._embedded.events;

    expect(event).toEqual({
      id: expect.stringMatching(/^01[0-9a-z]{24}$/),
      type: "lead_status_changed",
      entity_id: lead.id,
      entity_type: "lead",
      created_by: 9_630_001,
      created_at: seeded.now,
      value_after: [{ lead_status: { id: 142, pipeline_id: lead.pipeline_id } }],
      value_before: [{ lead_status: { id: lead.status_id, pipeline_id: lead.pipeline_id } }],
      account_id: seeded.account.id,
      _links: href(`events/${event.id}`),
      _embedded: { entity: { id: lead.id, _links: href(`leads/${lead.id}`) } },
    });
    expect((await client.get(`/api/v4/events/${event.id}`)).body).toEqual(event);
    expect((await client.get("/api/v4/events/types")).body._embedded.events_types.length).toBeGreaterThan(20);
  });

  it("take ten ids in a filter", async () => {
    const ids = Array.from({ length: 11 }, (_, index) => `filter[entity_id][]=${index}`).join("&");

    expect((await createClient().get(`/api/v4/events?${ids}`)).status).toBe(400);
  });
});

describe("sources", () => {
  it("are made, changed and deleted; one at most is the default", async () => {
    const client = createClient();
    const made = await client.post("/api/v4/sources", [
      { name: "Line 1", external_id: "line-1", default: true },
    ]);
    const [{ id }] = made.body._embedded.sources;
    const all = await client.get("/api/v4/sources");

    expect(made.body._embedded.sources[0]).toEqual({
      id,
      name: "Line 1",
      external_id: "line-1",
      pipeline_id: 7_201_001,
      default: true,
      origin_code: null,
      services: [],
      request_id: "0",
      _links: href(`sources/${id}`),
    });
    expect(all.body._embedded.sources.filter((source: { default: boolean }) => source.default)).toHaveLength(
      1,
    );
    expect((await client.get("/api/v4/sources?filter[external_id]=line-1")).body._total_items).toBe(1);
    expect((await client.remove(`/api/v4/sources/${id}`)).status).toBe(204);
    expect((await client.get(`/api/v4/sources/${id}`)).status).toBe(204);
  });

  it.each([
    [{ name: "x" }, "FieldMissing", "external_id"],
    [{ name: "x", external_id: "seed-1" }, "NotUnique", "external_id"],
    [{ name: "x", external_id: "не латиница" }, "NotSupportedChoice", "external_id"],
    [{ name: "x", external_id: "y", pipeline_id: 5 }, "NotSupportedChoice", "pipeline_id"],
  ])("refuse %j", async (item, code, path) => {
    const { body } = await createClient().post("/api/v4/sources", [item]);

    expect(body["validation-errors"][0].errors[0]).toMatchObject({ code, path });
  });
});

describe("conversations", () => {
  const talk = seeded.tables.talks[0]!;

  it("are listed with whom they are about", async () => {
    const { body } = await createClient().get(
      `/api/v4/talks?filter[entity_id]=${lead.id}&filter[entity_type]=lead`,
    );

    expect(body._embedded.talks).toMatchObject([
      {
        talk_id: talk.id,
        chat_id: talk.chat_id,
        contact_id: contact.id,
        entity_id: lead.id,
        entity_type: "lead",
        is_in_work: true,
        _embedded: { contacts: [{ id: contact.id }], leads: [{ id: lead.id }] },
      },
    ]);
    expect((await createClient().get("/api/v4/talks/5")).status).toBe(404);
  });

  it("take messages until they are closed", async () => {
    const client = createClient();
    const before = await client.get(`/api/v4/talks/${talk.id}/messages`);
    const sent = await client.post(`/api/v4/talks/${talk.id}/send_message`, { text: "Hello" });
    const after = await client.get(`/api/v4/talks/${talk.id}/messages`);

    expect(sent.body).toEqual({ id: expect.any(String) });
    expect(after.body._embedded.messages).toHaveLength(before.body._embedded.messages.length + 1);
    expect(after.body._embedded.messages.at(-1)).toMatchObject({
      type: "outgoing",
      text: "Hello",
      author: { type: "internal" },
    });
    expect((await client.post(`/api/v4/talks/${talk.id}/close`, {})).status).toBe(202);
    expect((await client.post(`/api/v4/talks/${talk.id}/close`, {})).status).toBe(422);
    expect((await client.post(`/api/v4/talks/${talk.id}/send_message`, { text: "x" })).status).toBe(422);
  });
});

describe("webhooks", () => {
  it("are subscribed once an address", async () => {
    const client = createClient();
    const first = await client.post("/api/v4/webhooks", {
      destination: "https://a.example/h",
      settings: ["add_lead"],
    });
    const again = await client.post("/api/v4/webhooks", {
      destination: "https://a.example/h",
      settings: ["status_lead"],
    });

    expect(first.status).toBe(201);
    expect(again.body).toEqual({
      id: first.body.id,
      destination: "https://a.example/h",
      settings: ["status_lead"],
      sort: 10,
      disabled: false,
      created_by: 9_630_001,
      created_at: seeded.now,
      updated_at: seeded.now,
      account_id: seeded.account.id,
    });
    expect((await client.remove("/api/v4/webhooks", { destination: "https://a.example/h" })).status).toBe(
      204,
    );
    expect((await client.remove("/api/v4/webhooks", { destination: "https://a.example/h" })).status).toBe(
      404,
    );
    expect((await client.get("/api/v4/webhooks")).status).toBe(204);
  });

  it.each([
    [{ destination: "ftp://x", settings: ["add_lead"] }, "destination"],
    [{ destination: "https://x.example", settings: ["add_moon"] }, "settings.0"],
    [{ destination: "https://x.example" }, "settings"],
  ])("refuse %j", async (item, path) => {
    const { body } = await createClient().post("/api/v4/webhooks", item);

    expect(body["validation-errors"][0].errors[0].path).toBe(path);
  });
});

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

describe("calls", () => {
  const call = { direction: "inbound", duration: 30, source: "pbx" };

  it("become notes of whoever has the number, the others are told", async () => {
    const client = createClient();
    const { body } = await client.post("/api/v4/calls", [
      { ...call, phone: "(212) 555 0100", uniq: "u1", request_id: "a" },
      { ...call, phone: "+49 30 000000" },
    ]);
    const [added] = body._embedded.calls;
    const note = client.model.tables.notes.get(added.id)!;

    expect(body).toMatchObject({ _total_items: 1, errors: [{ status: 263, request_id: "1" }] });
    expect(added).toMatchObject({ request_id: "a", account_id: seeded.account.id });
    expect(note).toMatchObject({
      note_type: "call_in",
      params: { phone: "(212) 555 0100", uniq: "u1", duration: 30 },
    });
    expect((await client.post("/api/v4/calls", [{ phone: "1" }])).status).toBe(400);
  });
});

describe("chats of contacts", () => {
  const talk = seeded.tables.talks[0]!;

  it("are found by either end and moved to another contact", async () => {
    const client = createClient();
    const other = seeded.tables.contacts[5]!;
    const before = await client.get(`/api/v4/contacts/chats?chat_id[]=${talk.chat_id}`);
    const moved = await client.post("/api/v4/contacts/chats", [
      { contact_id: other.id, chat_id: talk.chat_id },
    ]);

    expect(before.body).toEqual({
      _total_items: 1,
      _embedded: { chats: [{ chat_id: talk.chat_id, contact_id: contact.id, id: talk.id }] },
    });
    expect(moved.body._embedded.chats).toEqual([
      { chat_id: talk.chat_id, contact_id: other.id, id: talk.id, request_id: "0" },
    ]);
    expect((await client.get("/api/v4/contacts/chats?chat_id=none")).status).toBe(204);
    expect((await client.get("/api/v4/contacts/chats")).status).toBe(400);
    expect(
      (await client.post("/api/v4/contacts/chats", [{ contact_id: 1, chat_id: talk.chat_id }])).status,
    ).toBe(400);
  });
});
