import { describe, expect, it } from "vitest";
import { createModel } from "./create-model";
import type { Change } from "./model";
import { OperationError, type OperationName } from "./operations";
import { readWidget } from "./read-widget";
import { createAccount, defaultNow } from "./seed/create-account";

const start = createAccount();
const firstLead = start.tables.leads[0]!;
const [incoming, first, second] = start.tables.statuses;
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

function createFollowed() {
  const model = createModel(start);
  const heard: (readonly Change[])[] = [];
  model.subscribe((changes) => heard.push(changes));
  return { model, heard };
}

function createWithWidget(manifest: object) {
  const widget = readWidget({ code: "try", files: new Map([["manifest.json", encode(manifest)]]) });
  return createModel({ ...start, tables: { ...start.tables, widgets: [widget] } });
}

describe("the model of an account", () => {
  it("gives the same account for the same options, ids included", () => {
    expect(createAccount()).toEqual(start);
    expect(createAccount({ seed: 2 })).not.toEqual(start);
  });

  it("does the same operations to the same account with the same outcome", () => {
    const [one, other] = [createModel(start), createModel(start)];
    for (const model of [one, other]) {
      model.run("createCard", { type: "leads", values: { name: "New", price: 5 } });
      model.run("addNote", { type: "leads", id: firstLead.id, params: { text: "Note" } });
    }

    expect(one.snapshot()).toEqual(other.snapshot());
  });

  it("survives its own snapshot", () => {
    const model = createModel(start);
    model.run("completeTask", { id: start.tables.tasks[0]!.id, text: "Done" });
    const copy = createModel(JSON.parse(JSON.stringify(model.snapshot())));

    expect(copy.snapshot()).toEqual(model.snapshot());
  });

  it("stands still without a clock and follows one that it is given", () => {
    expect(createModel(start).now()).toBe(defaultNow);
    expect(createModel(start, { clock: () => 1_800_000_000_900 }).now()).toBe(1_800_000_000);
  });

  it("tells subscribers once what an operation changed, until they have enough", () => {
    const { model } = createFollowed();
    const heard: (readonly Change[])[] = [];
    const stop = model.subscribe((changes) => heard.push(changes));
    model.run("moveLead", { id: firstLead.id, status_id: 142 });
    stop();
    model.run("moveLead", { id: firstLead.id, status_id: 143 });

    expect(heard).toHaveLength(1);
    expect(heard[0]?.map((change) => change.table)).toEqual(["leads", "events"]);
  });

  it("gathers a batch into one message", () => {
    const { model, heard } = createFollowed();
    model.batch(() => {
      model.run("createTag", { type: "leads", name: "one" });
      model.batch(() => model.run("createTag", { type: "leads", name: "two" }));
    });

    expect(heard).toHaveLength(1);
    expect(heard[0]).toHaveLength(2);
  });

  it("leaves nothing behind of a batch that fails", () => {
    const { model, heard } = createFollowed();
    const before = model.snapshot();

    expect(() =>
      model.batch(() => {
        model.run("createTag", { type: "leads", name: "gone" });
        model.run("deleteTask", { id: start.tables.tasks[0]!.id });
        model.run("completeTask", { id: -1 });
      }),
    ).toThrow("There is no task -1.");
    expect(sortRows(model.snapshot())).toEqual(sortRows(before));
    expect(heard).toEqual([]);
  });

  it("keeps what stands around an inner batch that failed", () => {
    const { model } = createFollowed();
    model.batch(() => {
      model.run("createTag", { type: "leads", name: "kept" });
      expect(() =>
        model.batch(() => {
          model.run("createTag", { type: "leads", name: "gone" });
          throw new Error("inner");
        }),
      ).toThrow("inner");
    });
    const names = model.tables.tags
      .filter((tag) => ["kept", "gone"].includes(tag.name))
      .map((tag) => tag.name);

    expect(names).toEqual(["kept"]);
  });

  it("lets a second model follow by changes alone", () => {
    const { model } = createFollowed();
    const page = createModel(start);
    model.subscribe((changes) => page.apply(JSON.parse(JSON.stringify(changes))));
    model.run("createCard", { type: "contacts", values: { first_name: "Ada" } });
    model.run("deleteTask", { id: start.tables.tasks[3]!.id });
    model.run("moveLead", { id: firstLead.id, status_id: 143 });

    expect(page.snapshot().tables).toEqual(model.snapshot().tables);
  });

  it("goes back to where it began and says what differs", () => {
    const { model, heard } = createFollowed();
    model.run("completeTask", { id: start.tables.tasks[0]!.id });
    model.run("createTag", { type: "leads", name: "new" });
    heard.length = 0;
    model.reset();

    expect(model.snapshot()).toEqual({ ...start, counters: start.counters });
    expect(heard[0]?.map((change) => [change.table, change.row === null ? "gone" : "back"])).toEqual([
      ["tags", "gone"],
      ["tasks", "back"],
      ["events", "gone"],
    ]);
  });

  it("takes another account over in silence", () => {
    const { model, heard } = createFollowed();
    const other = createAccount({ locale: "es" });
    model.reset(other);

    expect(model.account.language).toBe("es");
    expect(heard).toEqual([]);
  });
});

describe("operations", () => {
  it("close a lead that is won, open it again, and log both", () => {
    const model = createModel(start);
    model.run("moveLead", { id: firstLead.id, status_id: 142 });
    const closed = model.tables.leads.get(firstLead.id)!;
    model.run("moveLead", { id: firstLead.id, status_id: first!.id });
    const events = model.tables.events.filter(
      (event) => event.type === "lead_status_changed" && event.entity_id === firstLead.id,
    );

    expect(closed.closed_at).toBe(defaultNow);
    expect(model.tables.leads.get(firstLead.id)!.closed_at).toBeNull();
    expect(events.map((event) => event.value_after)).toEqual([
      [{ lead_status: { id: 142, pipeline_id: firstLead.pipeline_id } }],
      [{ lead_status: { id: first!.id, pipeline_id: firstLead.pipeline_id } }],
    ]);
  });

  it("keep the reason of a lost lead only while it is lost", () => {
    const model = createModel(start);
    const reason = start.tables.loss_reasons[0]!.id;
    model.run("moveLead", { id: firstLead.id, status_id: 143, loss_reason_id: reason });
    const lost = model.tables.leads.get(firstLead.id)!.loss_reason_id;
    model.run("moveLead", { id: firstLead.id, status_id: second!.id });

    expect(lost).toBe(reason);
    expect(model.tables.leads.get(firstLead.id)!.loss_reason_id).toBeNull();
  });

  it("put a lead into another pipeline's first stage where the stage belongs to the old one", () => {
    const model = createModel(start);
    const other = start.tables.pipelines[1]!;
    const moved = model.run("updateCard", {
      type: "leads",
      id: firstLead.id,
      values: { pipeline_id: other.id },
    });

    expect(moved).toMatchObject({ pipeline_id: other.id, status_id: 61_300_102 });
  });

  it("name the actions that a stage sets off", () => {
    const model = createWithWidget({ widget: {}, locations: ["digital_pipeline"] });
    model.run("saveStageAction", {
      pipeline_id: firstLead.pipeline_id,
      status_id: second!.id,
      widget_code: "try",
      settings: { text: "Hi" },
    });
    const { actions } = model.run("moveLead", { id: firstLead.id, status_id: second!.id });
    const stays = model.run("moveLead", { id: firstLead.id, status_id: second!.id });

    expect(actions.map((action) => action.settings)).toEqual([{ text: "Hi" }]);
    expect(stays.actions).toEqual([]);
  });

  it("complete a task with what came of it", () => {
    const model = createModel(start);
    const open = start.tables.tasks.find((task) => !task.is_completed)!;

    expect(model.run("completeTask", { id: open.id, text: "Called" })).toMatchObject({
      is_completed: true,
      result: { text: "Called" },
      updated_at: defaultNow,
    });
    expect([...model.tables.events.all()].at(-1)?.type).toBe("task_completed");
  });

  it("keep a contact's name and its parts together", () => {
    const model = createModel(start);
    const made = model.run("createCard", {
      type: "contacts",
      values: { first_name: "Ada", last_name: "Byron" },
    });
    const renamed = model.run("updateCard", {
      type: "contacts",
      id: made.id,
      values: { last_name: "Lovelace" },
    });

    expect(made.name).toBe("Ada Byron");
    expect(renamed.name).toBe("Ada Lovelace");
  });

  it("allow one company a card, and one main contact", () => {
    const model = createModel(start);
    const [one, other] = start.tables.companies;
    const lead = model.run("createCard", { type: "leads", values: {} });
    const from = { type: "leads", id: lead.id } as const;
    for (const company of [one!, other!]) {
      model.run("linkCards", { from, to: { type: "companies", id: company.id } });
    }
    const [ada, bob] = start.tables.contacts;
    model.run("linkCards", { from, to: { type: "contacts", id: ada!.id } });
    model.run("linkCards", { from, to: { type: "contacts", id: bob!.id }, is_main: true });
    const ends = model.linksOf("leads", lead.id).map((link) => [link.to_type, link.to_id, link.is_main]);

    expect(ends).toEqual([
      ["companies", other!.id, false],
      ["contacts", ada!.id, false],
      ["contacts", bob!.id, true],
    ]);
  });

  it("link from either end alike and pass the main contact on", () => {
    const model = createModel(start);
    const lead = model.run("createCard", { type: "leads", values: {} });
    const [ada, bob] = start.tables.contacts;
    for (const contact of [ada!, bob!]) {
      model.run("linkCards", {
        from: { type: "contacts", id: contact.id },
        to: { type: "leads", id: lead.id },
      });
    }
    model.run("unlinkCards", { from: { type: "contacts", id: ada!.id }, to: { type: "leads", id: lead.id } });

    expect(model.linksOf("leads", lead.id)).toMatchObject([
      { from_type: "leads", to_id: bob!.id, is_main: true },
    ]);
  });

  it("change only the fields that are named, and empty one by no values", () => {
    const model = createModel(start);
    const before = firstLead.custom_fields_values;
    const row = model.run("updateCard", {
      type: "leads",
      id: firstLead.id,
      values: {
        custom_fields_values: [
          { field_id: before[0]!.field_id, values: [] },
          { field_id: before[1]!.field_id, values: [{ value: 1 }] },
        ],
      },
    });

    expect(row.custom_fields_values).toEqual([
      { field_id: before[1]!.field_id, values: [{ value: 1 }] },
      ...before.slice(2),
    ]);
  });

  it("take a widget through its life", () => {
    const model = createWithWidget({
      widget: {},
      settings: { token: { name: "t", type: "text", required: true } },
    });
    const states = [
      model.run("uninstallWidget", { code: "try" }),
      model.run("installWidget", { code: "try" }),
      model.run("saveWidgetSettings", { code: "try", settings: { token: "abc" } }),
      model.run("disableWidget", { code: "try" }),
    ];

    expect(states.map(({ status, is_active, settings }) => [status, is_active, settings])).toEqual([
      ["install", false, {}],
      ["not_configured", false, {}],
      ["installed", true, { token: "abc" }],
      ["installed", false, { token: "abc" }],
    ]);
  });

  it("forget the oldest event when there are too many", () => {
    const model = createModel(start);
    for (let count = 0; count < 1100; count += 1) {
      model.run("addNote", { type: "leads", id: firstLead.id, params: { text: "x" } });
    }

    expect(model.tables.events.size).toBe(1000);
  });

  it.each<[OperationName, unknown, string]>([
    ["completeTask", { id: 5 }, "There is no task 5."],
    ["completeTask", { id: "5" }, "completeTask.id must be a number."],
    ["completeTask", {}, "completeTask.id must be a number."],
    ["completeTask", { id: 5, extra: 1 }, 'completeTask has no member "extra".'],
    ["completeTask", null, "completeTask must be an object."],
    ["moveLead", { id: 5, status_id: 1 }, "There is no lead 5."],
    ["moveLead", { id: firstLead.id, status_id: 1 }, `Pipeline ${firstLead.pipeline_id} has no stage 1.`],
    ["updateCard", { type: "users", id: 5, values: {} }, 'updateCard: there is no kind of card "users".'],
    [
      "updateCard",
      { type: "__proto__", id: 5, values: {} },
      'updateCard: there is no kind of card "__proto__".',
    ],
    ["createCard", { type: "leads", values: { responsible_user_id: 1 } }, "There is no user 1."],
    [
      "createCard",
      { type: "leads", values: { custom_fields_values: [{ field_id: 1, values: [] }] } },
      "A lead has no custom field 1.",
    ],
    [
      "createCard",
      { type: "leads", values: { custom_fields_values: [null] } },
      "A custom field's values are a list of objects.",
    ],
    ["createTag", { type: "leads", name: " " }, "A tag needs a name."],
    [
      "createTask",
      { text: "x", complete_till: 1, entity_type: "leads" },
      "A task hangs on a card by its kind and its id together.",
    ],
    [
      "linkCards",
      { from: { type: "leads", id: firstLead.id }, to: { type: "leads", id: firstLead.id } },
      "A card cannot be linked with itself.",
    ],
    ["deleteCatalogElements", { catalog_id: 1, ids: [5] }, "List 1 has no element 5."],
    ["installWidget", { code: "none" }, 'There is no widget "none".'],
    ["setWidgetStatus", { code: "try", status: "happy" }, 'A widget has no status "happy".'],
    [
      "saveStageAction",
      { pipeline_id: incoming!.pipeline_id, status_id: 1, widget_code: "none", settings: {} },
      'There is no widget "none".',
    ],
    ["constructor" as OperationName, {}, 'There is no operation "constructor".'],
  ])("refuse %s %j: %s", (name, input, message) => {
    const model = createWithWidget({ widget: {} });

    expect(() => model.run(name, input as never)).toThrow(new OperationError(message));
  });
});

/** What was removed and put back stands at its table's end. */
function sortRows({ tables }: ReturnType<ReturnType<typeof createModel>["snapshot"]>): unknown {
  return Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [name, rows.map((row) => JSON.stringify(row)).toSorted()]),
  );
}
