import { describe, expect, it } from "vitest";
import { asUser, createClient, origin, seeded, type Client } from "../fixtures/create-client";

const customer = seeded.tables.customers[0]!;
const href = (path: string) => ({ self: { href: `${origin}/api/v4/${path}` } });
const purchases = seeded.tables.transactions.filter((row) => row.customer_id === customer.id);

const inSegments = async (): Promise<Client> => {
  const client = createClient();
  await client.patch("/api/v4/customers/mode", { mode: "segments", is_enabled: true });
  return client;
};

describe("the mode of customers", () => {
  it.each([
    [{ mode: "segments", is_enabled: true }, "segments"],
    [{ mode: "periodicity", is_enabled: true }, "periodicity"],
    [{ mode: "segments", is_enabled: false }, "disabled"],
  ])("becomes what %j asks for, and the account says so", async (body, mode) => {
    const client = createClient();
    const answer = await client.patch("/api/v4/customers/mode", body);

    expect([answer.status, answer.body]).toEqual([200, body]);
    expect((await client.get("/api/v4/account")).body.customers_mode).toBe(mode);
  });

  it.each([
    [{ mode: "moon", is_enabled: true }, "NotSupportedChoice", "mode"],
    [{ mode: "segments" }, "FieldMissing", "is_enabled"],
  ])("is not changed by %j", async (body, code, path) => {
    const { status, body: answer } = await createClient().patch("/api/v4/customers/mode", body);

    expect(status).toBe(400);
    expect(answer["validation-errors"][0].errors[0]).toMatchObject({ code, path });
  });

  it("is changed by administrators only", async () => {
    const answer = await createClient(asUser(1)).patch("/api/v4/customers/mode", {});

    expect([answer.status, answer.body.detail]).toEqual([403, "Access denied: administrators only"]);
  });

  it.each(["statuses", "statuses/1"])("decides whether there are %s", async (path) => {
    const answer = await (await inSegments()).get(`/api/v4/customers/${path}`);

    expect([answer.status, answer.body.detail]).toEqual([
      422,
      'The customers mode of the account is "segments", not "periodicity"',
    ]);
  });

  it("decides whether there are segments", async () => {
    const answer = await createClient().get("/api/v4/customers/segments");

    expect([answer.status, answer.body.detail]).toEqual([
      422,
      'The customers mode of the account is "periodicity", not "segments"',
    ]);
  });
});

describe("stages of customers", () => {
  it("are listed from left to right, as the board shows them", async () => {
    const { body } = await createClient().get("/api/v4/customers/statuses");

    expect(body._embedded.statuses.map(({ id, name }: { id: number; name: string }) => [id, name])).toEqual([
      [1, "Purchase overdue"],
      [2, "Expected soon"],
      [3, "Expected later"],
      [4, "No date"],
    ]);
  });

  it("are given one by one", async () => {
    const client = createClient();

    expect((await client.get("/api/v4/customers/statuses/2")).body).toEqual({
      id: 2,
      name: "Expected soon",
      sort: 1,
      is_default: false,
      conditions: [],
      color: "#ffdc7f",
      type: 0,
      account_id: seeded.account.id,
      _links: href("customers/statuses/2"),
    });
    expect((await client.get("/api/v4/customers/statuses/9")).status).toBe(404);
  });

  it("follow from the next purchase, whatever a request says", async () => {
    const client = createClient();
    await client.patch(`/api/v4/customers/${customer.id}`, { status_id: 4, next_date: seeded.now - 60 });
    const wrong = await client.patch(`/api/v4/customers/${customer.id}`, { status_id: 142 });

    expect((await client.get(`/api/v4/customers/${customer.id}`)).body.status_id).toBe(1);
    expect(wrong.body["validation-errors"][0].errors[0]).toMatchObject({
      code: "NotSupportedChoice",
      path: "status_id",
    });
  });
});

describe("segments", () => {
  it("count their customers, who name them", async () => {
    const client = await inSegments();
    const { body } = await client.get("/api/v4/customers/segments");
    const [regular] = body._embedded.segments;
    const members = seeded.tables.customers.filter((row) => row.segment_ids.includes(regular.id));

    expect(body._total_items).toBe(2);
    expect(regular).toMatchObject({
      name: "Regular customers",
      color: "10599d",
      customers_count: members.length,
      custom_fields_values: null,
      _links: href(`customers/segments/${regular.id}`),
    });
    expect((await client.get(`/api/v4/customers/${members[0]!.id}`)).body._embedded.segments).toEqual([
      { id: regular.id, _links: href(`customers/segments/${regular.id}`) },
    ]);
  });

  it("are made, changed, given to a customer and taken away", async () => {
    const client = await inSegments();
    const made = await client.post("/api/v4/customers/segments", [
      { name: "Late", color: "#ff8f92", request_id: "a" },
    ]);
    const [{ id, request_id: request, color }] = made.body._embedded.segments;
    await client.patch(`/api/v4/customers/segments/${id}`, { name: "Later" });
    await client.patch(`/api/v4/customers/${customer.id}`, { _embedded: { segments: [{ id }] } });
    const changed = (await client.get(`/api/v4/customers/segments/${id}`)).body;
    const removed = await client.remove(`/api/v4/customers/segments/${id}`);

    expect([request, color]).toEqual(["a", "ff8f92"]);
    expect(changed).toMatchObject({ name: "Later", customers_count: 1 });
    expect(removed.status).toBe(204);
    expect((await client.get(`/api/v4/customers/segments/${id}`)).status).toBe(404);
    expect((await client.get(`/api/v4/customers/${customer.id}`)).body._embedded.segments).toEqual([]);
  });

  it.each([
    [{ color: "247a4d" }, "FieldMissing", "name"],
    [{ name: " " }, "NotSupportedChoice", "name"],
    [{ name: "s", color: "red" }, "NotSupportedChoice", "color"],
  ])("are not made of %j", async (item, code, path) => {
    const { body } = await (await inSegments()).post("/api/v4/customers/segments", [item]);

    expect(body["validation-errors"][0].errors[0]).toMatchObject({ code, path });
  });

  it("are a hundred at most", async () => {
    const items = Array.from({ length: 99 }, (_, index) => ({ name: `s${index}` }));
    const answer = await (await inSegments()).post("/api/v4/customers/segments", items);

    expect([answer.status, answer.body.detail]).toEqual([400, "Too many segments"]);
  });

  it("that do not exist are given to nobody", async () => {
    const { body } = await createClient().patch(`/api/v4/customers/${customer.id}`, {
      _embedded: { segments: [{ id: 5 }] },
    });

    expect(body["validation-errors"][0].errors[0]).toMatchObject({
      code: "EntityNotFound",
      path: "_embedded.segments.0.id",
    });
  });
});

describe("purchases", () => {
  it("of the account add up to what its customers say", () => {
    const sums = seeded.tables.customers.map(({ id }) => {
      const own = seeded.tables.transactions.filter((row) => row.customer_id === id);
      return [own.length, own.reduce((sum, { price }) => sum + price, 0)];
    });

    expect(sums).toEqual(seeded.tables.customers.map((row) => [row.purchases_count, row.ltv]));
  });

  it.each([
    ["of all customers", "/api/v4/customers/transactions", seeded.tables.transactions.length],
    ["of one customer", `/api/v4/customers/${customer.id}/transactions`, purchases.length],
    ["with an id", `/api/v4/customers/transactions?filter[id]=${purchases[0]!.id}`, 1],
  ])("%s are listed", async (_which, url, count) => {
    expect((await createClient().get(url)).body._total_items).toBe(count);
  });

  it("are added, and the customer's sums follow", async () => {
    const client = createClient();
    const { body } = await client.post(`/api/v4/customers/${customer.id}/transactions`, [
      {
        price: 700,
        comment: "A desk",
        completed_at: seeded.now - 60,
        next_date: seeded.now + 60,
        next_price: 90,
        request_id: "p",
        _embedded: { catalog_elements: [{ id: 440_001, metadata: { catalog_id: 8101, quantity: 2 } }] },
      },
    ]);
    const [{ id }] = body._embedded.transactions;

    expect(body._embedded.transactions[0].request_id).toBe("p");
    expect((await client.get(`/api/v4/customers/transactions/${id}`)).body).toEqual({
      id,
      customer_id: customer.id,
      price: 700,
      comment: "A desk",
      completed_at: seeded.now - 60,
      created_by: seeded.account.current_user_id,
      updated_by: seeded.account.current_user_id,
      created_at: seeded.now,
      updated_at: seeded.now,
      is_deleted: false,
      account_id: seeded.account.id,
      _links: href(`customers/transactions/${id}`),
      _embedded: {
        customer: { id: customer.id, _links: href(`customers/${customer.id}`) },
        catalog_elements: [{ id: 440_001, metadata: { catalog_id: 8101, quantity: 2 } }],
      },
    });
    expect((await client.get(`/api/v4/customers/${customer.id}`)).body).toMatchObject({
      ltv: customer.ltv + 700,
      purchases_count: customer.purchases_count + 1,
      average_check: Math.round((customer.ltv + 700) / (customer.purchases_count + 1)),
      next_date: seeded.now + 60,
      next_price: 90,
    });
  });

  it.each([
    `/api/v4/customers/transactions/${purchases[0]!.id}`,
    `/api/v4/customers/${customer.id}/transactions/${purchases[0]!.id}`,
  ])("are taken away by DELETE %s", async (url) => {
    const client = createClient();
    const removed = await client.remove(url);

    expect(removed.status).toBe(204);
    expect((await client.get(url)).status).toBe(404);
    expect((await client.get(`/api/v4/customers/${customer.id}`)).body).toMatchObject({
      ltv: customer.ltv - purchases[0]!.price,
      purchases_count: customer.purchases_count - 1,
    });
  });

  it.each([
    [{}, "FieldMissing", "price"],
    [{ price: "5" }, "InvalidType", "price"],
    [
      { price: 5, _embedded: { catalog_elements: [{ id: 1 }] } },
      "EntityNotFound",
      "_embedded.catalog_elements.0.id",
    ],
  ])("are not made of %j", async (item, code, path) => {
    const { body } = await createClient().post(`/api/v4/customers/${customer.id}/transactions`, [item]);

    expect(body["validation-errors"][0].errors[0]).toMatchObject({ code, path });
  });

  it.each([
    `/api/v4/customers/1/transactions`,
    `/api/v4/customers/${seeded.tables.customers[1]!.id}/transactions/${purchases[0]!.id}`,
  ])("are not found at %s", async (url) => {
    expect((await createClient().get(url)).status).toBe(404);
  });

  it("are hidden with their customers", async () => {
    const nothing = { view: "D", edit: "D", add: "D", delete: "D", export: "D" };
    const client = createClient(asUser(1, { leads: nothing }));

    expect((await client.get("/api/v4/customers/transactions")).status).toBe(204);
    expect((await client.get(`/api/v4/customers/${customer.id}/transactions`)).status).toBe(403);
  });
});

describe("bonus points", () => {
  it("are earned and spent", async () => {
    const client = createClient();
    const url = `/api/v4/customers/${customer.id}/bonus_points`;
    const earned = await client.post(url, { earn: 100 });
    const spent = await client.post(url, { redeem: 30 });
    const tooMuch = await client.post(url, { redeem: 71 });

    expect([earned.body, spent.body]).toEqual([{ bonus_points: 100 }, { bonus_points: 70 }]);
    expect([tooMuch.status, tooMuch.body.detail]).toEqual([400, "The customer has 70 bonus points"]);
  });
});
