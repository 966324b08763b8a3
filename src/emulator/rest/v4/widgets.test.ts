import { describe, expect, it } from "vitest";
import { readWidget } from "../../model/read-widget";
import { createClient, origin, seeded } from "../fixtures/create-client";

const href = (path: string) => ({ self: { href: `${origin}/api/v4/${path}` } });

describe("widgets", () => {
  const manifest = {
    widget: { version: "1.0.0" },
    locations: ["lcard-1", "lead_sources"],
    settings: { token: { name: "settings.token", type: "pass", required: true } },
  };
  const widget = readWidget({
    code: "mine",
    files: new Map([["manifest.json", new TextEncoder().encode(JSON.stringify(manifest))]]),
  });
  const account = { ...seeded, tables: { ...seeded.tables, widgets: [widget] } };

  it("are told with their settings only to their own integration", async () => {
    const client = createClient(account);
    const { body } = await client.get("/api/v4/widgets/mine");

    expect(body).toEqual({
      id: 1,
      code: "mine",
      version: "1.0.0",
      rating: "0,0",
      settings_template: [{ key: "token", name: "settings.token", type: "pass", is_required: true }],
      is_lead_source: true,
      is_work_with_dp: false,
      is_crm_template: false,
      client_uuid: widget.client_uuid,
      is_active_in_account: true,
      pipeline_id: null,
      _links: href("widgets/mine"),
    });
    expect((await client.get("/api/v4/widgets/mine", { authorization: "Bearer x" })).body.settings).toEqual({
      token: "secret",
    });
    expect((await client.get("/api/v4/widgets/none")).status).toBe(404);
  });

  it("are installed and taken out", async () => {
    const client = createClient(account);

    expect((await client.remove("/api/v4/widgets/mine")).status).toBe(204);
    expect((await client.get("/api/v4/widgets/mine")).body.is_active_in_account).toBe(false);
    expect((await client.post("/api/v4/widgets/mine", {})).body.detail).toBe("The setting token is required");
    expect((await client.post("/api/v4/widgets/mine", { token: "t" })).body.is_active_in_account).toBe(true);
  });
});
