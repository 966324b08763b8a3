import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EmulatorServer } from "./create-emulator-server";
import { files, startServer, type Reply, type TestServer } from "./fixtures/start-server";

let folder: string;
let server: EmulatorServer;
let ask: TestServer["ask"];
let post: TestServer["post"];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "emulator-"));
  const mocks = join(folder, "mocks");
  await mkdir(join(mocks, "api.example", "v1"), { recursive: true });
  await mkdir(join(mocks, "localhost+8080"), { recursive: true });
  await writeFile(join(folder, "secret.json"), "secret");
  await writeFile(join(mocks, "api.example", "v1", "users.json"), '[{"id":1}]');
  await writeFile(
    join(mocks, "api.example", "v1", "users.POST.mock.json"),
    '{"status":201,"headers":{"X-Made":"yes","bad\\nname":"x"},"body":{"ok":true}}',
  );
  await writeFile(join(mocks, "api.example", "lib.js"), "define([], 1);");
  await writeFile(join(mocks, "api.example", "broken.mock.json"), "{");
  await writeFile(join(mocks, "localhost+8080", "index.html"), "<p>hi</p>");
  await symlink(join(folder, "secret.json"), join(mocks, "api.example", "leak.json"));
  ({ server, ask, post } = await startServer({ mocksFolder: mocks }));
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const foreign = (url: string, method = "GET") => post("/-/foreign", { method, url, headers: {}, body: "" });

function readAnswer({ text }: Reply) {
  const answer = JSON.parse(text) as { status: number; headers: Record<string, string>; body: string };
  return { ...answer, body: Buffer.from(answer.body, "base64").toString("utf8") };
}

describe("foreign hosts", () => {
  it.each([
    ["https://api.example/v1/users?page=2", "GET", 200, "application/json; charset=utf-8", '[{"id":1}]'],
    ["https://api.example/v1/users", "POST", 201, "application/json", '{"ok":true}'],
    ["https://api.example/lib.js", "GET", 200, "text/javascript; charset=utf-8", "define([], 1);"],
    ["http://localhost:8080/", "GET", 200, "text/html; charset=utf-8", "<p>hi</p>"],
  ])("%s by %s is answered from the mocks", async (url, method, status, type, body) => {
    const answer = readAnswer(await foreign(url, method));

    expect(answer).toMatchObject({ status, body });
    expect(answer.headers["content-type"]).toBe(type);
  });

  it("a broken mock says so", async () => {
    expect(readAnswer(await foreign("https://api.example/broken"))).toMatchObject({
      status: 500,
      body: expect.stringContaining("The mock is not valid JSON"),
    });
  });

  it.each([
    "https://api.example/none",
    "https://other.example/",
    "https://api.example/leak",
    "https://api.example/%2e%2e/%2e%2e/secret",
    "https://api.example/..%2fsecret",
    "https://api.example/v1%5c..%5c..%5csecret",
    "https://api.example/users%00",
    "file:///etc/passwd",
    "not an address",
  ])("%s is blocked, and the report tells", async (url) => {
    await post("/-/reset", {});
    const reply = await foreign(url);
    const { requests } = JSON.parse((await ask("/-/report.json")).text) as { requests: object[] };

    expect(reply.status).toBe(404);
    expect(requests).toEqual([{ method: "GET", url, status: 0 }]);
  });

  it("are reached for crm_post the same way", async () => {
    const reply = await post(
      "/private/widget/proxy.php",
      "target=https%3A%2F%2Fapi.example%2Fv1%2Fusers&name=x",
      { "content-type": "application/x-www-form-urlencoded" },
    );

    expect([reply.status, reply.headers["x-made"], reply.text]).toEqual([201, "yes", '{"ok":true}']);
  });

  it("are really reached only where the user allows it", async () => {
    const real = await startServer({ widget: { code: "real", files } });
    const host = `127.0.0.1:${real.server.port}`;
    const open = await startServer({ allowHosts: [host] });
    try {
      const url = `http://${host}/widgets/real/script.js`;
      const body = JSON.stringify({ method: "GET", url, headers: {}, body: "" });
      const allowed = await open.post("/-/foreign", body);
      const blocked = await foreign(url);

      expect(readAnswer(allowed)).toMatchObject({ status: 200, body: expect.stringContaining("define(") });
      expect(blocked.status).toBe(404);
      expect((await open.ask("/-/worker.js")).text).toContain(`new Set(["${host}"])`);
    } finally {
      await open.server.close();
      await real.server.close();
    }
  });

  it("are kept from the page by a worker over the whole site", async () => {
    const { headers, text } = await ask("/-/worker.js");

    expect(headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "service-worker-allowed": "/",
      "content-security-policy": "default-src 'none'; connect-src 'self'; script-src 'self'",
    });
    expect(() => new Function(text)).not.toThrow();
  });
});
