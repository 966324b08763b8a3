import { describe, expect, it } from "vitest";
import { createClient, seeded } from "../fixtures/create-client";

describe("webhooks", () => {
  it("are subscribed once an address", async () => {
    const client = createClient();
    const first = await client.post("/api/v4/webhooks", {
      destination: "https://a.example/h",
      settings: ["add_lead"],
    });
    const again = await client.post("/api/v4/webhooks", {
      destination: "https://a.example/h",
      settings: ["status_lead"],
    });

    expect(first.status).toBe(201);
    expect(again.body).toEqual({
      id: first.body.id,
      destination: "https://a.example/h",
      settings: ["status_lead"],
      sort: 10,
      disabled: false,
      created_by: 9_630_001,
      created_at: seeded.now,
      updated_at: seeded.now,
      account_id: seeded.account.id,
    });
    expect((await client.remove("/api/v4/webhooks", { destination: "https://a.example/h" })).status).toBe(
      204,
    );
    expect((await client.remove("/api/v4/webhooks", { destination: "https://a.example/h" })).status).toBe(
      404,
    );
    expect((await client.get("/api/v4/webhooks")).status).toBe(204);
  });

  it.each([
    [{ destination: "ftp://x", settings: ["add_lead"] }, "destination"],
    [{ destination: "https://x.example", settings: ["add_moon"] }, "settings.0"],
    [{ destination: "https://x.example" }, "settings"],
  ])("refuse %j", async (item, path) => {
    const { body } = await createClient().post("/api/v4/webhooks", item);

    expect(body["validation-errors"][0].errors[0].path).toBe(path);
  });
});
