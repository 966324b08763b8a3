import { describe, expect, it } from "vitest";
import { asUser, createClient, origin, seeded } from "../fixtures/create-client";

const lead = seeded.tables.leads[0]!;
const contact = seeded.tables.contacts[0]!;
const company = seeded.tables.companies[0]!;
const customer = seeded.tables.customers[0]!;
const field = (name: string) => seeded.tables.custom_fields.find((row) => row.name === name)!;

const ids = (body: { _embedded: Record<string, { id: number }[]> }, type = "leads") =>
  body._embedded[type]!.map((row) => row.id);
const wanted = (test: (row: typeof lead) => boolean) => seeded.tables.leads.filter(test).map((row) => row.id);

describe("one card", () => {
  it("is given as the platform gives a lead", async () => {
    const { status, type, body } = await createClient().get(
      `/api/v4/leads/${lead.id}?with=contacts,catalog_elements,source_id,loss_reason`,
    );

    expect([status, type]).toEqual([200, "application/hal+json"]);
    expect(Object.keys(body)).toEqual([
      "id",
      "name",
      "price",
      "responsible_user_id",
      "group_id",
      "status_id",
      "pipeline_id",
      "loss_reason_id",
      "source_id",
      "created_by",
      "updated_by",
      "created_at",
      "updated_at",
      "closed_at",
      "closest_task_at",
      "is_deleted",
      "custom_fields_values",
      "score",
      "account_id",
      "_links",
      "_embedded",
    ]);
    expect(body._links).toEqual({ self: { href: `${origin}/api/v4/leads/${lead.id}` } });
    expect(body._embedded).toMatchObject({
      companies: [{ id: company.id, _links: { self: { href: `${origin}/api/v4/companies/${company.id}` } } }],
      contacts: [{ id: contact.id, is_main: true }, { is_main: false }],
      catalog_elements: [{ metadata: { catalog_id: 8101, quantity: expect.any(Number) } }],
      loss_reason: [],
    });
    expect(body._embedded.tags.map((tag: object) => Object.keys(tag))[0]).toEqual(["id", "name", "color"]);
    expect(body.closest_task_at).toBe(
      Math.min(
        ...seeded.tables.tasks
          .filter((task) => task.entity_id === lead.id && !task.is_completed)
          .map((task) => task.complete_till),
      ),
    );
  });

  it("embeds only tags and companies unless more is asked for", async () => {
    const { body } = await createClient().get(`/api/v4/leads/${lead.id}`);

    expect(Object.keys(body._embedded)).toEqual(["tags", "companies"]);
    expect(body).not.toHaveProperty("source_id");
  });

  it("names its fields, with null for options that have no code", async () => {
    const { body } = await createClient().get(`/api/v4/contacts/${contact.id}`);
    const select = await createClient().get(`/api/v4/leads/${lead.id}`);

    expect(body.custom_fields_values[0]).toEqual({
      field_id: field("Phone").id,
      field_name: "Phone",
      field_code: "PHONE",
      field_type: "multitext",
      values: [{ value: "+1 212 555-0100", enum_id: expect.any(Number), enum_code: expect.any(String) }],
    });
    expect(select.body.custom_fields_values[0].values[0]).toMatchObject({ enum_code: null });
  });

  it("has null for fields where none is filled", async () => {
    const client = createClient();
    const made = client.model.run("createCard", { type: "companies", values: { name: "Bare" } });

    expect((await client.get(`/api/v4/companies/${made.id}`)).body.custom_fields_values).toBeNull();
  });

  it.each([
    ["contacts", contact.id, "leads,customers", ["tags", "companies", "leads", "customers"]],
    ["companies", company.id, "leads,contacts,customers", ["tags", "contacts", "leads", "customers"]],
    ["customers", customer.id, "contacts,companies", ["segments", "tags", "companies", "contacts"]],
  ])("of %s embeds what is linked", async (type, id, parts, embedded) => {
    const { body } = await createClient().get(`/api/v4/${type}/${id}?with=${parts}`);

    expect(Object.keys(body._embedded)).toEqual(embedded);
    for (const name of embedded.slice(1))
      if (name !== "tags") expect(body._embedded[name].length).toBeGreaterThan(0);
  });

  it("that is not there is 204, a word where the id should stand 404", async () => {
    const client = createClient();

    expect(await client.get("/api/v4/leads/1")).toEqual({ status: 204, type: undefined, body: "" });
    expect(await client.get("/api/v4/leads/first")).toMatchObject({
      status: 404,
      type: "application/problem+json",
      body: { title: "Not Found", status: 404, detail: "Cannot GET /api/v4/leads/first" },
    });
  });
});

describe("a list of cards", () => {
  it("has pages with links", async () => {
    const { body } = await createClient().get("/api/v4/leads?limit=10&page=2&order[id]=asc");

    expect(body._page).toBe(2);
    expect(Object.keys(body._links)).toEqual(["self", "next", "first", "prev"]);
    expect(decodeURIComponent(body._links.next.href)).toBe(
      `${origin}/api/v4/leads?order[id]=asc&page=3&limit=10`,
    );
    expect(body._embedded.leads.map((row: { id: number }) => row.id)).toEqual(
      seeded.tables.leads.slice(10, 20).map((row) => row.id),
    );
  });

  it.each([
    ["page=1&limit=251", 422, "Limit 250 per page"],
    ["page=0", 400, "page must be a positive number"],
    ["limit=all", 400, "limit must be a positive number"],
  ])("refuses %s", async (query, status, detail) => {
    expect(await createClient().get(`/api/v4/leads?${query}`)).toMatchObject({ status, body: { detail } });
  });

  it("is 204 past its end and where nothing fits", async () => {
    const client = createClient();

    expect((await client.get("/api/v4/leads?page=99")).status).toBe(204);
    expect((await client.get("/api/v4/leads?query=no-such-thing")).status).toBe(204);
  });

  const stage = seeded.tables.leads[3]!;

  it.each([
    ["filter[id]=31200003", wanted((row) => row.id === 31_200_003)],
    ["filter[id][]=31200001&filter[id][]=31200005", [31_200_001, 31_200_005]],
    [
      `filter[responsible_user_id][]=${lead.responsible_user_id}`,
      wanted((row) => row.responsible_user_id === lead.responsible_user_id),
    ],
    [
      `filter[statuses][0][pipeline_id]=${stage.pipeline_id}&filter[statuses][0][status_id]=${stage.status_id}`,
      wanted((row) => row.status_id === stage.status_id && row.pipeline_id === stage.pipeline_id),
    ],
    [`filter[pipeline_id]=7201061`, wanted((row) => row.pipeline_id === 7_201_061)],
    [
      "filter[price][from]=5000&filter[price][to]=9000",
      wanted((row) => row.price >= 5000 && row.price <= 9000),
    ],
    [
      `filter[created_at][from]=${lead.created_at}&filter[created_at][to]=${lead.created_at + 864_000}`,
      wanted((row) => row.created_at >= lead.created_at && row.created_at <= lead.created_at + 864_000),
    ],
    [`filter[name]=${encodeURIComponent(lead.name)}`, wanted((row) => row.name === lead.name)],
    [`query=${encodeURIComponent(lead.name.toUpperCase())}`, wanted((row) => row.name === lead.name)],
    [
      `filter[custom_fields_values][${field("Urgency").id}][]=${field("Urgency").enums![0]!.id}`,
      wanted((row) =>
        row.custom_fields_values.some((entry) => entry.values[0]?.enum_id === field("Urgency").enums![0]!.id),
      ),
    ],
  ])("filters by %s", async (query, expected) => {
    const { status, body } = await createClient().get(`/api/v4/leads?limit=250&${query}`);

    expect(expected.length).toBeGreaterThan(0);
    expect([status, ids(body)]).toEqual([200, expected]);
  });

  it("finds a contact by its phone, however it is written", async () => {
    const { body } = await createClient().get("/api/v4/contacts?query=12125550100");

    expect(ids(body, "contacts")).toEqual([contact.id]);
  });

  it("finds a lead by the name of its contact", async () => {
    const { body } = await createClient().get(`/api/v4/leads?query=${encodeURIComponent(contact.name)}`);

    expect(ids(body)).toContain(lead.id);
  });

  it("sorts by a column, down or up", async () => {
    const { body } = await createClient().get("/api/v4/leads?limit=250&order[updated_at]=desc");
    const times = body._embedded.leads.map((row: { updated_at: number }) => row.updated_at);

    expect(times).toEqual(times.toSorted((one: number, other: number) => other - one));
  });

  it("shows deleted leads only where they are asked for", async () => {
    const client = createClient();
    client.model.run("deleteCards", { type: "leads", ids: [lead.id] });

    expect(ids((await client.get("/api/v4/leads?limit=250")).body)).not.toContain(lead.id);
    expect((await client.get("/api/v4/leads?with=only_deleted")).body._embedded.leads).toEqual([
      { id: lead.id, updated_at: seeded.now, updated_by: lead.updated_by, is_deleted: true },
    ]);
    expect((await client.get(`/api/v4/leads/${lead.id}`)).status).toBe(204);
  });
});

describe("making cards", () => {
  it("answers ids and what the items were called", async () => {
    const client = createClient();
    const { status, body } = await client.post("/api/v4/leads", [
      { name: "One", price: 100, created_by: 0, tags_to_add: [{ name: "fresh" }, { id: 60_001 }] },
      {
        name: "Two",
        request_id: "second",
        _embedded: { contacts: [{ id: contact.id, is_main: true }], companies: [{ id: company.id }] },
      },
    ]);
    const [one, two] = body._embedded.leads;

    expect(status).toBe(200);
    expect(body).toEqual({
      _links: { self: { href: `${origin}/api/v4/leads` } },
      _embedded: {
        leads: [
          { id: one.id, request_id: "0", _links: { self: { href: `${origin}/api/v4/leads/${one.id}` } } },
          {
            id: two.id,
            request_id: "second",
            _links: { self: { href: `${origin}/api/v4/leads/${two.id}` } },
          },
        ],
      },
    });
    expect((await client.get(`/api/v4/leads/${one.id}`)).body).toMatchObject({
      name: "One",
      price: 100,
      created_by: 0,
      status_id: 61_300_002,
      pipeline_id: 7_201_001,
      _embedded: { tags: [{ name: "fresh" }, { id: 60_001, name: "VIP" }] },
    });
    expect((await client.get(`/api/v4/leads/${two.id}?with=contacts`)).body._embedded).toMatchObject({
      contacts: [{ id: contact.id, is_main: true }],
      companies: [{ id: company.id }],
    });
  });

  it("takes every kind of field", async () => {
    const client = createClient();
    const [urgency, interests] = [field("Urgency"), field("Interested in")];
    const { body } = await client.post("/api/v4/leads", [
      {
        custom_fields_values: [
          { field_id: urgency.id, values: [{ enum_id: urgency.enums![1]!.id }] },
          { field_id: interests.id, values: interests.enums!.slice(0, 2).map(({ value }) => ({ value })) },
          { field_id: field("Prepaid").id, values: [{ value: true }] },
          { field_id: field("Delivery date").id, values: [{ value: "2026-12-01T00:00:00+00:00" }] },
          { field_id: field("Area, m²").id, values: [{ value: 40 }] },
          { field_id: field("Wishes").id, values: [{ value: "Oak" }] },
        ],
      },
    ]);
    const made = await client.get(`/api/v4/leads/${body._embedded.leads[0].id}`);
    const values = made.body.custom_fields_values.map((entry: { values: { value: unknown }[] }) =>
      entry.values.map(({ value }) => value),
    );

    expect(values).toEqual([
      ["This month"],
      ["Kitchen", "Office"],
      [true],
      [Date.UTC(2026, 11, 1) / 1000],
      ["40"],
      ["Oak"],
    ]);
  });

  it("takes phones by the field's code, with the first kind where none is named", async () => {
    const client = createClient();
    const { body } = await client.post("/api/v4/contacts", [
      {
        first_name: "Ada",
        custom_fields_values: [
          { field_code: "PHONE", values: [{ value: "+1 212 555-0199" }, { value: "1", enum_code: "HOME" }] },
        ],
      },
    ]);
    const made = await client.get(`/api/v4/contacts/${body._embedded.contacts[0].id}`);

    expect(made.body.custom_fields_values[0].values).toMatchObject([
      { value: "+1 212 555-0199", enum_code: "WORK" },
      { value: "1", enum_code: "HOME" },
    ]);
  });

  it.each([
    [{ price: "10" }, { code: "InvalidType", path: "price", detail: "This value should be of type int." }],
    [{ surname: "x" }, { code: "FieldNotExpected", path: "surname", detail: "This field was not expected." }],
    [{ status_id: 5 }, { code: "NotSupportedChoice", path: "status_id" }],
    [{ pipeline_id: 5 }, { code: "NotSupportedChoice", path: "pipeline_id" }],
    [{ responsible_user_id: 5 }, { code: "NotSupportedChoice", path: "responsible_user_id" }],
    [
      { custom_fields_values: [{ field_id: 1_203_001, values: [{ value: "x" }] }] },
      { code: "NotSupportedChoice", path: "custom_fields_values.0.field_id" },
    ],
    [
      { custom_fields_values: [{ field_id: 1_203_207, values: [{ value: "Nobody knows" }] }] },
      { code: "NotSupportedChoice", path: "custom_fields_values.0.values.0.value" },
    ],
    [
      { custom_fields_values: [{ field_id: 1_203_207, values: [{ enum_id: 940_033, enum_code: null }] }] },
      { code: "FieldNotExpected", path: "custom_fields_values.0.values.0.enum_code" },
    ],
    [
      { custom_fields_values: [{ field_id: 1_203_209, values: [{ value: "yes" }] }] },
      { code: "InvalidType", path: "custom_fields_values.0.values.0.value" },
    ],
    [{ custom_fields_values: [7] }, { code: "InvalidType", path: "custom_fields_values.0" }],
    [{ _embedded: { contacts: [{ id: 1 }] } }, { code: "EntityNotFound", path: "_embedded.contacts.0.id" }],
    [{ tags_to_add: [{ id: 5 }] }, { code: "NotSupportedChoice", path: "tags.0.id" }],
  ])("refuses %j and makes none of the batch", async (item, error) => {
    const client = createClient();
    const { status, type, body } = await client.post("/api/v4/leads", [
      { name: "Good" },
      { request_id: "bad", ...item },
    ]);

    expect([status, type]).toEqual([400, "application/problem+json"]);
    expect(body).toEqual({
      "validation-errors": [{ request_id: "bad", errors: [expect.objectContaining(error)] }],
      title: "Bad Request",
      type: "https://httpstatus.es/400",
      status: 400,
      detail: "Request validation failed",
    });
    expect(client.model.tables.leads.size).toBe(48);
  });

  it.each([
    [{ name: "no list" }, "Request body must be an array"],
    [[], "Request body is empty"],
    [[5], "Every item must be an object"],
    [Array.from({ length: 251 }, () => ({})), "A request may hold 250 items at most"],
    ["{", "Request body is not valid JSON"],
  ])("refuses a body that is no batch", async (sent, detail) => {
    expect(await createClient().post("/api/v4/leads", sent)).toMatchObject({ status: 400, body: { detail } });
  });

  it("takes 250 at once", async () => {
    const client = createClient();
    const { body } = await client.post(
      "/api/v4/contacts",
      Array.from({ length: 250 }, () => ({ name: "x" })),
    );

    expect(body._embedded.contacts).toHaveLength(250);
  });
});

describe("changing cards", () => {
  it("answers what changed, for a batch and for one", async () => {
    const client = createClient();
    const batch = await client.patch("/api/v4/leads", [{ id: lead.id, name: "New", price: 5 }]);
    const one = await client.patch(`/api/v4/leads/${lead.id}`, { status_id: 142 });

    expect(batch.body._embedded.leads).toEqual([
      {
        id: lead.id,
        name: "New",
        updated_at: seeded.now,
        request_id: "0",
        _links: { self: { href: `${origin}/api/v4/leads/${lead.id}` } },
      },
    ]);
    expect(one.body).toEqual({
      id: lead.id,
      updated_at: seeded.now,
      _links: { self: { href: `${origin}/api/v4/leads/${lead.id}` } },
    });
    expect((await client.get(`/api/v4/leads/${lead.id}`)).body).toMatchObject({
      name: "New",
      price: 5,
      status_id: 142,
      closed_at: seeded.now,
    });
  });

  it("replaces all tags by _embedded, adds and takes single ones by their own members", async () => {
    const client = createClient();
    const tags = async () =>
      (await client.get(`/api/v4/leads/${lead.id}`)).body._embedded.tags.map(
        (tag: { name: string }) => tag.name,
      );
    await client.patch(`/api/v4/leads/${lead.id}`, { _embedded: { tags: [{ name: "a" }, { name: "b" }] } });
    const replaced = await tags();
    await client.patch(`/api/v4/leads/${lead.id}`, {
      tags_to_add: [{ name: "c" }],
      tags_to_delete: [{ name: "a" }],
    });
    const changed = await tags();
    await client.patch(`/api/v4/leads/${lead.id}`, { _embedded: { tags: null } });

    expect([replaced, changed, await tags()]).toEqual([["a", "b"], ["b", "c"], []]);
  });

  it("empties a field by null", async () => {
    const client = createClient();
    const [first] = lead.custom_fields_values;
    await client.patch(`/api/v4/leads/${lead.id}`, {
      custom_fields_values: [{ field_id: first!.field_id, values: null }],
    });
    const { body } = await client.get(`/api/v4/leads/${lead.id}`);

    expect(body.custom_fields_values.map((entry: { field_id: number }) => entry.field_id)).not.toContain(
      first!.field_id,
    );
  });

  it("names the items of a batch that are not there", async () => {
    const { status, body } = await createClient().patch("/api/v4/leads", [
      { id: lead.id },
      { id: 1, request_id: "x" },
    ]);

    expect(status).toBe(400);
    expect(body["validation-errors"]).toEqual([
      { request_id: "x", errors: [{ code: "EntityNotFound", path: "id", detail: "Entity not found." }] },
    ]);
  });

  it("of one card that is not there is 404", async () => {
    expect(await createClient().patch("/api/v4/leads/1", {})).toMatchObject({ status: 404 });
  });

  it("takes back what GET gave, but for what no one may set", async () => {
    const client = createClient();
    const { body } = await client.get(`/api/v4/companies/${company.id}`);
    const { custom_fields_values: _fields, ...rest } = body;

    expect((await client.patch(`/api/v4/companies/${company.id}`, rest)).status).toBe(200);
  });
});

describe("rights", () => {
  const manager = seeded.tables.users[1]!;
  const others = seeded.tables.leads.find((row) => row.group_id !== manager.group_id)!;
  const denied = { view: "D", edit: "D", add: "D", delete: "D", export: "D" };

  it("let a manager see all, and change what belongs to the group", async () => {
    const client = createClient(asUser(1));

    expect((await client.get(`/api/v4/leads/${others.id}`)).status).toBe(200);
    expect((await client.patch(`/api/v4/leads/${others.id}`, { price: 1 })).status).toBe(403);
    expect((await client.patch(`/api/v4/leads/${lead.id}`, { price: 1 })).status).toBe(200);
    expect((await client.patch("/api/v4/leads", [{ id: lead.id }, { id: others.id }])).body).toMatchObject({
      status: 403,
      title: "Forbidden",
    });
  });

  it("hide what is denied", async () => {
    const client = createClient(asUser(1, { leads: denied }));

    expect((await client.get("/api/v4/leads")).status).toBe(403);
    expect((await client.get(`/api/v4/leads/${lead.id}`)).status).toBe(403);
    expect((await client.post("/api/v4/leads", [{}])).status).toBe(403);
    expect((await client.get("/api/v4/contacts")).status).toBe(200);
  });

  it("show only the own where only the own may be seen", async () => {
    const client = createClient(asUser(1, { leads: { ...denied, view: "M" } }));
    const { body } = await client.get("/api/v4/leads?limit=250");
    const users = new Set(
      body._embedded.leads.map((row: { responsible_user_id: number }) => row.responsible_user_id),
    );

    expect([...users]).toEqual([manager.id]);
  });

  it.each(["/api/v4/users", "/api/v4/webhooks", "/api/v4/sources", "/api/v4/roles"])(
    "keep %s for administrators",
    async (url) => {
      expect((await createClient(asUser(1)).get(url)).body).toMatchObject({
        status: 403,
        detail: "Access denied: administrators only",
      });
    },
  );
});

describe("the account as a whole", () => {
  it("answers 401 where nobody is signed in", async () => {
    const account = { ...seeded.account, current_user_id: 1 };

    expect(await createClient({ ...seeded, account }).get("/api/v4/leads")).toMatchObject({
      status: 401,
      type: "application/problem+json",
      body: { title: "Unauthorized", status: 401 },
    });
  });

  it("answers 402 where it is not paid for", async () => {
    const account = { ...seeded.account, paid_till: seeded.now - 1 };

    expect(await createClient({ ...seeded, account }).get("/api/v4/leads")).toMatchObject({
      status: 402,
      body: { title: "Payment Required" },
    });
  });

  it("answers 404 and 405 as the platform does", async () => {
    const client = createClient();

    expect((await client.get("/api/v4/nothing")).body.detail).toBe("Cannot GET /api/v4/nothing");
    expect((await client.remove("/api/v4/leads")).status).toBe(405);
  });
});
