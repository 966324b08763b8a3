import { describe, expect, it } from "vitest";
import { verifyToken, type WidgetTokenClaims } from "../../../protocol/one-time-token";
import { readWidget } from "../../model/read-widget";
import { createClient, seeded } from "../fixtures/create-client";

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const lead = seeded.tables.leads[0]!;
const contact = seeded.tables.contacts[0]!;

function createWidget(code: string, manifest: object, files: [string, Uint8Array][] = []) {
  return readWidget({ code, files: new Map([["manifest.json", encode(manifest)], ...files]) });
}

function withWidgets(...widgets: ReturnType<typeof createWidget>[]) {
  return createClient({ ...seeded, tables: { ...seeded.tables, widgets } });
}

describe("the list of widgets", () => {
  const mine = createWidget(
    "mine",
    {
      widget: {
        name: "widget.name",
        description: "widget.description",
        version: "1.2.3",
        support: { email: "a@b.example" },
      },
      locations: ["lcard-1", "settings", "digital_pipeline", "advanced_settings"],
      settings: { token: { type: "text" } },
    },
    [
      ["i18n/en.json", encode({ widget: { name: "My widget" } })],
      ["i18n/es.json", encode({ widget: { name: "Mi widget" } })],
    ],
  );
  const always = createWidget("always", { widget: { init_once: true }, locations: ["ccard"] });
  const everywhere = createWidget("everywhere", { widget: {}, locations: ["everywhere"] });

  it("has what the loader needs", async () => {
    const { body } = await withWidgets(mine).post("/ajax/widgets/list", "area=leads_card");

    expect(body.widgets).toEqual({
      mine: {
        id: 1,
        code: "mine",
        name: "My widget",
        description: "widget.description",
        src: "/widgets/mine/script.js",
        lang: "/widgets/mine/i18n/en.json",
        path: "/widgets/mine",
        images_path: "/widgets/mine/images",
        cdn_path: "/widgets/mine",
        settings: { token: "text" },
        installed_version: "1.2.3",
        active: "Y",
        init_once: "N",
        status: "installed",
        support: { email: "a@b.example" },
        oauth_client_uuid: mine.client_uuid,
        category_id: 0,
      },
    });
    expect(body.system).toMatchObject({
      area: "lcard",
      amouser_id: "9630001",
      amouser: "olivia@northwind.example.com",
      amohash: "",
      domain: "northwind.kommo.com",
      subdomain: "northwind",
      displayed_count: 1,
      displayed_count_by_area: { leads_card: 1, contacts_card: 0 },
    });
  });

  it.each([
    ["leads_card", ["always", "everywhere", "mine"]],
    ["contacts_card", ["always", "everywhere"]],
    ["leads-pipeline", ["always", "everywhere"]],
    ["widgetsSettings", ["always", "everywhere", "mine"]],
    ["widgetsSettings:mine", ["mine"]],
    ["leads-dp", ["always", "everywhere", "mine"]],
    ["advanced-settings:mine", ["always", "everywhere", "mine"]],
    ["advanced-settings:other", ["always", "everywhere"]],
    ["", ["always", "everywhere"]],
  ])("for %s names %j", async (area, codes) => {
    const { body } = await withWidgets(mine, always, everywhere).post("/ajax/widgets/list", `area=${area}`);

    expect(Object.keys(body.widgets).toSorted()).toEqual(codes);
  });

  it("names widgets that are switched off as such", async () => {
    const client = withWidgets(mine);
    client.model.run("disableWidget", { code: "mine" });
    const { body } = await client.post("/ajax/widgets/list", "area=leads_card");

    expect(body.widgets.mine.active).toBe("N");
    expect(body.system.displayed_count).toBe(0);
  });

  it("has no texts where the archive has none", async () => {
    const { body } = await withWidgets(everywhere).post("/ajax/widgets/list", "area=leads");

    expect(body.widgets.everywhere).toMatchObject({ lang: "", name: "widget.name", support: [] });
  });

  it("changes by widgets/edit, sent as a form or as JSON", async () => {
    const client = withWidgets(mine);
    const form = await client.post(
      "/ajax/widgets/edit",
      "action=edit&code=mine&widget_active=Y&settings[token]=a&settings[map][7]=b",
    );
    const saved = client.model.tables.widgets.get("mine")!.settings;
    await client.post("/ajax/widgets/edit", {
      action: "edit",
      id: 1,
      code: "mine",
      widget_active: false,
      settings: { token: 5 },
    });

    expect(form.body).toMatchObject({ status: "success", widget: { code: "mine", active: "Y" } });
    expect(JSON.parse(JSON.stringify(saved))).toEqual({ token: "a", map: { 7: "b" } });
    expect(client.model.tables.widgets.get("mine")).toMatchObject({
      is_active: false,
      settings: { token: 5 },
    });
    expect((await client.post("/ajax/widgets/edit", "code=none")).status).toBe(404);
  });
});

describe("one-time tokens", () => {
  it("are signed for the user and verify", async () => {
    const widget = createWidget("mine", { widget: {} });
    const { body } = await withWidgets(widget).get(
      `/ajax/v2/integrations/${widget.client_uuid}/disposable_token`,
    );
    const verdict = await verifyToken<WidgetTokenClaims>(body.token, "topsecret", {
      algorithm: "HS256",
      now: seeded.now,
    });

    expect(verdict).toMatchObject({
      ok: true,
      claims: {
        iss: "https://northwind.kommo.com",
        aud: "https://integration.example",
        iat: seeded.now,
        exp: seeded.now + 1800,
        account_id: seeded.account.id,
        user_id: 9_630_001,
        client_uuid: widget.client_uuid,
        subdomain: "northwind",
        is_admin: true,
      },
    });
  });

  it("come expired when they are to", async () => {
    const widget = createWidget("mine", { widget: {} });
    const client = createClient(
      { ...seeded, tables: { ...seeded.tables, widgets: [widget] } },
      { tokenExpired: true },
    );
    const { body } = await client.get(`/ajax/v2/integrations/${widget.client_uuid}/disposable_token`);

    expect(await verifyToken(body.token, "topsecret", { algorithm: "HS256", now: seeded.now })).toEqual({
      ok: false,
      reason: "expired",
    });
    expect((await client.get("/ajax/v2/integrations/none/disposable_token")).status).toBe(404);
  });
});

describe("the proxy of crm_post", () => {
  it("sends the fields on as a form and gives the answer back", async () => {
    const asked: unknown[] = [];
    const client = createClient(seeded, {
      askForeign: async (request) => {
        asked.push(request);
        return { status: 201, headers: { "content-type": "text/plain" }, body: "done" };
      },
    });
    const answer = await client.post(
      "/private/widget/proxy.php",
      "target=https%3A%2F%2Fapi.example%2Fx&a[b]=1&c=%C3%A4",
    );

    expect(answer).toMatchObject({ status: 201, body: "done" });
    expect(asked).toEqual([
      {
        method: "POST",
        url: "https://api.example/x",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: "a%5Bb%5D=1&c=%C3%A4",
      },
    ]);
  });

  it("says who does not answer, and refuses what is no address", async () => {
    const client = createClient();

    expect((await client.post("/private/widget/proxy.php", "target=https://api.example/x")).body.detail).toBe(
      "Nobody answers for api.example",
    );
    expect((await client.post("/private/widget/proxy.php", "target=file:///etc/passwd")).status).toBe(400);
    expect((await client.post("/private/widget/proxy.php", "a=1")).status).toBe(400);
  });
});

describe("the inbox", () => {
  it("takes an entry, or a list of them", async () => {
    const client = createClient();
    await client.post("/ajax/v1/inbox/add/", {
      header: "Failed",
      text: "No line",
      type: "error",
      link: "https://x.example",
    });
    await client.post("/ajax/v1/inbox/add", "request[add][0][header]=A&request[add][0][text]=B");
    const added = [...client.model.tables.notifications.all()].slice(-2);

    expect(added.map(({ kind, header, text, link }) => [kind, header, text, link])).toEqual([
      ["error", "Failed", "No line", "https://x.example"],
      ["message", "A", "B", null],
    ]);
  });
});

describe("the API v2", () => {
  it("describes the account with what is asked for", async () => {
    const { body } = await createClient().get(
      "/api/v2/account?with=custom_fields,users,pipelines,groups,task_types",
    );

    expect(body).toMatchObject({ id: seeded.account.id, current_user: 9_630_001 });
    expect(body._embedded.users["9630001"]).toMatchObject({ name: "Olivia Bennett", is_admin: true });
    expect(body._embedded.custom_fields.contacts["1203001"]).toMatchObject({
      name: "Phone",
      code: "PHONE",
      field_type: 8,
      is_multiple: true,
    });
    expect(body._embedded.custom_fields.leads["1203207"].enums).toEqual(
      expect.objectContaining({ "940032": "Calm" }),
    );
    expect(body._embedded.pipelines["7201001"].statuses["142"].name).toBe("Closed - won");
    expect((await createClient().get("/api/v2/account")).body._embedded).toEqual({});
  });

  it("lists and saves leads", async () => {
    const client = createClient();
    const listed = await client.get(`/api/v2/leads?id=${lead.id}`);
    const saved = await client.post("/api/v2/leads", {
      add: [
        {
          name: "Old way",
          sale: "500",
          status_id: "142",
          tags: "a,b",
          contacts_id: [contact.id],
          custom_fields: [{ id: 1_203_213, values: [{ value: "x" }] }],
        },
      ],
      update: [{ id: lead.id, updated_at: seeded.now, name: "Renamed" }],
    });
    const [made] = saved.body._embedded.items;

    expect(listed.body._embedded.items[0]).toMatchObject({
      id: lead.id,
      sale: lead.price,
      main_contact: { id: contact.id },
      pipeline: { id: lead.pipeline_id },
      company: { name: seeded.tables.companies[0]!.name },
    });
    expect(client.model.tables.leads.get(made.id)).toMatchObject({
      name: "Old way",
      price: 500,
      status_id: 142,
    });
    expect(client.model.linksOf("leads", made.id)).toHaveLength(1);
    expect(client.model.tables.leads.get(lead.id)?.name).toBe("Renamed");
    expect((await client.get("/api/v2/leads?query=nothing-at-all")).status).toBe(204);
    expect((await client.post("/api/v2/leads", {})).status).toBe(400);
  });

  it("pages by rows and offset", async () => {
    const { body } = await createClient().get("/api/v2/contacts?limit_rows=5&limit_offset=10");

    expect(body._embedded.items.map((row: { id: number }) => row.id)).toEqual(
      seeded.tables.contacts.slice(10, 15).map((row) => row.id),
    );
  });

  it("makes tasks and notes on cards", async () => {
    const client = createClient();
    const task = await client.post("/api/v2/tasks", {
      add: [
        { element_id: lead.id, element_type: 2, complete_till_at: seeded.now, task_type: 1, text: "Call" },
      ],
    });
    const note = await client.post("/api/v2/notes", {
      add: [{ element_id: lead.id, element_type: 2, note_type: 4, text: "Hi" }],
    });
    const notes = await client.get(`/api/v2/notes?type=lead&element_id=${lead.id}`);

    expect(client.model.tables.tasks.get(task.body._embedded.items[0].id)).toMatchObject({
      text: "Call",
      entity_type: "leads",
    });
    expect(notes.body._embedded.items.at(-1)).toMatchObject({
      id: note.body._embedded.items[0].id,
      text: "Hi",
      note_type: 4,
    });
  });

  it("rings at the users when a call comes in", async () => {
    const client = createClient();
    const { body } = await client.post("/api/v2/events", {
      add: [{ type: "phone_call", phone_number: "+12125550100", users: [9_630_001] }],
    });

    expect(body._embedded.items[0]).toMatchObject({
      element_id: contact.id,
      element_type: 1,
      phone_number: "+12125550100",
    });
    expect([...client.model.tables.notifications.all()].at(-1)).toMatchObject({
      kind: "call",
      header: contact.name,
    });
  });
});

describe("the first API and the CRM's own calls", () => {
  it("describe the account", async () => {
    const { body } = await createClient().get("/private/api/v2/json/accounts/current");

    expect(body.response).toMatchObject({
      account: {
        id: String(seeded.account.id),
        subdomain: "northwind",
        users: expect.any(Array),
        custom_fields: { leads: expect.any(Array) },
      },
      server_time: seeded.now,
    });
  });

  it("list and set contacts", async () => {
    const client = createClient();
    const listed = await client.get("/private/api/v2/json/contacts/list?query=12125550100");
    const set = await client.post("/private/api/v2/json/contacts/set", {
      request: {
        contacts: {
          add: [
            {
              name: "Old contact",
              linked_leads_id: [lead.id],
              custom_fields: [{ id: 1_203_001, values: [{ value: "1", enum: "MOB" }] }],
            },
          ],
          update: [{ id: contact.id, name: "Renamed", last_modified: seeded.now }],
        },
      },
    });
    const { add, update } = set.body.response.contacts;

    expect(listed.body.response.contacts).toMatchObject([
      { id: contact.id, type: "contact", linked_company_id: "45900001" },
    ]);
    expect(client.model.tables.contacts.get(add[0].id)?.name).toBe("Old contact");
    expect(client.model.linksOf("contacts", add[0].id)).toMatchObject([{ from_id: lead.id }]);
    expect(update).toEqual([{ id: contact.id, last_modified: seeded.now }]);
  });

  it("save a card's own form", async () => {
    const client = createClient();
    await client.post(
      "/ajax/leads/detail/",
      `ID=${lead.id}&lead[NAME]=Formed&lead[PRICE]=77&CFV[1203213]=Soon`,
    );
    const { name, price, custom_fields_values: fields } = client.model.tables.leads.get(lead.id)!;

    expect([name, price]).toEqual(["Formed", 77]);
    expect(fields.find((entry) => entry.field_id === 1_203_213)?.values).toEqual([{ value: "Soon" }]);
  });

  it("list links and elements of lists", async () => {
    const client = createClient();
    const links = await client.post(
      "/ajax/v1/links/list/",
      `links[0][from]=leads&links[0][from_id]=${lead.id}&links[0][to]=catalog_elements`,
    );
    const elements = await client.get("/ajax/v1/catalog_elements/list/?catalog_id=8101&term=table");

    expect(links.body.response.links).toMatchObject([
      { from: "leads", from_id: lead.id, to: "catalog_elements", to_catalog_id: 8101 },
    ]);
    expect(elements.body.response.catalog_elements).toMatchObject([
      { name: "Oak table, 180 cm", catalog_id: 8101 },
    ]);
  });

  it.each([
    "/private/api/v2/json/leads/list",
    "/private/api/v2/json/company/list",
    "/private/api/v2/json/catalogs/list",
    "/private/api/v2/json/tasks/list",
    "/private/api/v2/json/notes/list?type=lead",
    "/private/api/v2/json/contacts/links",
    "/ajax/leads/list/",
    "/ajax/contacts/list/",
    "/ajax/companies/list/",
    "/api/v2/pipelines",
    "/api/v2/companies",
    "/api/v2/customers",
    "/api/v2/tasks",
  ])("answer %s", async (url) => {
    const { status, body } = await createClient().get(url);

    expect(status).toBe(200);
    expect(Object.keys(body).length).toBeGreaterThan(0);
  });
});

const addField = (index: number, type: number, name: string, more = "") =>
  `cf[add][${index}][element_type]=2&cf[add][${index}][type_id]=${type}&cf[add][${index}][name]=${name}${more}`;

describe("the page of custom fields", () => {
  const url = "/ajax/settings/custom_fields/";
  it("gives fields by kind of card, and the tariff's limit", async () => {
    const { body } = await createClient().post(url, "");
    expect((await createClient().get(url)).body.response.params).toEqual(body.response.params);
    const { fields, tariff } = body.response.params;
    const withOptions = fields.leads.find((field: { enums: object[] }) => field.enums.length > 0);

    expect(Object.keys(fields)).toEqual(["contacts", "leads", "companies", "customers"]);
    expect(tariff).toEqual({ cf_max_count: 300 });
    expect(withOptions).toMatchObject({
      id: expect.any(Number),
      element_type: 2,
      enums: expect.arrayContaining([{ id: expect.any(Number), value: "Search", sort: 10 }]),
    });
  });

  it("makes fields, money too, and gives their ids in the order that was asked for", async () => {
    const client = createClient();
    const { body } = await client.post(
      url,
      `action=apply_changes&${addField(0, 23, "Deposit", "&cf[add][0][currency]=BRL")}&${addField(1, 1, "Floor")}`,
    );

    expect(body.response.id.map((id: number) => client.model.tables.custom_fields.get(id))).toMatchObject([
      { name: "Deposit", type: "monetary", currency: "BRL", entity_type: "leads" },
      { name: "Floor", type: "text", entity_type: "leads" },
    ]);
  });

  it.each([
    ["cf[add][0][element_type]=9&cf[add][0][type_id]=1&cf[add][0][name]=a", "element_type is unknown"],
    ["cf[add][0][element_type]=2&cf[add][0][type_id]=99&cf[add][0][name]=a", "type_id is unknown"],
    ["cf[add][0][element_type]=2&cf[add][0][type_id]=1", "name is required"],
    ["cf[delete][0]=1", "cf[delete] is not emulated: use /api/v4/{type}/custom_fields"],
  ])("refuses %s", async (changes, detail) => {
    const client = createClient();
    const before = client.model.tables.custom_fields.size;

    expect(await client.post(url, `action=apply_changes&${changes}`)).toMatchObject({
      status: 400,
      body: { detail },
    });
    expect(client.model.tables.custom_fields.size).toBe(before);
  });
});
