import { describe, expect, it } from "vitest";
import { UserError } from "../../manifest/problem";
import { readWidget } from "../model/read-widget";
import { createAccount } from "../model/seed/create-account";
import { changeWidget, createScenarioAccount } from "./create-scenario-account";
import { readScenario, type ReadScenarioOptions } from "./read-scenario";
import { runRequests } from "./run-requests";

function readProblems(value: unknown, locate?: ReadScenarioOptions["locate"]) {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  try {
    readScenario(text, { file: "s.json", ...(locate === undefined ? {} : { locate }) });
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems;
  }
}

describe("reading a scenario", () => {
  it("takes everything that the schema describes", () => {
    const scenario = {
      $schema: "./scenario.schema.json",
      locale: "es",
      brand: "amocrm",
      leads: 10_000,
      seed: 7,
      now: "2026-03-01T09:00:00-05:00",
      account: {
        name: "Acme",
        subdomain: "acme",
        country: "CO",
        currency: "COP",
        timezone: "America/Bogota",
        plan: "base",
        paid: false,
      },
      users: [
        { name: "Ana", admin: false, theme: "dark", rights: { leads: { view: "M" }, catalog_access: false } },
        {},
      ],
      widget: { status: "not_configured", active: false, settings: { token: "x" } },
      widgets: [{ path: "../other.zip", code: "other", active: true }],
      requests: [{ method: "POST", url: "/api/v4/tasks", body: [{ text: "x", complete_till: 1 }] }],
      hooks: { disable: "http://127.0.0.1:3000/off" },
      faults: { status: 429 },
    };

    expect(readScenario(JSON.stringify(scenario), { file: "s.json" })).toEqual(scenario);
    expect(readScenario("\uFEFF{}", { file: "s.json" })).toEqual({});
  });

  it.each([
    ["{", "KB820", "The scenario is not valid JSON.", null],
    [[], "KB821", "The scenario does not fit at its top.", "an object"],
    [
      { leeds: 5 },
      "KB821",
      "The scenario does not fit at leeds.",
      "one of $schema, locale, brand, leads, seed, now, account, users, widget, widgets, requests, hooks, faults",
    ],
    [{ leads: 0 }, "KB821", "The scenario does not fit at leads.", "a whole number from 1 to 20000"],
    [{ leads: "10" }, "KB821", "The scenario does not fit at leads.", "a whole number from 1 to 20000"],
    [{ locale: "de" }, "KB821", "The scenario does not fit at locale.", 'one of "en", "es", "pt", "ru"'],
    [
      { now: "yesterday" },
      "KB821",
      "The scenario does not fit at now.",
      "a text of the form ^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2})$",
    ],
    [{ now: "2026-13-41T00:00Z" }, "KB821", "The scenario does not fit at now.", "a time that exists"],
    [
      { account: { timezone: "Moon/Sea" } },
      "KB821",
      "The scenario does not fit at account.timezone.",
      "an IANA time zone, e.g. America/Bogota",
    ],
    [
      { users: [{ rights: { leads: { view: "X" } } }] },
      "KB821",
      "The scenario does not fit at users[0].rights.leads.view.",
      'one of "A", "G", "M", "D"',
    ],
    [
      { users: [{ active: false }] },
      "KB821",
      "The scenario does not fit at users[0].active.",
      "true: the first user is signed in",
    ],
    [{ widgets: [{}] }, "KB821", "The scenario does not fit at widgets[0].", 'a member "path"'],
    [
      { requests: [{ method: "GET", url: "/api/v4/leads" }] },
      "KB821",
      "The scenario does not fit at requests[0].method.",
      'one of "POST", "PATCH", "DELETE"',
    ],
    [
      { requests: [{ method: "POST", url: "/-/reset" }] },
      "KB821",
      "The scenario does not fit at requests[0].url.",
      "a text of the form ^/api/v[24]/",
    ],
    [
      { faults: { status: 200 } },
      "KB821",
      "The scenario does not fit at faults.",
      'The fault "status" cannot be 200.',
    ],
    [
      { users: Array.from({ length: 201 }, () => ({})) },
      "KB821",
      "The scenario does not fit at users.",
      "at most 200 items",
    ],
  ])("%# refuses what does not fit, with its place", (value, code, message, expected) => {
    const [problem] = readProblems(value);

    expect(problem).toMatchObject({ code, message, file: "s.json" });
    if (expected !== null) expect(problem?.expected).toBe(expected);
  });

  it("guesses what was meant", () => {
    expect(readProblems({ loclae: "en" })[0]?.fix).toBe('Did you mean "locale"?');
  });

  it("tells line and column where it can find them", () => {
    const asked: unknown[] = [];
    const locate = (path: readonly (string | number)[]) => {
      asked.push(path);
      return { line: 3, column: 5 };
    };
    const [problem] = readProblems({ account: { plan: "gold" } }, locate);

    expect(problem).toMatchObject({ line: 3, column: 5 });
    expect(asked).toEqual([["account", "plan"]]);
  });
});

describe("the account of a scenario", () => {
  it("is the seeded one where nothing is asked", () => {
    expect(createScenarioAccount({})).toEqual(createAccount());
  });

  it("speaks the brand's language", () => {
    const { account } = createScenarioAccount({ brand: "amocrm" });

    expect([account.language, account.top_level_domain, account.currency]).toEqual([
      "ru",
      "amocrm.ru",
      "RUB",
    ]);
  });

  it("dates everything from its present", () => {
    const { now, tables } = createScenarioAccount({ now: "2026-03-01T09:00:00-05:00" });

    expect(now).toBe(Date.UTC(2026, 2, 1, 14) / 1000);
    expect(tables.leads.every((lead) => lead.created_at < now)).toBe(true);
  });

  it("changes users in their order and adds more", () => {
    const { tables } = createScenarioAccount({
      users: [
        { admin: false, theme: "dark", rights: { leads: { edit: "D" } } },
        {},
        {},
        {},
        {},
        { name: "Sixth" },
      ],
    });
    const [first, second] = tables.users;

    expect(first).toMatchObject({
      name: "Olivia Bennett",
      is_admin: false,
      theme: 2,
      rights: { leads: { edit: "D", view: "A" } },
    });
    expect(second?.name).toBe("Marcus Reed");
    expect(tables.users[5]).toMatchObject({ name: "Sixth", id: 9_630_006, email: "user6@mail.example.com" });
  });

  it("is unpaid when it is to be", () => {
    const { account, now } = createScenarioAccount({ account: { paid: false, currency: "EUR" } });

    expect(account.paid_till).toBeLessThan(now);
    expect(account.currency_symbol).toBe("€");
  });

  it("is the same twice", () => {
    const scenario = { locale: "pt", leads: 100, seed: 3 } as const;

    expect(createScenarioAccount(scenario)).toEqual(createScenarioAccount(scenario));
  });
});

describe("a widget of a scenario", () => {
  const row = readWidget({ code: "x", files: new Map() });

  it.each([
    [{ status: "install" } as const, { status: "install", is_active: false, settings: {} }],
    [{ status: "not_configured" } as const, { status: "not_configured", is_active: false }],
    [{ active: false }, { status: "installed", is_active: false }],
    [{ settings: { a: 1 } }, { status: "installed", is_active: true, settings: { a: 1 } }],
  ])("%j", (change, expected) => {
    expect(changeWidget(row, change)).toMatchObject(expected);
  });
});

describe("requests of a scenario", () => {
  const account = createAccount();

  it("make what they ask for, one after another", async () => {
    const after = await runRequests(account, [
      { method: "POST", url: "/api/v4/tasks", body: [{ text: "Made", complete_till: account.now }] },
      { method: "PATCH", url: `/api/v4/leads/${account.tables.leads[0]!.id}`, body: { price: 7 } },
    ]);

    expect(after.tables.tasks.at(-1)?.text).toBe("Made");
    expect(after.tables.leads[0]?.price).toBe(7);
  });

  it("that are refused say why", async () => {
    const refused = runRequests(account, [
      { method: "POST", url: "/api/v4/tasks", body: [{}] },
      { method: "DELETE", url: "/api/v4/leads" },
    ]);

    await expect(refused).rejects.toMatchObject({
      problems: [
        {
          code: "KB822",
          message: "The API refuses the scenario's request 1, POST /api/v4/tasks.",
          found: expect.stringContaining('400: {"validation-errors"'),
        },
        { message: "The API refuses the scenario's request 2, DELETE /api/v4/leads." },
      ],
    });
  });
});
