import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertyRuns } from "../../../test/property-runs";
import { noFaults } from "./faults";
import { createPageData } from "../page/create-page-data";
import { createModel } from "../model/create-model";
import { OperationError, type OperationName } from "../model/operations";
import { readWidget } from "../model/read-widget";
import { createClient, origin, seeded } from "./fixtures/create-client";
import { handleRequest } from "./handle-request";

const widget = readWidget({ code: "mine", files: new Map() });
const account = { ...seeded, tables: { ...seeded.tables, widgets: [widget] } };

const [lead, contact, company] = [
  seeded.tables.leads[0]!.id,
  seeded.tables.contacts[0]!.id,
  seeded.tables.companies[0]!.id,
];
const task = seeded.tables.tasks[0]!.id;
const note = seeded.tables.notes[0]!.id;
const known = [
  lead,
  contact,
  company,
  task,
  note,
  142,
  7_201_001,
  61_300_002,
  9_630_001,
  1_203_201,
  940_025,
  60_001,
  8101,
  440_001,
  3101,
  11_901,
  1,
  0,
  -1,
  1.5,
];

const fields = [
  { field_id: 1_203_201, values: [{ enum_id: 940_025 }] },
  { field_id: 1_203_213, values: [{ value: "x" }] },
  { field_id: 1_203_203, values: [{ value: 1_795_000_000 }] },
];

/** Requests that the back end takes; each run breaks some of them. */
const requests: readonly (readonly [method: string, url: string, body: unknown])[] = [
  [
    "POST",
    "/api/v4/leads",
    [
      {
        name: "x",
        price: 1,
        status_id: 142,
        tags_to_add: [{ name: "t" }],
        custom_fields_values: fields,
        _embedded: { contacts: [{ id: contact, is_main: true }], companies: [{ id: company }] },
      },
    ],
  ],
  [
    "PATCH",
    "/api/v4/leads",
    [{ id: lead, price: 2, custom_fields_values: fields, _embedded: { tags: [{ id: 60_001 }] } }],
  ],
  [
    "PATCH",
    `/api/v4/leads/${lead}`,
    { status_id: 143, loss_reason_id: 15_201, tags_to_delete: [{ name: "VIP" }] },
  ],
  [
    "POST",
    "/api/v4/leads/complex",
    [
      {
        name: "x",
        _embedded: {
          contacts: [
            {
              first_name: "a",
              custom_fields_values: [{ field_code: "PHONE", values: [{ value: "1", enum_code: "WORK" }] }],
            },
          ],
          companies: [{ name: "c" }],
        },
      },
    ],
  ],
  ["POST", "/api/v4/contacts", [{ first_name: "a", last_name: "b" }]],
  ["POST", "/api/v4/customers", [{ name: "x", next_price: 5, next_date: 1_795_000_000 }]],
  [
    "POST",
    "/api/v4/tasks",
    [
      {
        text: "x",
        complete_till: 1_795_000_000,
        entity_type: "leads",
        entity_id: lead,
        result: { text: "r" },
      },
    ],
  ],
  ["PATCH", "/api/v4/tasks", [{ id: task, is_completed: true, result: { text: "r" } }]],
  ["POST", `/api/v4/leads/${lead}/notes`, [{ note_type: "common", params: { text: "x" } }]],
  ["PATCH", "/api/v4/leads/notes", [{ id: note, params: { text: "y" } }]],
  [
    "POST",
    `/api/v4/leads/${lead}/link`,
    [{ to_entity_id: contact, to_entity_type: "contacts", metadata: { is_main: true } }],
  ],
  ["POST", "/api/v4/leads/unlink", [{ entity_id: lead, to_entity_id: contact, to_entity_type: "contacts" }]],
  ["POST", "/api/v4/leads/tags", [{ name: "x", color: "DDEBB5" }]],
  ["POST", "/api/v4/leads/custom_fields", [{ name: "f", type: "select", enums: [{ value: "a", sort: 1 }] }]],
  ["PATCH", "/api/v4/leads/custom_fields", [{ id: 1_203_201, enums: [{ id: 940_025, value: "z" }] }]],
  ["DELETE", "/api/v4/leads/custom_fields/1203201", null],
  ["POST", "/api/v4/catalogs", [{ name: "l", type: "regular" }]],
  [
    "POST",
    "/api/v4/catalogs/8101/elements",
    [{ name: "e", custom_fields_values: [{ field_code: "SKU", values: [{ value: "1" }] }] }],
  ],
  ["PATCH", "/api/v4/catalogs/8101/elements/440001", { name: "e2" }],
  [
    "POST",
    "/api/v4/leads/pipelines",
    [
      {
        name: "p",
        is_main: true,
        _embedded: {
          statuses: [
            { name: "s", sort: 1 },
            { id: 142, name: "w" },
          ],
        },
      },
    ],
  ],
  ["PATCH", "/api/v4/leads/pipelines/7201001", { name: "p2", sort: 3 }],
  ["POST", "/api/v4/leads/pipelines/7201001/statuses", [{ name: "s", color: "#fffeb2" }]],
  ["DELETE", "/api/v4/leads/pipelines/7201001/statuses/61300006", null],
  [
    "POST",
    "/api/v4/sources",
    [{ name: "s", external_id: "e", default: true, services: [{ type: "whatsapp" }] }],
  ],
  ["DELETE", "/api/v4/sources", [{ id: 11_901 }]],
  ["POST", "/api/v4/webhooks", { destination: "https://a.example/", settings: ["add_lead"], sort: 5 }],
  ["POST", "/api/v4/widgets/mine", { token: "x" }],
  ["POST", "/api/v4/talks/3101/send_message", { text: "x" }],
  ["POST", "/api/v4/talks/3101/close", { force_close: true }],
  ["POST", "/api/v4/calls", [{ direction: "inbound", phone: "2125550100", duration: 5, source: "s" }]],
  ["POST", "/api/v4/contacts/chats", [{ contact_id: contact, chat_id: seeded.tables.talks[0]!.chat_id }]],
  ["POST", "/api/v4/bots/run", { bot_id: 1, entity_id: lead, entity_type: "leads" }],
  [
    "POST",
    "/api/v4/salesbot/1/continue/1",
    { data: {}, execute_handlers: [{ handler: "show", params: { value: "x" } }] },
  ],
  [
    "POST",
    "/api/v2/leads",
    {
      add: [
        {
          name: "x",
          sale: 5,
          tags: "a,b",
          contacts_id: [contact],
          custom_fields: [{ id: 1_203_213, values: [{ value: "x" }] }],
        },
      ],
      update: [{ id: lead, name: "y" }],
    },
  ],
  ["POST", "/api/v2/contacts", { add: [{ name: "x", company_id: company, leads_id: [lead] }] }],
  [
    "POST",
    "/api/v2/tasks",
    { add: [{ element_id: lead, element_type: 2, complete_till_at: 1, task_type: 1, text: "x" }] },
  ],
  ["POST", "/api/v2/notes", { add: [{ element_id: lead, element_type: 2, note_type: 4, text: "x" }] }],
  ["POST", "/api/v2/events", { add: [{ type: "phone_call", phone_number: "2125550100" }] }],
  ["POST", "/ajax/widgets/list", { area: "leads_card" }],
  ["POST", "/ajax/widgets/edit", { action: "edit", code: "mine", widget_active: "Y", settings: { a: "b" } }],
  ["POST", "/ajax/v1/inbox/add", { request: { add: [{ header: "h", text: "t", type: "error" }] } }],
  [
    "POST",
    "/private/api/v2/json/leads/set",
    { request: { leads: { add: [{ name: "x", price: 5 }], update: [{ id: lead, name: "z" }] } } },
  ],
  [
    "POST",
    "/private/api/v2/json/notes/set",
    { request: { notes: { add: [{ element_id: lead, element_type: 2, text: "x" }] } } },
  ],
  ["PATCH", "/api/v4/customers/mode", { mode: "segments", is_enabled: true }],
  ["POST", "/api/v4/customers/segments", [{ name: "s", color: "247a4d" }]],
  [
    "POST",
    "/api/v4/customers/2050001/transactions",
    [
      {
        price: 5,
        comment: "c",
        completed_at: 1,
        next_date: 2,
        _embedded: { catalog_elements: [{ id: 440_001 }] },
      },
    ],
  ],
  ["POST", "/api/v4/customers/2050001/bonus_points", { earn: 5, redeem: 1 }],
  ["POST", "/api/v4/leads", "no object at all"],
];

const names = [
  "id",
  "name",
  "price",
  "status_id",
  "pipeline_id",
  "responsible_user_id",
  "custom_fields_values",
  "field_id",
  "field_code",
  "values",
  "value",
  "enum_id",
  "enum_code",
  "_embedded",
  "tags",
  "contacts",
  "companies",
  "tags_to_add",
  "text",
  "complete_till",
  "entity_id",
  "entity_type",
  "is_completed",
  "result",
  "note_type",
  "params",
  "to_entity_id",
  "to_entity_type",
  "metadata",
  "enums",
  "type",
  "statuses",
  "external_id",
  "destination",
  "settings",
  "direction",
  "phone",
  "duration",
  "source",
  "contact_id",
  "chat_id",
  "bot_id",
  "data",
  "execute_handlers",
  "add",
  "update",
  "request",
  "leads",
  "notes",
  "custom_fields",
  "element_id",
  "element_type",
  "code",
  "request_id",
  "created_at",
  "first_name",
  "__proto__",
  "sort",
  "is_main",
  "linked_leads_id",
  "contacts_id",
  "links",
  "from",
  "from_id",
] as const;

const { node: json } = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, depthSize: "medium" },
    fc.constantFrom<unknown>(
      null,
      true,
      false,
      "",
      "x",
      "leads",
      "contacts",
      "common",
      "VIP",
      "PHONE",
      "2026-01-01",
      "text",
    ),
    fc.constantFrom<unknown>(...known, ...known.map(String)),
    fc.array(tie("node"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie("node"), { maxKeys: 5 }),
  ),
}));

type Step = string | number;

/** Every place inside of a value. */
function listPlaces(value: unknown, path: readonly Step[] = []): (readonly Step[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => listPlaces(part, [...path, key]))];
}

/** The value with another part at a place, or without it where there is none. */
function replaceAt(value: unknown, [step, ...rest]: readonly Step[], part: unknown): unknown {
  if (step === undefined) return part;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    Step,
    unknown
  >;
  if (rest.length === 0 && part === undefined) delete copy[step];
  else copy[step] = replaceAt(copy[step], rest, part);
  return copy;
}

const broken = fc
  .tuple(fc.constantFrom(...requests), fc.nat(), fc.oneof(json, fc.constant(undefined)), fc.boolean())
  .map(([[method, url, body], at, part, isWhole]) => {
    const places = listPlaces(body);
    return [method, url, isWhole ? body : replaceAt(body, places[at % places.length] ?? [], part)] as const;
  });

/** What reads everything that a request may have written. */
async function readAll(client: ReturnType<typeof createClient>): Promise<number[]> {
  const urls = [
    "/api/v4/leads?limit=250&with=contacts,catalog_elements,loss_reason,source",
    "/api/v4/contacts?limit=250&with=leads",
    "/api/v4/companies",
    "/api/v4/customers",
    "/api/v4/tasks?limit=250",
    "/api/v4/leads/notes",
    "/api/v4/leads/tags",
    "/api/v4/leads/custom_fields",
    "/api/v4/catalogs",
    "/api/v4/catalogs/8101/elements",
    "/api/v4/leads/pipelines",
    "/api/v4/sources",
    "/api/v4/webhooks",
    "/api/v4/talks",
    "/api/v4/events",
    "/api/v4/widgets",
    "/api/v2/leads",
    "/api/v2/account?with=custom_fields,pipelines,users",
    "/private/api/v2/json/leads/list",
    "/ajax/leads/list",
  ];
  return Promise.all(urls.map(async (url) => (await client.get(url)).status));
}

describe("the back end", () => {
  it("takes the requests that are broken below, but for those that need a bot, segments or a list", async () => {
    const refused: string[] = [];
    for (const [method, url, body] of requests) {
      const answer = await handleRequest(
        { method, url, headers: { "content-type": "application/json" }, body: JSON.stringify(body) },
        createClient(account).model,
        { origin, secret: "s" },
      );
      if (answer === null || answer.status >= 300) refused.push(`${method} ${url} ${answer?.status}`);
    }

    expect(refused).toEqual([
      "POST /api/v4/bots/run 400",
      "POST /api/v4/salesbot/1/continue/1 404",
      "POST /api/v4/customers/segments 422",
      "POST /api/v4/leads 400",
    ]);
  });

  it("answers any body at any address, and what it took can be read again", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(broken, { minLength: 1, maxLength: 6 }), async (acts) => {
        const client = createClient(account);
        for (const [method, url, sent] of acts) {
          const answer = await handleRequest(
            {
              method,
              url,
              headers: { "content-type": "application/json" },
              body: JSON.stringify(sent) ?? "",
            },
            client.model,
            { origin, secret: "s" },
          );
          expect(answer?.status).toBeLessThan(500);
        }
        for (const status of await readAll(client)) expect([200, 204]).toContain(status);
        const page = {
          widget: "mine",
          faults: noFaults,
          problems: [],
          holds: [],
          revision: 1,
          event: 0,
        };
        for (const url of [
          "/leads/list/",
          "/leads/pipeline/",
          "/dashboard/",
          "/todo/list/",
          "/settings/widgets/",
        ]) {
          expect(createPageData(client.model, url, page, 0)).not.toBeNull();
        }
      }),
      { numRuns: Math.ceil(propertyRuns.numRuns / 8) },
    );
  });
});

describe("operations", () => {
  const operations: readonly OperationName[] = [
    "createCard",
    "updateCard",
    "deleteCards",
    "moveLead",
    "linkCards",
    "unlinkCards",
    "createTag",
    "createTask",
    "updateTask",
    "completeTask",
    "addNote",
    "updateNote",
    "saveCatalogElement",
    "deleteCatalogElements",
    "sendMessage",
    "saveWidgetSettings",
    "setWidgetStatus",
    "addWidgetSource",
    "saveStageAction",
    "saveSalesbot",
    "runSalesbot",
    "addNotification",
    "setTheme",
  ];
  const input = fc.dictionary(
    fc.constantFrom(
      "type",
      "id",
      "ids",
      "values",
      "link",
      "from",
      "to",
      "status_id",
      "pipeline_id",
      "text",
      "complete_till",
      "params",
      "name",
      "code",
      "settings",
      "widget_code",
      "catalog_id",
      "talk_id",
      "entity_type",
      "entity_id",
      "theme",
      "kind",
      "header",
      "status",
    ),
    json,
    { maxKeys: 6 },
  );

  it("do what they are asked or leave everything as it was", () => {
    fc.assert(
      fc.property(fc.constantFrom(...operations), input, (name, given) => {
        const model = createModel(account);
        try {
          model.run(name, given as never);
        } catch (error) {
          expect(error instanceof OperationError || error instanceof TypeError).toBe(true);
          expect(model.snapshot().counters).toEqual(account.counters);
          expect([...model.tables.leads.all()]).toEqual(account.tables.leads);
          expect(model.tables.events.size).toBe(account.tables.events.length);
        }
      }),
      propertyRuns,
    );
  });
});
