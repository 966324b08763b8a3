import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertyRuns } from "../../../../test/property-runs";
import { createClient, seeded } from "../fixtures/create-client";

/** Each run asks for several pages. */
const fewer = { numRuns: Math.ceil(propertyRuns.numRuns / 4) };

const client = createClient();
const users = seeded.tables.users.map((row) => row.id);
const pipelines = seeded.tables.pipelines.map((row) => row.id);
const times = seeded.tables.leads.map((row) => row.created_at);

const filter = fc.record(
  {
    "filter[responsible_user_id][]": fc.constantFrom(...users),
    "filter[pipeline_id]": fc.constantFrom(...pipelines),
    "filter[price][from]": fc.integer({ min: 0, max: 20_000 }),
    "filter[created_at][to]": fc.constantFrom(...times),
    query: fc.constantFrom("a", "kitchen", "5", "zz"),
  },
  { requiredKeys: [] },
);
const order = fc.constantFrom(
  "",
  "order[created_at]=desc",
  "order[updated_at]=asc",
  "order[id]=desc",
  "order[price]=asc",
);

async function readAll(path: string, name: string): Promise<number[]> {
  const ids: number[] = [];
  for (let url: string | undefined = path; url !== undefined;) {
    const { status, body } = await client.get(url);
    if (status === 204) return ids;
    ids.push(...body._embedded[name].map((row: { id: number }) => row.id));
    url = body._links.next?.href.replace("http://127.0.0.1:4000", "");
  }
  return ids;
}

describe("pages of a list", () => {
  it("together are the list, without a row twice or missing", async () => {
    await fc.assert(
      fc.asyncProperty(
        filter,
        order,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom("leads", "contacts", "companies", "customers"),
        async (filters, sorted, limit, type) => {
          const query = Object.entries(filters).map(([name, value]) => `${name}=${value}`);
          const whole = await readAll(`/api/v4/${type}?limit=250&${[...query, sorted].join("&")}`, type);
          const pages = await readAll(`/api/v4/${type}?limit=${limit}&${[...query, sorted].join("&")}`, type);

          expect(pages).toEqual(whole);
          expect(new Set(pages).size).toBe(pages.length);
        },
      ),
      fewer,
    );
  });

  it("of tasks do the same", async () => {
    const whole = await readAll("/api/v4/tasks?limit=250&order[complete_till]=desc", "tasks");
    const pages = await readAll("/api/v4/tasks?limit=7&order[complete_till]=desc", "tasks");

    expect(whole).toHaveLength(seeded.tables.tasks.length);
    expect(pages).toEqual(whole);
  });

  it("narrow with each filter that is added", async () => {
    await fc.assert(
      fc.asyncProperty(filter, async (filters) => {
        const query = Object.entries(filters).map(([name, value]) => `${name}=${value}`);
        const some = await readAll(`/api/v4/leads?limit=250&${query.join("&")}`, "leads");
        const more = await readAll(`/api/v4/leads?limit=250&${query.slice(1).join("&")}`, "leads");

        expect(some.filter((id) => !more.includes(id))).toEqual([]);
      }),
      fewer,
    );
  });

  it("answer any query without breaking", async () => {
    const part = fc.constantFrom(
      "filter",
      "[",
      "]",
      "id",
      "order",
      "=",
      "&",
      "page",
      "limit",
      "with",
      "9",
      "-1",
      "statuses",
      "__proto__",
      "%",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 14 }), async (parts) => {
        const { status } = await client.get(`/api/v4/leads?${parts.join("")}`);
        expect([200, 204, 400, 422]).toContain(status);
      }),
      propertyRuns,
    );
  });
});
