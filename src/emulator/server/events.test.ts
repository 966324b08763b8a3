import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProblem } from "../../manifest/problem";
import type { EmulatorServer } from "./create-emulator-server";
import { encode, files, readData, startServer, type TestServer } from "./fixtures/start-server";

let server: EmulatorServer;
let ask: TestServer["ask"];
let post: TestServer["post"];

beforeAll(async () => {
  ({ server, ask, post } = await startServer());
});

afterAll(() => server.close());

describe("events", () => {
  it("tell pages of changes, builds, problems and faults", async () => {
    const stream = await openStream();
    server.model.run("createTag", { type: "leads", name: "seen" });
    server.showError([createProblem({ code: "KB301", message: "Broken" })]);
    const shown = readData((await ask("/dashboard/")).text).problems;
    server.setWidget(new Map([...files, ["style.css", encode("a{}")]]), "style");
    server.setWidget(files, "page");
    await post("/-/faults", { theme: "dark" });
    await post("/-/faults", { theme: null });
    const events = await stream.take(9);

    expect(shown).toMatchObject([{ code: "KB301" }]);
    expect(events.map(({ type }) => type)).toEqual(
      [
        "opened",
        "changes",
        "problems",
        "style",
        // The archive has a file more, then again a file less.
        "changes",
        "problems",
        "reload",
        "changes",
        "faults",
        "faults",
      ].slice(0, events.length),
    );
    expect(events[3]).toEqual({
      type: "style",
      code: "mine",
      revision: expect.any(Number),
      number: events[0]!.number + 3,
    });
    expect(readData((await ask("/dashboard/")).text).problems).toEqual([]);
  });

  it("can be asked for by those who missed some", async () => {
    const { event } = readData((await ask("/dashboard/")).text);
    const after = async (number: number) =>
      JSON.parse((await ask(`/-/events.json?after=${number}`)).text) as { type: string; number: number }[];
    server.model.run("createTag", { type: "leads", name: "missed" });
    await post("/-/faults", { theme: "dark" });
    await post("/-/faults", { theme: null });

    expect((await after(event)).map(({ type, number }) => [type, number - event])).toEqual([
      ["changes", 1],
      ["faults", 2],
      ["faults", 3],
    ]);
    expect(await after(event + 3)).toEqual([]);
    for (let round = 0; round < 60; round++) server.showError([]);
    expect(await after(event)).toEqual([{ type: "reload", number: event + 63 }]);
    expect(await after(Number.NaN)).toEqual([{ type: "reload", number: event + 63 }]);
  });

  it("keep what the user saved when the widget changes", async () => {
    server.model.run("saveWidgetSettings", { code: "mine", settings: { token: "kept" } });
    const more = {
      widget: { version: "1.0.1" },
      settings: { token: { type: "text" }, extra: { type: "text" } },
    };
    server.setWidget(new Map([...files, ["manifest.json", encode(JSON.stringify(more))]]), "page");
    const row = server.model.tables.widgets.get("mine");
    server.setWidget(files, "page");

    expect(row).toMatchObject({
      version: "1.0.1",
      is_active: true,
      settings: { token: "kept", extra: "text" },
    });
  });
});

describe("a server's life", () => {
  it("ends within a second, open streams and all", async () => {
    const short = await startServer();
    const stream = await fetch(`${short.server.url}-/events`);
    const begun = performance.now();
    await short.server.close();

    expect(performance.now() - begun).toBeLessThan(1000);
    await expect(short.ask("/-/areas.json")).rejects.toThrow("ECONNREFUSED");
    await stream.body?.cancel().catch(() => undefined);
  });

  it("says when the port is taken", async () => {
    await expect(startServer({ port: server.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});

describe("another scenario", () => {
  it("is another account with the same widget: rows, clock, faults, other widgets and the hook of disabling", async () => {
    const beside = [{ code: "other", files }];
    const started = await startServer({ scenario: { widgets: [{ path: "other.zip" }] }, beside });
    const read = async () => readData((await started.ask("/dashboard/")).text);
    await started.post("/-/report", { errors: [{ widget: "mine", message: "Seen", stack: "", area: "" }] });

    const now = "2027-01-15T08:00:00Z";
    const scenario = { locale: "es", leads: 12, now, faults: { theme: "dark" } } as const;
    const stream = await openStream(started.server);
    await started.server.setScenario(scenario, []);
    expect((await stream.take(2)).map(({ type }) => type)).toEqual(["opened", "reload"]);

    const data = await read();
    expect(data.snapshot.account.language).toBe("es");
    expect(data.now - Date.parse(now)).toBeLessThan(10_000);
    expect(data.faults.theme).toBe("dark");
    expect([...started.server.model.tables.leads.all()]).toHaveLength(12);
    expect([...started.server.model.tables.widgets.all()].map(({ code }) => code)).toEqual(["mine"]);
    expect((await started.ask("/widgets/other/manifest.json")).status).toBe(404);
    expect((await started.ask("/widgets/mine/manifest.json")).status).toBe(200);
    expect(JSON.parse((await started.ask("/-/report.json")).text)).toMatchObject({ errors: [] });

    await started.post("/-/reset", {});
    expect([...started.server.model.tables.leads.all()]).toHaveLength(12);
    await started.server.close();
  });
});

interface Told {
  readonly type: string;
  readonly number: number;
}

interface Stream {
  take(count: number): Promise<Told[]>;
}

/** Reads server-sent events until so many have come, or none comes for a moment. */
async function openStream({ url }: { readonly url: string } = server): Promise<Stream> {
  const response = await fetch(`${url}-/events`);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const first = await reader.read();
  expect(first.value).toMatch(/^retry: 500\ndata: /);
  text += first.value;
  return {
    async take(count) {
      while (readEvents(text).length < count) {
        const part = await Promise.race([
          reader.read(),
          new Promise<undefined>((resolve) => {
            setTimeout(resolve, 300);
          }),
        ]);
        if (part?.value === undefined) break;
        text += part.value;
      }
      await reader.cancel();
      return readEvents(text);
    },
  };
}

function readEvents(text: string): Told[] {
  return [...text.matchAll(/^data: (.*)$/gm)].map(([, json = ""]) => JSON.parse(json) as Told);
}
