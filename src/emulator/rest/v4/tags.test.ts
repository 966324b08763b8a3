import { describe, expect, it } from "vitest";
import { createClient } from "../fixtures/create-client";

describe("tags", () => {
  it("are listed, found and made, each name once", async () => {
    const client = createClient();
    const made = await client.post("/api/v4/leads/tags", [{ name: "new", color: "DDEBB5" }, { name: "VIP" }]);

    expect(made.body).toEqual({
      _total_items: 2,
      _embedded: {
        tags: [
          { id: expect.any(Number), name: "new", color: "DDEBB5", request_id: "0" },
          { id: 60_001, name: "VIP", color: "ffc8c8", request_id: "1" },
        ],
      },
    });
    expect((await client.get("/api/v4/leads/tags?filter[name]=VIP")).body._embedded.tags).toHaveLength(1);
    expect((await client.get("/api/v4/leads/tags?query=zzz")).status).toBe(204);
    expect((await client.post("/api/v4/leads/tags", [{ name: " " }])).status).toBe(400);
  });
});
