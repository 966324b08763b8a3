import { describe, expect, it } from "vitest";
import { createClient, seeded } from "../fixtures/create-client";

describe("calls", () => {
  const call = { direction: "inbound", duration: 30, source: "pbx" };

  it("become notes of whoever has the number, the others are told", async () => {
    const client = createClient();
    const { body } = await client.post("/api/v4/calls", [
      { ...call, phone: "(212) 555 0100", uniq: "u1", request_id: "a" },
      { ...call, phone: "+49 30 000000" },
    ]);
    const [added] = body._embedded.calls;
    const note = client.model.tables.notes.get(added.id)!;

    expect(body).toMatchObject({ _total_items: 1, errors: [{ status: 263, request_id: "1" }] });
    expect(added).toMatchObject({ request_id: "a", account_id: seeded.account.id });
    expect(note).toMatchObject({
      note_type: "call_in",
      params: { phone: "(212) 555 0100", uniq: "u1", duration: 30 },
    });
    expect((await client.post("/api/v4/calls", [{ phone: "1" }])).status).toBe(400);
  });
});
