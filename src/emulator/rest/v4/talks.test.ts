import { describe, expect, it } from "vitest";
import { createClient, seeded } from "../fixtures/create-client";

const lead = seeded.tables.leads[0]!;
const contact = seeded.tables.contacts[0]!;

describe("conversations", () => {
  const talk = seeded.tables.talks[0]!;

  it("are listed with whom they are about", async () => {
    const { body } = await createClient().get(
      `/api/v4/talks?filter[entity_id]=${lead.id}&filter[entity_type]=lead`,
    );

    expect(body._embedded.talks).toMatchObject([
      {
        talk_id: talk.id,
        chat_id: talk.chat_id,
        contact_id: contact.id,
        entity_id: lead.id,
        entity_type: "lead",
        is_in_work: true,
        _embedded: { contacts: [{ id: contact.id }], leads: [{ id: lead.id }] },
      },
    ]);
    expect((await createClient().get("/api/v4/talks/5")).status).toBe(404);
  });

  it("take messages until they are closed", async () => {
    const client = createClient();
    const before = await client.get(`/api/v4/talks/${talk.id}/messages`);
    const sent = await client.post(`/api/v4/talks/${talk.id}/send_message`, { text: "Hello" });
    const after = await client.get(`/api/v4/talks/${talk.id}/messages`);

    expect(sent.body).toEqual({ id: expect.any(String) });
    expect(after.body._embedded.messages).toHaveLength(before.body._embedded.messages.length + 1);
    expect(after.body._embedded.messages.at(-1)).toMatchObject({
      type: "outgoing",
      text: "Hello",
      author: { type: "internal" },
    });
    expect((await client.post(`/api/v4/talks/${talk.id}/close`, {})).status).toBe(202);
    expect((await client.post(`/api/v4/talks/${talk.id}/close`, {})).status).toBe(422);
    expect((await client.post(`/api/v4/talks/${talk.id}/send_message`, { text: "x" })).status).toBe(422);
  });
});

describe("chats of contacts", () => {
  const talk = seeded.tables.talks[0]!;

  it("are found by either end and moved to another contact", async () => {
    const client = createClient();
    const other = seeded.tables.contacts[5]!;
    const before = await client.get(`/api/v4/contacts/chats?chat_id[]=${talk.chat_id}`);
    const moved = await client.post("/api/v4/contacts/chats", [
      { contact_id: other.id, chat_id: talk.chat_id },
    ]);

    expect(before.body).toEqual({
      _total_items: 1,
      _embedded: { chats: [{ chat_id: talk.chat_id, contact_id: contact.id, id: talk.id }] },
    });
    expect(moved.body._embedded.chats).toEqual([
      { chat_id: talk.chat_id, contact_id: other.id, id: talk.id, request_id: "0" },
    ]);
    expect((await client.get("/api/v4/contacts/chats?chat_id=none")).status).toBe(204);
    expect((await client.get("/api/v4/contacts/chats")).status).toBe(400);
    expect(
      (await client.post("/api/v4/contacts/chats", [{ contact_id: 1, chat_id: talk.chat_id }])).status,
    ).toBe(400);
  });
});
