import { describe, expect, it } from "vitest";
import { createClient, origin, seeded } from "../fixtures/create-client";

const lead = seeded.tables.leads[0]!;
const href = (path: string) => ({ self: { href: `${origin}/api/v4/${path}` } });

describe("notes", () => {
  it("are listed and made on a card", async () => {
    const client = createClient();
    const made = await client.post(`/api/v4/leads/${lead.id}/notes`, [
      { note_type: "common", params: { text: "Hello" }, request_id: "n" },
    ]);
    const [{ id }] = made.body._embedded.notes;
    const { body } = await client.get(`/api/v4/leads/${lead.id}/notes?filter[id]=${id}`);

    expect(made.body._embedded.notes).toEqual([
      {
        id,
        entity_id: lead.id,
        updated_at: seeded.now,
        request_id: "n",
        _links: href(`leads/${lead.id}/notes/${id}`),
      },
    ]);
    expect(body._embedded.notes).toEqual([
      {
        id,
        entity_id: lead.id,
        created_by: seeded.account.current_user_id,
        updated_by: seeded.account.current_user_id,
        created_at: seeded.now,
        updated_at: seeded.now,
        responsible_user_id: lead.responsible_user_id,
        group_id: lead.group_id,
        note_type: "common",
        params: { text: "Hello" },
        is_pinned: false,
        account_id: seeded.account.id,
        _links: href(`leads/${lead.id}/notes/${id}`),
      },
    ]);
  });

  it("are changed and pinned", async () => {
    const client = createClient();
    const note = seeded.tables.notes.find((row) => row.entity_type === "leads")!;
    await client.patch(`/api/v4/leads/${note.entity_id}/notes/${note.id}`, { params: { text: "New" } });
    await client.post(`/api/v4/leads/${note.entity_id}/notes/${note.id}/pin`, "");

    expect((await client.get(`/api/v4/leads/notes/${note.id}`)).body).toMatchObject({
      params: { text: "New" },
      is_pinned: true,
    });
  });

  it.each([
    [{ note_type: "poem", params: {} }, "NotSupportedChoice", "note_type"],
    [{ note_type: "common", params: {} }, "FieldMissing", "params.text"],
    [{ note_type: "sms_in", params: { text: "x" } }, "FieldMissing", "params.phone"],
    [{ note_type: 4, params: { text: "x" } }, "InvalidType", "note_type"],
  ])("refuse %j", async (item, code, path) => {
    const { status, body } = await createClient().post(`/api/v4/leads/${lead.id}/notes`, [item]);

    expect(status).toBe(400);
    expect(body["validation-errors"][0].errors[0]).toMatchObject({ code, path });
  });

  it("of a kind of card are found without naming the card", async () => {
    const { body } = await createClient().get("/api/v4/contacts/notes?filter[note_type][]=call_in");

    expect(body._embedded.notes.every((note: { note_type: string }) => note.note_type === "call_in")).toBe(
      true,
    );
    expect((await createClient().get("/api/v4/companies/notes")).status).toBe(204);
  });
});
