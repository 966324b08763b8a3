import { describe, expect, it } from "vitest";
import { asUser, createClient, origin, seeded } from "../fixtures/create-client";

const lead = seeded.tables.leads[0]!;
const open = seeded.tables.tasks.find((task) => task.entity_id === lead.id && !task.is_completed)!;
const done = seeded.tables.tasks.find((task) => task.is_completed)!;

describe("tasks", () => {
  it("are given as the platform gives them", async () => {
    const { status, body } = await createClient().get(`/api/v4/tasks/${open.id}`);

    expect(status).toBe(200);
    expect(body).toEqual({
      id: open.id,
      created_by: open.created_by,
      updated_by: open.updated_by,
      created_at: open.created_at,
      updated_at: open.updated_at,
      responsible_user_id: open.responsible_user_id,
      group_id: open.group_id,
      entity_id: lead.id,
      entity_type: "leads",
      duration: open.duration,
      is_completed: false,
      task_type_id: open.task_type_id,
      text: open.text,
      result: [],
      complete_till: open.complete_till,
      account_id: seeded.account.id,
      _links: { self: { href: `${origin}/api/v4/tasks/${open.id}` } },
    });
    expect((await createClient().get(`/api/v4/tasks/${done.id}`)).body.result).toEqual(done.result);
    expect((await createClient().get("/api/v4/tasks/1")).status).toBe(204);
  });

  const wanted = (test: (task: typeof open) => boolean) =>
    seeded.tables.tasks.filter(test).map((task) => task.id);

  it.each([
    [
      `filter[entity_type]=leads&filter[entity_id][]=${lead.id}`,
      wanted((task) => task.entity_id === lead.id),
    ],
    ["filter[is_completed]=1", wanted((task) => task.is_completed)],
    ["filter[is_completed]=0", wanted((task) => !task.is_completed)],
    ["filter[task_type][]=2", wanted((task) => task.task_type_id === 2)],
    [
      `filter[responsible_user_id][]=${open.responsible_user_id}`,
      wanted((task) => task.responsible_user_id === open.responsible_user_id),
    ],
    [`filter[id][]=${open.id}`, [open.id]],
    [
      `filter[updated_at][from]=${seeded.now - 864_000}`,
      wanted((task) => task.updated_at >= seeded.now - 864_000),
    ],
    ["filter[entity_type]=contacts", wanted((task) => task.entity_type === "contacts")],
  ])("are filtered by %s", async (query, expected) => {
    const { body } = await createClient().get(`/api/v4/tasks?limit=250&${query}`);

    expect(body._embedded.tasks.map((task: { id: number }) => task.id)).toEqual(expected);
  });

  it("are sorted by their deadlines", async () => {
    const { body } = await createClient().get("/api/v4/tasks?limit=250&order[complete_till]=asc");
    const times = body._embedded.tasks.map((task: { complete_till: number }) => task.complete_till);

    expect(times).toEqual(times.toSorted((one: number, other: number) => one - other));
  });

  it("are made in one request", async () => {
    const client = createClient();
    const { status, body } = await client.post("/api/v4/tasks", [
      {
        text: "Onboarding: call",
        complete_till: seeded.now + 3600,
        entity_type: "leads",
        entity_id: lead.id,
      },
      { text: "Alone", complete_till: seeded.now, request_id: "r", task_type_id: 2, duration: 1800 },
    ]);
    const [one, two] = body._embedded.tasks;

    expect(status).toBe(200);
    expect(two).toEqual({
      id: two.id,
      request_id: "r",
      _links: { self: { href: `${origin}/api/v4/tasks/${two.id}` } },
    });
    expect((await client.get(`/api/v4/tasks/${one.id}`)).body).toMatchObject({
      text: "Onboarding: call",
      task_type_id: 1,
      responsible_user_id: seeded.account.current_user_id,
      is_completed: false,
    });
  });

  it("are completed with what came of it", async () => {
    const client = createClient();
    const { body } = await client.patch("/api/v4/tasks", [
      { id: open.id, is_completed: true, result: { text: "Called" } },
    ]);

    expect(body._embedded.tasks[0]).toMatchObject({ id: open.id, updated_at: seeded.now });
    expect((await client.get(`/api/v4/tasks/${open.id}`)).body).toMatchObject({
      is_completed: true,
      result: { text: "Called" },
    });
    expect((await client.patch(`/api/v4/tasks/${open.id}`, { is_completed: false })).body).toMatchObject({
      id: open.id,
    });
  });

  it.each([
    [
      {},
      [
        ["FieldMissing", "text"],
        ["FieldMissing", "complete_till"],
      ],
    ],
    [{ text: 5, complete_till: 5 }, [["InvalidType", "text"]]],
    [{ text: "x", complete_till: 5, entity_type: "leads" }, [["FieldMissing", "entity_id"]]],
    [{ text: "x", complete_till: 5, entity_id: 5 }, [["FieldMissing", "entity_type"]]],
    [{ text: "x", complete_till: 5, entity_type: "leads", entity_id: 5 }, [["EntityNotFound", "entity_id"]]],
    [
      { text: "x", complete_till: 5, entity_type: "users", entity_id: 5 },
      [["NotSupportedChoice", "entity_type"]],
    ],
    [{ text: "x", complete_till: 5, task_type_id: 77 }, [["NotSupportedChoice", "task_type_id"]]],
    [{ text: "x", complete_till: 5, colour: "red" }, [["FieldNotExpected", "colour"]]],
  ])("refuse %j", async (item, errors) => {
    const client = createClient();
    const { status, body } = await client.post("/api/v4/tasks", [item]);

    expect(status).toBe(400);
    expect(
      body["validation-errors"][0].errors.map((error: { code: string; path: string }) => [
        error.code,
        error.path,
      ]),
    ).toEqual(errors);
    expect(client.model.tables.tasks.size).toBe(seeded.tables.tasks.length);
  });

  it("are kept from those who may not change them", async () => {
    const client = createClient(asUser(1, { tasks: { edit: "M", delete: "D" } }));
    const foreign = seeded.tables.tasks.find(
      (task) => task.responsible_user_id !== seeded.tables.users[1]!.id,
    )!;

    expect((await client.patch(`/api/v4/tasks/${foreign.id}`, { text: "x" })).status).toBe(403);
  });
});
