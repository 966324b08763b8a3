import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decodeForm } from "../../../protocol/bracket-form";
import { verifyToken, type BotTokenClaims, type WidgetTokenClaims } from "../../../protocol/one-time-token";
import type { SentHook } from "../../model/entities";
import { encode, startServer, type TestServer } from "../fixtures/start-server";

interface Heard {
  readonly method: string;
  readonly url: string;
  readonly type: string | undefined;
  readonly form: object;
}

let integration: Server;
let address: string;
let heard: Heard[];
let answerWith: number;
let folder: string;
let emulator: TestServer;

beforeAll(async () => {
  integration = createServer((request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => (body += part.toString("utf8")));
    request.on("end", () => {
      const form = JSON.parse(JSON.stringify(decodeForm(body))) as object;
      heard.push({
        method: request.method ?? "",
        url: request.url ?? "",
        type: request.headers["content-type"],
        form,
      });
      response.writeHead(answerWith);
      response.end("ok");
    });
  });
  await new Promise<void>((resolve) => {
    integration.listen(0, "127.0.0.1", resolve);
  });
  address = `http://127.0.0.1:${(integration.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => void integration.close(resolve)));

beforeEach(async () => {
  heard = [];
  answerWith = 200;
  folder = await mkdtemp(join(tmpdir(), "hooks-"));
  const manifest = {
    widget: { version: "1.0.0" },
    locations: ["digital_pipeline", "sms", "salesbot_designer"],
    dp: { settings: {}, action_multiple: true, webhook_url: `${address}/dp` },
    sms: { endpoint: `${address}/sms` },
  };
  emulator = await startServer({
    widget: { code: "mine", files: new Map([["manifest.json", encode(JSON.stringify(manifest))]]) },
    mocksFolder: folder,
    scenario: { hooks: { disable: `${address}/off?app=1` } },
  });
});

afterEach(async () => {
  await emulator.server.close();
  await rm(folder, { recursive: true });
});

const lead = 31_200_001;
const pipeline = 7_201_001;
const [second, third, fourth] = [61_300_003, 61_300_004, 61_300_005];

function saveAction(more: object = {}): number {
  return emulator.server.model.run("saveStageAction", {
    pipeline_id: pipeline,
    status_id: third!,
    widget_code: "mine",
    settings: { text: "Hi & bye" },
    ...more,
  }).id;
}

const move = (status: number) => emulator.server.model.run("moveLead", { id: lead, status_id: status });

async function settle(count: number): Promise<readonly SentHook[]> {
  const { model } = emulator.server;
  for (let tries = 0; tries < 100; tries += 1) {
    const hooks = [...model.tables.sent_hooks.all()];
    if (hooks.length >= count && hooks.every((hook) => hook.status !== null || hook.problem !== null))
      return hooks;
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
  return [...model.tables.sent_hooks.all()];
}

describe("the hook of a pipeline action", () => {
  it("goes out as a nested form when a lead enters the stage", async () => {
    move(second!);
    saveAction();
    move(third!);
    const [row] = await settle(1);

    expect(heard).toEqual([
      {
        method: "POST",
        url: "/dp",
        type: "application/x-www-form-urlencoded",
        form: {
          event: {
            type: "14",
            type_code: "lead_status_changed",
            data: {
              id: String(lead),
              element_type: "2",
              status_id: String(third),
              pipeline_id: String(pipeline),
              direction_of_movement: "went_to_trigger",
            },
            time: expect.stringMatching(/^\d{10}$/),
          },
          action: { code: "send_widget_hook", settings: { widget: { settings: { text: "Hi & bye" } } } },
          subdomain: "northwind",
          account_id: String(emulator.server.model.account.id),
        },
      },
    ]);
    expect(row).toMatchObject({ kind: "digital_pipeline", widget_code: "mine", status: 200, problem: null });
  });

  it("tells moves inside of a stretched action, and those out of it", async () => {
    move(second!);
    saveAction({ last_status_id: fourth });
    for (const stage of [third, fourth, 142]) move(stage!);
    await settle(3);

    expect(
      heard.map(({ form }) => {
        const { event } = form as { event: { type: string; data: { direction_of_movement: string } } };
        return [event.type, event.data.direction_of_movement];
      }),
    ).toEqual([
      ["14", "went_to_trigger"],
      ["15", "went_in_trigger"],
      ["15", "went_from_trigger"],
    ]);
  });

  it.each([
    [
      "chat",
      "19",
      () => emulator.server.model.run("sendMessage", { talk_id: 3101, text: "Hello", incoming: true }),
    ],
    [
      "call_in",
      "17",
      () =>
        emulator.server.model.run("addNote", {
          type: "leads",
          id: lead,
          note_type: "call_in",
          params: { phone: "1", duration: 1, source: "x" },
        }),
    ],
    [
      "lead_added",
      "1",
      () => emulator.server.model.run("createCard", { type: "leads", values: { status_id: third! } }),
    ],
  ] as const)("goes out for %s too", async (trigger, type, happen) => {
    saveAction({ trigger });
    happen();
    await settle(1);

    expect(heard.map(({ form }) => (form as { event: { type: string } }).event.type)).toEqual([type]);
  });

  it("goes out when a widget moves the lead by the API", async () => {
    saveAction({ status_id: fourth });
    await emulator.post("/api/v4/leads", {}, {});
    await emulator.ask(`/api/v4/leads/${lead}`, {
      method: "PATCH",
      body: JSON.stringify({ status_id: fourth }),
    });
    await settle(1);

    expect(heard).toHaveLength(1);
  });

  it("does not go out twice, nor again after a reset", async () => {
    move(second!);
    saveAction();
    move(third!);
    move(third!);
    await settle(1);
    await emulator.post("/-/reset", {});

    expect(heard).toHaveLength(1);
  });

  it("can be sent by hand", async () => {
    const action = saveAction();
    const reply = await emulator.post("/-/hooks", {
      kind: "digital_pipeline",
      action,
      lead,
      trigger: "site_visit",
    });

    expect(JSON.parse(reply.text)).toMatchObject({ kind: "digital_pipeline", status: 200 });
    expect(heard[0]?.form).toMatchObject({ event: { type: "18", type_code: "site_visit" } });
  });

  it("carries what the payload's file says instead", async () => {
    await mkdir(join(folder, "hooks"));
    await writeFile(
      join(folder, "hooks", "digital_pipeline.json"),
      '{"event":{"data":{"id":5}},"extra":"yes"}',
    );
    await emulator.post("/-/hooks", { kind: "digital_pipeline", action: saveAction(), lead });

    expect(heard[0]?.form).toMatchObject({
      event: { type: "14", data: { id: "5", element_type: "2" } },
      extra: "yes",
    });
  });

  it("is shown with what went wrong", async () => {
    answerWith = 500;
    await emulator.post("/-/hooks", { kind: "digital_pipeline", action: saveAction(), lead });
    await mkdir(join(folder, "hooks"));
    await writeFile(join(folder, "hooks", "digital_pipeline.json"), "[");
    await emulator.post("/-/hooks", { kind: "digital_pipeline", action: saveAction(), lead });
    const hooks = await settle(2);

    expect(hooks.map(({ status, problem }) => [status, problem])).toEqual([
      [500, null],
      [null, "Not sent: mocks/hooks/digital_pipeline.json is not a JSON object."],
    ]);
    expect(heard).toHaveLength(1);
  });
});

const readEvents = () => heard.map(({ form }) => (form as { event: Record<string, unknown> }).event);

describe("the hook of an action on the customers' board", () => {
  const customer = 2_050_001;
  const day = 86_400;
  const [soon, later, none] = [2, 3, 4];
  const expectPurchase = (next_date: number) =>
    emulator.server.model.run("updateCard", { type: "customers", id: customer, values: { next_date } });
  const inDays = (days: number) => emulator.server.model.now() + days * day;
  const saveCustomerAction = (more: object) =>
    saveAction({ pipeline_id: 0, status_id: soon, trigger: "customer_period_changed", ...more });

  it("goes out as type 21 when a customer comes into the stage, and not when it leaves", async () => {
    expectPurchase(0);
    saveCustomerAction({});
    expectPurchase(inDays(5));
    await settle(1);
    expectPurchase(inDays(90));
    await settle(1);

    expect(readEvents()).toEqual([
      {
        type: "21",
        type_code: "customer_period_changed",
        data: { id: String(customer), element_type: "12", status_id: "2", pipeline_id: "0" },
        time: expect.any(String),
      },
    ]);
  });

  it("goes out as type 22 on moves inside an action that spans stages", async () => {
    expectPurchase(0);
    saveCustomerAction({ last_status_id: later });
    expectPurchase(inDays(5));
    expectPurchase(inDays(90));
    await settle(2);

    expect(readEvents().map(({ type_code: code }) => code)).toEqual([
      "customer_period_changed",
      "customer_appeared_in_period",
    ]);
  });

  it("goes out as type 20 for a new customer", async () => {
    saveCustomerAction({ trigger: "customer_added", status_id: none });
    emulator.server.model.run("createCard", { type: "customers", values: { name: "New", next_date: 0 } });
    await settle(1);

    expect(readEvents()).toMatchObject([{ type: "20", data: { element_type: "12", status_id: "4" } }]);
  });

  it("goes out by hand for a customer that is named", async () => {
    const action = saveCustomerAction({});
    const refused = await emulator.post("/-/hooks", { kind: "digital_pipeline", action, lead });
    await emulator.post("/-/hooks", { kind: "digital_pipeline", action, customer });

    expect(refused).toMatchObject({
      status: 400,
      text: expect.stringContaining("There is no customer undefined."),
    });
    expect(readEvents()).toMatchObject([{ data: { id: String(customer), element_type: "12" } }]);
  });

  it.each([
    [{ trigger: "lead_added" }, 'The board of pipeline 0 has no trigger "lead_added".'],
    [{ status_id: 9 }, "Pipeline 0 has no stage 9."],
  ])("cannot be set up with %j", (more, message) => {
    expect(() => saveCustomerAction(more)).toThrow(message);
  });
});

describe("addresses of hooks", () => {
  it.each([
    [
      "https://crm.example/dp",
      "Not sent: crm.example is not on this machine. Allow it with --allow-host crm.example.",
    ],
    [
      "http://127.0.0.1.evil.example/",
      "Not sent: 127.0.0.1.evil.example is not on this machine. Allow it with --allow-host 127.0.0.1.evil.example.",
    ],
    ["http://10.0.0.1/dp", "Not sent: 10.0.0.1 is not on this machine. Allow it with --allow-host 10.0.0.1."],
    ["ftp://127.0.0.1/dp", "Only http and https are sent."],
    ["no address", "The address is none."],
    ["http://127.0.0.1:9/dp", "Nobody answers there."],
  ])("%s: %s", async (url, problem) => {
    const manifest = { dp: { webhook_url: url } };
    const other = await startServer({
      widget: { code: "other", files: new Map([["manifest.json", encode(JSON.stringify(manifest))]]) },
    });
    try {
      const { id } = other.server.model.run("saveStageAction", {
        pipeline_id: pipeline,
        status_id: third!,
        widget_code: "other",
        settings: {},
      });
      const reply = await other.post("/-/hooks", { kind: "digital_pipeline", action: id, lead });

      expect(JSON.parse(reply.text)).toMatchObject({ url, status: null, problem });
    } finally {
      await other.server.close();
    }
  });

  it("that no manifest names are missed", async () => {
    const bare = await startServer();
    try {
      const { id } = bare.server.model.run("saveStageAction", {
        pipeline_id: pipeline,
        status_id: third!,
        widget_code: "mine",
        settings: {},
      });
      const reply = await bare.post("/-/hooks", { kind: "digital_pipeline", action: id, lead });

      expect(JSON.parse(reply.text)).toMatchObject({
        url: "",
        problem: "The manifest names no dp.webhook_url.",
      });
      expect((await bare.post("/-/hooks", { kind: "disable" })).text).toBe(
        "The scenario names no hooks.disable.\n",
      );
      expect((await bare.post("/-/hooks", { kind: "sms", phone: "1", text: "x" })).text).toContain(
        "The manifest names no sms.endpoint.",
      );
    } finally {
      await bare.server.close();
    }
  });
});

const steps = (url: string) =>
  JSON.stringify([
    {
      question: [
        {
          handler: "widget_request",
          params: { url, data: { lead: "{{lead.id}}", who: "{{contact.name}}", gone: "{{a.b}}" } },
        },
      ],
    },
  ]);
const saveBot = (url = `${address}/bot`) =>
  emulator.server.model.run("saveSalesbot", {
    name: "Bot",
    widget_code: "mine",
    handler_code: "send",
    params: {},
    exits: [],
    steps: steps(url),
  }).id;

describe("the hook of a bot", () => {
  it("goes out when the bot is started, with a token and the way back", async () => {
    const bot = saveBot();
    await emulator.post(`/api/v4/bots/${bot}/run`, { entity_id: lead, entity_type: "leads" });
    const [row] = await settle(1);
    const form = heard[0]?.form as { token: string; data: object; return_url: string };
    const verdict = await verifyToken<BotTokenClaims>(form.token, "emulator", {
      algorithm: "HS512",
      now: emulator.server.model.now(),
      audience: "http://127.0.0.1",
    });

    expect(form.data).toEqual({
      lead: String(lead),
      who: emulator.server.model.tables.contacts.get(45_100_001)?.name,
      gone: "",
    });
    expect(form.return_url).toBe(`${emulator.server.url}api/v4/salesbot/${bot}/continue/${row?.id}`);
    expect(verdict).toMatchObject({
      ok: true,
      claims: { entity_type: 2, entity_id: lead, bot_type: "salesbot" },
    });
  });

  it("is continued once; what is shown goes to the conversation", async () => {
    const bot = saveBot();
    const reply = await emulator.post("/-/hooks", {
      kind: "salesbot",
      bot,
      entity_type: "leads",
      entity_id: lead,
    });
    const { id } = JSON.parse(reply.text) as SentHook;
    const path = `/api/v4/salesbot/${bot}/continue/${id}`;
    const body = {
      data: { status: "success" },
      execute_handlers: [
        { handler: "show", params: { type: "text", value: "From the bot" } },
        { handler: "goto", params: { type: "question", step: 1 } },
      ],
    };
    const wrong = await emulator.post(`/api/v4/salesbot/1/continue/${id}`, body);
    const first = await emulator.post(path, body);
    const again = await emulator.post(path, body);
    const messages = [...emulator.server.model.tables.chat_messages.all()];

    expect([wrong.status, first.status, again.status]).toEqual([404, 202, 404]);
    expect(messages.at(-1)).toMatchObject({ talk_id: 3101, type: "outgoing", text: "From the bot" });
  });

  it.each([
    [
      { execute_handlers: Array.from({ length: 11 }, () => ({ handler: "goto", params: {} })) },
      "10 handlers at most",
    ],
    [
      { execute_handlers: [{ handler: "show", params: { value: "x".repeat(81) } }] },
      "TooLong: show.value holds 80 characters at most",
    ],
    [
      {
        execute_handlers: [
          { handler: "show", params: { value: "x", buttons: Array.from({ length: 26 }, () => "b") } },
        ],
      },
      "25 buttons at most",
    ],
    [{ execute_handlers: [{ handler: "stop", params: {} }] }, "Unsupported handler code"],
    [{ execute_handlers: [5] }, "Every handler needs params"],
    [{ data: 5 }, "data must be an object"],
  ])("refuses to go on with %j", async (body, detail) => {
    const bot = saveBot();
    const reply = await emulator.post("/-/hooks", {
      kind: "salesbot",
      bot,
      entity_type: "leads",
      entity_id: lead,
    });
    const { id } = JSON.parse(reply.text) as SentHook;
    const refused = await emulator.post(`/api/v4/salesbot/${bot}/continue/${id}`, body);

    expect([refused.status, (JSON.parse(refused.text) as { detail: string }).detail]).toEqual([400, detail]);
    expect((await emulator.post(`/api/v4/salesbot/${bot}/continue/${id}`, {})).status).toBe(202);
  });

  it("says when the designer saved no request", async () => {
    const { model } = emulator.server;
    const { id: bot } = model.run("saveSalesbot", {
      name: "B",
      widget_code: "mine",
      handler_code: "h",
      params: {},
      exits: [],
      steps: "{ not json",
    });
    const reply = await emulator.post("/-/hooks", {
      kind: "salesbot",
      bot,
      entity_type: "leads",
      entity_id: lead,
    });

    expect(JSON.parse(reply.text)).toMatchObject({
      problem: "The bot's JSON holds no widget_request with an address.",
    });
  });
});

describe("other hooks", () => {
  it("tell of the disabling, signed", async () => {
    const { model } = emulator.server;
    model.run("disableWidget", { code: "mine" });
    model.run("disableWidget", { code: "mine" });
    await settle(1);
    const { client_uuid: uuid } = model.tables.widgets.get("mine")!;

    expect(heard.map(({ method, url }) => [method, url.replace(/signature=.*/, "signature=…")])).toEqual([
      ["GET", `/off?app=1&account_id=${model.account.id}&client_uuid=${uuid}&signature=…`],
    ]);
    expect(heard[0]?.url).toMatch(/signature=[0-9a-f]{64}$/);
  });

  it("bring an SMS with a token", async () => {
    await emulator.post("/-/hooks", { kind: "sms", phone: "+1 212 555-0100", text: "Código: 5" });
    const form = heard[0]?.form as { token: string };
    const verdict = await verifyToken<WidgetTokenClaims>(form.token, "emulator", {
      algorithm: "HS256",
      now: emulator.server.model.now(),
    });

    expect(form).toMatchObject({ phone: "+1 212 555-0100", text: "Código: 5" });
    expect(verdict.ok).toBe(true);
  });

  it.each([
    [5, "A hook is an object with a kind."],
    [{}, "The kind must be digital_pipeline, salesbot, sms or disable."],
    [{ kind: "digital_pipeline", action: 1, lead: 1 }, "There is no action 1."],
    [{ kind: "salesbot", bot: 1 }, "There is no bot 1."],
    [{ kind: "sms", phone: 5 }, "An SMS needs a phone and a text."],
    [{ kind: "sms", widget: "none" }, 'There is no widget "none".'],
  ])("%j are not sent", async (asked, message) => {
    expect(await emulator.post("/-/hooks", asked)).toMatchObject({ status: 400, text: `${message}\n` });
  });
});
