import { describe, expect, it } from "vitest";
import { createClient, origin, seeded } from "../fixtures/create-client";

const lead = seeded.tables.leads[0]!;
const href = (path: string) => ({ self: { href: `${origin}/api/v4/${path}` } });

describe("events", () => {
  it("tell what happened, the newest first", async () => {
    const client = createClient();
    await client.patch(`/api/v4/leads/${lead.id}`, { status_id: 142 });
    const { body } = await client.get(
      `/api/v4/events?filter[entity]=lead&filter[entity_id][]=${lead.id}&limit=1`,
    );
    const [event] = body._embedded.events;

    expect(event).toEqual({
      id: expect.stringMatching(/^01[0-9a-z]{24}$/),
      type: "lead_status_changed",
      entity_id: lead.id,
      entity_type: "lead",
      created_by: 9_630_001,
      created_at: seeded.now,
      value_after: [{ lead_status: { id: 142, pipeline_id: lead.pipeline_id } }],
      value_before: [{ lead_status: { id: lead.status_id, pipeline_id: lead.pipeline_id } }],
      account_id: seeded.account.id,
      _links: href(`events/${event.id}`),
      _embedded: { entity: { id: lead.id, _links: href(`leads/${lead.id}`) } },
    });
    expect((await client.get(`/api/v4/events/${event.id}`)).body).toEqual(event);
    expect((await client.get("/api/v4/events/types")).body._embedded.events_types.length).toBeGreaterThan(20);
  });

  it("take ten ids in a filter", async () => {
    const ids = Array.from({ length: 11 }, (_, index) => `filter[entity_id][]=${index}`).join("&");

    expect((await createClient().get(`/api/v4/events?${ids}`)).status).toBe(400);
  });
});
