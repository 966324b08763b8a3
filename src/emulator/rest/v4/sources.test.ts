import { describe, expect, it } from "vitest";
import { createClient, origin } from "../fixtures/create-client";

const href = (path: string) => ({ self: { href: `${origin}/api/v4/${path}` } });

describe("sources", () => {
  it("are made, changed and deleted; one at most is the default", async () => {
    const client = createClient();
    const made = await client.post("/api/v4/sources", [
      { name: "Line 1", external_id: "line-1", default: true },
    ]);
    const [{ id }] = made.body._embedded.sources;
    const all = await client.get("/api/v4/sources");

    expect(made.body._embedded.sources[0]).toEqual({
      id,
      name: "Line 1",
      external_id: "line-1",
      pipeline_id: 7_201_001,
      default: true,
      origin_code: null,
      services: [],
      request_id: "0",
      _links: href(`sources/${id}`),
    });
    expect(all.body._embedded.sources.filter((source: { default: boolean }) => source.default)).toHaveLength(
      1,
    );
    expect((await client.get("/api/v4/sources?filter[external_id]=line-1")).body._total_items).toBe(1);
    expect((await client.remove(`/api/v4/sources/${id}`)).status).toBe(204);
    expect((await client.get(`/api/v4/sources/${id}`)).status).toBe(204);
  });

  it.each([
    [{ name: "x" }, "FieldMissing", "external_id"],
    [{ name: "x", external_id: "seed-1" }, "NotUnique", "external_id"],
    [{ name: "x", external_id: "не латиница" }, "NotSupportedChoice", "external_id"],
    [{ name: "x", external_id: "y", pipeline_id: 5 }, "NotSupportedChoice", "pipeline_id"],
  ])("refuse %j", async (item, code, path) => {
    const { body } = await createClient().post("/api/v4/sources", [item]);

    expect(body["validation-errors"][0].errors[0]).toMatchObject({ code, path });
  });
});
