import { describe, expect, it } from "vitest";
import { createClient, origin, seeded } from "../fixtures/create-client";

const href = (path: string) => ({ self: { href: `${origin}/api/v4/${path}` } });

describe("pipelines", () => {
  it("come with their stages in order", async () => {
    const { body } = await createClient().get("/api/v4/leads/pipelines");
    const [pipeline] = body._embedded.pipelines;

    expect(body._total_items).toBe(2);
    expect(pipeline).toMatchObject({ id: 7_201_001, name: "Sales", is_main: true, is_archive: false });
    expect(
      pipeline._embedded.statuses.map((status: { id: number; type: number }) => [status.id, status.type]),
    ).toEqual([
      [61_300_001, 1],
      [61_300_002, 0],
      [61_300_003, 0],
      [61_300_004, 0],
      [61_300_005, 0],
      [61_300_006, 0],
      [142, 0],
      [143, 0],
    ]);
    expect(pipeline._embedded.statuses[0]).toEqual({
      id: 61_300_001,
      pipeline_id: 7_201_001,
      name: "Incoming leads",
      sort: 10,
      is_editable: false,
      color: "#c1c1c1",
      type: 1,
      account_id: seeded.account.id,
      _links: href("leads/pipelines/7201001/statuses/61300001"),
    });
  });

  it("are made with the stages that every pipeline has, changed and deleted", async () => {
    const client = createClient();
    const made = await client.post("/api/v4/leads/pipelines", [
      {
        name: "Repairs",
        is_main: true,
        is_unsorted_on: true,
        sort: 5,
        _embedded: {
          statuses: [
            { name: "Broken", sort: 20 },
            { id: 142, name: "Mended" },
          ],
        },
      },
    ]);
    const [pipeline] = made.body._embedded.pipelines;
    const stage = await client.post(`/api/v4/leads/pipelines/${pipeline.id}/statuses`, [
      { name: "Waiting", sort: 30 },
    ]);
    const names = async () =>
      (await client.get(`/api/v4/leads/pipelines/${pipeline.id}/statuses`)).body._embedded.statuses.map(
        (status: { name: string }) => status.name,
      );

    expect(await names()).toEqual(["Incoming leads", "Broken", "Waiting", "Mended", "Closed - lost"]);
    expect((await client.get("/api/v4/leads/pipelines/7201001")).body.is_main).toBe(false);
    expect((await client.remove(`/api/v4/leads/pipelines/${pipeline.id}/statuses/142`)).status).toBe(400);
    expect(
      (
        await client.remove(
          `/api/v4/leads/pipelines/${pipeline.id}/statuses/${stage.body._embedded.statuses[0].id}`,
        )
      ).status,
    ).toBe(204);
    expect((await client.remove(`/api/v4/leads/pipelines/${pipeline.id}`)).body.detail).toBe(
      "The main pipeline cannot be deleted",
    );
    expect((await client.remove("/api/v4/leads/pipelines/7201001")).body.detail).toBe(
      "The pipeline has leads",
    );
  });
});
