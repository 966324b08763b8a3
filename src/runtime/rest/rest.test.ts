import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLimiter } from "./create-limiter";
import { encodeQuery, type Query } from "./encode-query";
import { getRest, type Rest } from "./get-rest";
import { collect } from "./list-pages";
import { RestError, type RestErrorKind } from "./rest-error";

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
  readonly at: number;
}

type Answer = Response | Error | ((asked: Asked, signal: AbortSignal) => Response | Promise<Response>);

let asked: Asked[];
let answers: Answer[];
let end: AbortController;
let rest: Rest;
const widget = { callbacks: {} };

/** The CRM at the other end of `fetch`: gives the prepared answers one after another, the last one again and again. */
async function answer(address: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const entry = {
    method: init.method ?? "GET",
    url: decodeURIComponent(String(address)),
    body: init.body === undefined ? undefined : (JSON.parse(String(init.body)) as unknown),
    at: performance.now(),
  };
  asked.push(entry);
  const signal = init.signal as AbortSignal;
  signal.throwIfAborted();
  const next = answers.length > 1 ? answers.shift() : answers[0];
  if (next instanceof Error) throw next;
  return typeof next === "function" ? next(entry, signal) : (next as Response).clone();
}

function json(data: unknown, status = 200, headers: Record<string, string> = {}): Response {
  const type = status < 400 ? "application/hal+json" : "application/problem+json";
  return new Response(JSON.stringify(data), { status, headers: { "Content-Type": type, ...headers } });
}

const empty = () => new Response(null, { status: 204 });
const page = (items: readonly object[], next = false) =>
  json({
    _embedded: { leads: items },
    _links: next ? { next: { href: "https://x/api/v4/leads?page=2" } } : {},
  });
const html = (status: number) =>
  new Response("<html>nginx</html>", { status, headers: { "Content-Type": "text/html" } });

async function failureOf(work: Promise<unknown>): Promise<RestError> {
  return work.then(
    () => {
      throw new Error("It did not fail.");
    },
    (error: unknown) => error as RestError,
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", answer);
  asked = [];
  answers = [empty()];
  end = new AbortController();
  widget.callbacks = {};
  rest = getRest({ widget: widget as never, signal: end.signal });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Lets everything happen that waits, and gives what comes of it. */
async function pass<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  await vi.runAllTimersAsync();
  return work;
}

describe("a query", () => {
  it.each<[Query, string]>([
    [{}, ""],
    [{ query: "Ann & Bob", page: 2 }, "query=Ann+%26+Bob&page=2"],
    [{ with: "contacts,loss_reason" }, "with=contacts%2Closs_reason"],
    [{ none: undefined, is: true, not: false }, "is=1&not=0"],
    [{ filter: { id: [1, 2] } }, "filter[id][]=1&filter[id][]=2"],
    [{ filter: { updated_at: { from: 1, to: 2 } } }, "filter[updated_at][from]=1&filter[updated_at][to]=2"],
    [
      { filter: { statuses: [{ pipeline_id: 3, status_id: 142 }] }, order: { updated_at: "asc" } },
      "filter[statuses][0][pipeline_id]=3&filter[statuses][0][status_id]=142&order[updated_at]=asc",
    ],
  ])("%j", (query, expected) => {
    expect(encodeQuery(query).replaceAll("%5B", "[").replaceAll("%5D", "]")).toBe(expected);
  });
});

describe("reading", () => {
  it("gives an entity", async () => {
    answers = [json({ id: 7, name: "Lead" })];

    expect(await pass(rest.leads.get(7, { with: "contacts" }))).toEqual({ id: 7, name: "Lead" });
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual(["GET /api/v4/leads/7?with=contacts"]);
  });

  it.each([
    ["204", empty()],
    ["404", json({ title: "Not Found" }, 404)],
  ])("gives nothing for %s", async (_status, response) => {
    answers = [response];

    expect(await pass(rest.tasks.get(7))).toBeUndefined();
  });

  it("gives no items for 204", async () => {
    expect(await pass(collect(rest.leads.list({ query: "x" })))).toEqual([]);
  });

  it("goes from page to page, as the items are asked for", async () => {
    answers = [page([{ id: 1 }, { id: 2 }], true), page([{ id: 3 }], true), empty()];

    expect(await pass(collect(rest.leads.list({ filter: { id: [1] } })))).toEqual([
      { id: 1 },
      { id: 2 },
      { id: 3 },
    ]);
    expect(asked.map(({ url }) => url)).toEqual([
      "/api/v4/leads?limit=250&filter[id][]=1&page=1",
      "/api/v4/leads?limit=250&filter[id][]=1&page=2",
      "/api/v4/leads?limit=250&filter[id][]=1&page=3",
    ]);
  });

  it("asks for no further page when nobody goes on", async () => {
    answers = [page([{ id: 1 }], true)];

    for await (const lead of rest.leads.list()) {
      expect(lead.id).toBe(1);
      break;
    }

    expect(asked).toHaveLength(1);
  });

  it.each<[string, (rest: Rest) => Promise<unknown>, string]>([
    ["the account", (r) => r.account({ with: "task_types" }), "/api/v4/account?with=task_types"],
    ["users", (r) => collect(r.users.list()), "/api/v4/users?limit=250&page=1"],
    ["pipelines", (r) => collect(r.pipelines.list()), "/api/v4/leads/pipelines?limit=250&page=1"],
    ["notes of a lead", (r) => collect(r.notes("leads", 7).list()), "/api/v4/leads/7/notes?limit=250&page=1"],
    ["notes of all leads", (r) => collect(r.notes("leads").list()), "/api/v4/leads/notes?limit=250&page=1"],
    ["any collection", (r) => collect(r.pages("events")), "/api/v4/events?limit=250&page=1"],
    ["any address", (r) => r.send("GET", "talks/1"), "/api/v4/talks/1"],
  ])("finds %s", async (_what, ask, url) => {
    await pass(ask(rest));

    expect(asked.map((entry) => entry.url)).toEqual([url]);
  });
});

describe("what goes wrong", () => {
  it.each<[string, Response, RestErrorKind]>([
    ["401", json({ title: "Unauthorized", detail: "Log in." }, 401), "unauthorized"],
    ["402", json({ title: "Payment Required" }, 402), "payment"],
    ["403", json({ title: "Forbidden" }, 403), "forbidden"],
    ["403 with a page", html(403), "blocked"],
    ["400", json({ title: "Bad Request" }, 400), "invalid"],
    ["422", json({ title: "Unprocessable", detail: "Limit 250 per page" }, 422), "invalid"],
    ["405", json({ title: "Method Not Allowed" }, 405), "refused"],
    ["429", json({ title: "Too Many Requests" }, 429), "too_many"],
    ["500", json({ title: "ErrInternalServer" }, 500), "server"],
    ["504 with a page", html(504), "server"],
    ["200 with a page", html(200), "page"],
    ["200 with broken JSON", new Response("{", { headers: { "Content-Type": "application/json" } }), "page"],
  ])("%s has a kind of its own", async (_what, response, kind) => {
    answers = [response];

    const error = await pass(failureOf(rest.send("POST", "leads", { body: [] })));

    expect(error).toBeInstanceOf(RestError);
    expect({ kind: error.kind, status: error.status }).toEqual({ kind, status: response.status });
  });

  it("says what was asked and what was answered", async () => {
    answers = [json({ title: "Unauthorized", detail: "Log in." }, 401)];

    const error = await pass(failureOf(rest.leads.get(7)));

    expect(error.message).toBe("GET /api/v4/leads/7 was answered with 401: Log in.");
  });

  it("is offline when no answer comes", async () => {
    answers = [new TypeError("Failed to fetch")];

    const error = await pass(failureOf(rest.leads.get(7)));

    expect({ kind: error.kind, status: error.status, message: error.message }).toEqual({
      kind: "offline",
      status: 0,
      message: "GET /api/v4/leads/7 got no answer.",
    });
  });

  it("is nothing where an accepted request has plain text for an answer", async () => {
    answers = [new Response("ok", { status: 202, headers: { "Content-Type": "text/html" } })];

    expect(await pass(rest.send("POST", "talks/1/close", { body: {} }))).toBeUndefined();
  });
});

describe("trying again", () => {
  it.each<[string, string, Answer, number]>([
    ["GET", "429", json({}, 429), 4],
    ["GET", "500", json({}, 500), 4],
    ["GET", "502 with a page", html(502), 4],
    ["GET", "no answer", new TypeError("Failed to fetch"), 4],
    ["GET", "401", json({}, 401), 1],
    ["GET", "403 with a page", html(403), 1],
    ["POST", "429", json({}, 429), 4],
    ["POST", "500", json({}, 500), 1],
    ["POST", "no answer", new TypeError("Failed to fetch"), 1],
    ["PATCH", "504", html(504), 1],
  ])("is as careful as it must be with %s after %s", async (method, _what, response, tries) => {
    answers = [response];

    await pass(failureOf(rest.send(method as "GET", "leads")));

    expect(asked).toHaveLength(tries);
  });

  it("ends well when the host has recovered", async () => {
    answers = [json({}, 500), new TypeError("Failed to fetch"), json({ id: 7 })];

    expect(await pass(rest.leads.get(7))).toEqual({ id: 7 });
  });

  it("waits longer each time, and as long as the host says", async () => {
    answers = [json({}, 500), json({}, 500), json({ retry_after: 3 }, 429), json({ id: 7 })];

    await pass(rest.leads.get(7));

    const waits = asked.slice(1).map(({ at }, index) => at - (asked[index]?.at ?? 0));
    expect(waits[0]).toBeGreaterThanOrEqual(500);
    expect(waits[0]).toBeLessThanOrEqual(625);
    expect(waits[1]).toBeGreaterThanOrEqual(1000);
    expect(waits[1]).toBeLessThanOrEqual(1250);
    expect(waits[2]).toBe(3000);
  });

  it.each<[string, () => Record<string, string>, number]>([
    ["seconds", () => ({ "Retry-After": "4" }), 4],
    ["a date", () => ({ "Retry-After": new Date(Date.now() + 4000).toUTCString() }), 4],
  ])("reads a header with %s", async (_what, headers, seconds) => {
    vi.setSystemTime(1_700_000_000_000);
    answers = [json({}, 429, headers()), json({ id: 7 })];

    await pass(rest.leads.get(7));

    expect((asked[1]?.at ?? 0) - (asked[0]?.at ?? 0)).toBe(seconds * 1000);
  });

  it("gives up at once where the host wants minutes", async () => {
    answers = [json({ retry_after: 300 }, 429)];

    const error = await pass(failureOf(rest.leads.get(7)));

    expect(asked).toHaveLength(1);
    expect(error.retryAfter).toBe(300);
  });
});

describe("the rate", () => {
  it("is seven requests a second at most, for all clients of a widget together", async () => {
    const other = getRest({ widget: widget as never, signal: end.signal });

    await pass(Promise.all(Array.from({ length: 20 }, (_, id) => (id % 2 ? rest : other).leads.get(id))));

    const most = Math.max(
      ...asked.map(({ at }) => asked.filter((one) => one.at >= at && one.at < at + 1000).length),
    );
    expect(most).toBe(7);
    expect((asked.at(-1)?.at ?? 0) - (asked[0]?.at ?? 0)).toBeLessThanOrEqual(2000);
  });

  it("does not hold up those who come after others were aborted", async () => {
    const limit = createLimiter(1);
    const gone = new AbortController();
    await limit();
    const waiting = Array.from({ length: 50 }, () => limit(gone.signal).catch(() => undefined));

    gone.abort();
    const next = limit();
    const before = performance.now();
    await pass(Promise.all([...waiting, next]));

    expect(performance.now() - before).toBeLessThanOrEqual(1000);
  });
});

describe("an abort", () => {
  it.each<[string, () => void]>([
    [
      "while the answer is under way",
      () => {
        answers = [
          (_asked, signal) =>
            new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
        ];
      },
    ],
    [
      "while it waits for another try",
      () => {
        answers = [json({}, 500)];
      },
    ],
  ])("%s rejects with its reason and leaves no timer", async (_when, prepare) => {
    prepare();
    const work = failureOf(rest.leads.get(7));
    await vi.advanceTimersByTimeAsync(10);

    end.abort(new Error("The area has ended."));

    expect((await work).message).toBe("The area has ended.");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("may be one request's own", async () => {
    const own = new AbortController();
    own.abort(new Error("Cancelled."));

    const error = await pass(failureOf(rest.leads.get(7, {}, { signal: own.signal })));

    expect(error.message).toBe("Cancelled.");
    expect(asked).toEqual([]);
  });
});

const drafts = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `Lead ${index}` }));
const saveAll = ({ body }: Asked) =>
  json({
    _embedded: {
      leads: (body as { request_id: string }[])
        .map(({ request_id }, id) => ({ id, request_id }))
        .toReversed(),
    },
  });

describe("saving many", () => {
  it("sends 250 in one request, and tells what became of each in its order", async () => {
    answers = [saveAll];
    const batches: number[] = [];

    const outcomes = await pass(
      rest.leads.create(drafts(600), { onBatch: (done) => void batches.push(done.length) }),
    );

    expect(asked.map(({ body }) => (body as unknown[]).length)).toEqual([250, 250, 100]);
    expect(batches).toEqual([250, 250, 100]);
    expect(outcomes.map(({ item, saved }) => `${item.name} ${saved?.id}`)).toEqual(
      drafts(600).map(({ name }, index) => `${name} ${index % 250}`),
    );
  });

  it("gives the faults of a refused request to the items that they belong to", async () => {
    answers = [
      json(
        {
          title: "Bad Request",
          detail: "Request validation failed",
          "validation-errors": [
            { request_id: "1", errors: [{ code: "TooLong", path: "name", detail: "Too long." }] },
          ],
        },
        400,
      ),
    ];

    const outcomes = await pass(rest.leads.create(drafts(3)));

    expect(outcomes.map(({ error }) => [error?.kind, error?.message, error?.faults])).toEqual([
      ["invalid", "Not saved: another item of the same request is wrong.", []],
      [
        "invalid",
        "POST /api/v4/leads was answered with 400: Request validation failed",
        [{ code: "TooLong", path: "name", detail: "Too long." }],
      ],
      ["invalid", "Not saved: another item of the same request is wrong.", []],
    ]);
  });

  it("goes on after a request that was wrong", async () => {
    answers = [json({ title: "Bad Request" }, 400), saveAll];

    const outcomes = await pass(rest.leads.create(drafts(4), { size: 2 }));

    expect(outcomes.map(({ error }) => error?.kind)).toEqual(["invalid", "invalid", undefined, undefined]);
  });

  it.each<[RestErrorKind, Answer]>([
    ["unauthorized", json({}, 401)],
    ["payment", json({}, 402)],
    ["forbidden", json({}, 403)],
    ["blocked", html(403)],
    ["offline", new TypeError("Failed to fetch")],
  ])("sends nothing more when it is %s", async (kind, response) => {
    answers = [response];

    const outcomes = await pass(rest.leads.create(drafts(6), { size: 2 }));

    expect(asked).toHaveLength(1);
    expect(outcomes.map(({ error }) => error?.kind)).toEqual(Array.from({ length: 6 }, () => kind));
  });

  it("says which items the CRM did not confirm", async () => {
    answers = [json({ _embedded: { leads: [{ id: 1, request_id: "0" }] } })];

    const outcomes = await pass(rest.leads.create(drafts(2)));

    expect(outcomes.map(({ saved, error }) => saved?.id ?? error?.message)).toEqual([
      1,
      "The CRM did not say what became of this item.",
    ]);
  });

  it("rejects when it is aborted between two requests", async () => {
    const own = new AbortController();
    answers = [saveAll];

    const work = rest.leads.create(drafts(4), {
      size: 2,
      signal: own.signal,
      onBatch: () => own.abort(new Error("Cancelled.")),
    });

    expect((await pass(failureOf(work))).message).toBe("Cancelled.");
    expect(asked).toHaveLength(1);
  });

  it("sends nothing for nothing", async () => {
    expect(await pass(rest.leads.create([]))).toEqual([]);
    expect(asked).toEqual([]);
  });

  it("changes one, and rejects with what went wrong", async () => {
    answers = [json({ id: 5, updated_at: 9 }), json({}, 403)];

    expect(await pass(rest.tasks.change(5, { is_completed: true, result: { text: "" } }))).toEqual({
      id: 5,
      updated_at: 9,
    });
    expect(asked[0]).toMatchObject({
      method: "PATCH",
      url: "/api/v4/tasks/5",
      body: { is_completed: true, result: { text: "" } },
    });
    expect((await pass(failureOf(rest.tasks.change(5, {})))).kind).toBe("forbidden");
  });
});
