import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { locations } from "../../manifest/locations";
import type { PageData } from "../model/wire";
import type { EmulatorServer } from "./create-emulator-server";
import { encode, files, readData, startServer, type TestServer } from "./fixtures/start-server";

let server: EmulatorServer;
let ask: TestServer["ask"];

beforeAll(async () => {
  ({ server, ask } = await startServer());
});

afterAll(() => server.close());

describe("pages", () => {
  it("carry their data so that nothing in it can end the script", async () => {
    const { status, headers, text } = await ask("/leads/detail/31200001");
    const data = readData(text);

    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(text).not.toContain("alert(1)</script>");
    expect(data.snapshot.tables.widgets[0]?.texts["en"]).toEqual({
      widget: { name: "</script><script>alert(1)</script>" },
    });
    expect(data).toMatchObject({
      widget: "mine",
      route: { screen: "card", id: 31_200_001 },
      list: null,
      board: null,
    });
    expect(text).toContain('<script defer src="/-/client.js"></script>');
    expect(text).not.toContain("client.css");
  });

  it("say what is not there, in the user's language, and lead back", async () => {
    const { status, text } = await ask("/leads/detail/999999999?a=<b>");

    expect(status).toBe(404);
    expect(text).toContain('<html lang="en">');
    expect(text).toContain(
      "<p>The account has nothing at <code>/leads/detail/999999999?a=&lt;b&gt;</code></p>",
    );
    expect(text).toContain('<a href="/dashboard/">Dashboard</a>');
  });

  it("bring the list of the widgets that they start, and tell the browser of their first files", async () => {
    await ask("/-/reset", { method: "POST" });
    const { text, headers } = await ask("/leads/detail/31200001");
    const { text: list } = await ask("/ajax/widgets/list?area=leads_card");
    const { text: report } = await ask("/-/report.json");

    expect(readData(text).widgets).toEqual(JSON.parse(list));
    expect(headers["link"]).toBe(
      "</widgets/mine/script.js?v=1.0.0>; rel=preload; as=script, " +
        "</widgets/mine/i18n/en.json?v=1.0.0>; rel=preload; as=fetch; crossorigin",
    );
    expect((JSON.parse(report) as { requests: unknown }).requests).toEqual([
      { method: "POST", url: "/ajax/widgets/list", status: 200 },
      { method: "GET", url: "/ajax/widgets/list?area=leads_card", status: 200 },
    ]);
  });

  it.each(["/dashboard/", "/settings/pay/", "/leads/detail/31200001?safe_mode"])(
    "tell it of none where none is started: %s",
    async (path) => {
      expect((await ask(path)).headers["link"]).toBeUndefined();
    },
  );

  it("name what they may reach", async () => {
    const { headers } = await ask("/dashboard/");

    expect(headers["content-security-policy"]).toBe(
      "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob: http: https:; style-src 'self' 'unsafe-inline' blob: http: https:; img-src 'self' data: blob: http: https:; font-src 'self' data: http: https:; media-src 'self' data: blob: http: https:; connect-src 'self' blob: data: http: https:; frame-src 'self' blob: data:; form-action 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; frame-ancestors 'self'",
    );
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
    });
  });

  it("that are not in the account are 404, the root leads to the dashboard", async () => {
    const missing = await ask("/leads/detail/7");
    const root = await ask("/");

    expect([missing.status, missing.text.includes("/leads/detail/7")]).toEqual([404, true]);
    expect([root.status, root.headers.location]).toEqual([302, "/dashboard/"]);
    expect((await ask("/leads/list/", { method: "PUT" })).status).toBe(405);
  });

  it("show a list's page with its rows, and give another page as JSON", async () => {
    const { text } = await ask(
      "/-/page.json?url=%2Fleads%2Flist%2F%3Fpage%3D2%26limit%3D10%26order%5Bprice%5D%3Ddesc",
    );
    const data = JSON.parse(text) as PageData;
    const prices = data.list?.ids.map(
      (id) => data.snapshot.tables.leads.find((lead) => lead.id === id)?.price ?? 0,
    );

    expect(data.list).toMatchObject({ table: "leads", page: 2, limit: 10, pages: 5, total: 48 });
    expect(prices).toHaveLength(10);
    expect(prices).toEqual(prices?.toSorted((one, other) => other - one));
    expect((await ask("/-/page.json?url=https://evil.example/")).status).toBe(404);
    expect((await ask("/-/page.json")).status).toBe(404);
  });

  it("name the widget in the addresses of its own pages", async () => {
    const own = readData((await ask("/widget_page/")).text);
    const advanced = readData((await ask("/settings/advanced/")).text);

    expect([own.url, own.route.code]).toEqual(["/widget_page/mine/mine/", "widget-page:mine"]);
    expect([advanced.url, advanced.route.code]).toEqual([
      "/settings/advanced/mine/",
      "advanced-settings:mine",
    ]);
  });
});

describe("areas.json", () => {
  it("lists every location once; each address answers with a page", async () => {
    const { text } = await ask("/-/areas.json");
    const areas = JSON.parse(text) as { area: string; url: string; title: string }[];

    expect(areas.map(({ area }) => area)).toEqual(locations.map(({ code }) => code));
    for (const { area, url } of areas) expect([area, (await ask(url)).status]).toEqual([area, 200]);
  });

  it("is the same for every widget, hostile ones too", async () => {
    const hostile = new Map([
      [
        "manifest.json",
        encode(
          '{"widget":7,"locations":{"__proto__":1},"settings":[],"left_menu":{"a":{"submenu":5}},"dp":"x"}',
        ),
      ],
    ]);
    const other = await startServer({ widget: { code: "../../etc", files: hostile } });
    try {
      expect((await other.ask("/-/areas.json")).text).toBe((await ask("/-/areas.json")).text);
      expect((await other.ask("/widget_page/")).status).toBe(200);
      expect((await other.ask("/settings/advanced/")).status).toBe(200);
    } finally {
      await other.server.close();
    }
  });

  it("survives a widget with no files and no manifest at all", async () => {
    const other = await startServer({ widget: { code: "empty", files: new Map() } });
    try {
      expect((await other.ask("/leads/detail/31200001")).status).toBe(200);
    } finally {
      await other.server.close();
    }
  });
});

describe("files of the widget", () => {
  it.each([
    ["/widgets/mine/script.js?v=1.0.0", 200, "text/javascript; charset=utf-8"],
    ["/widgets/mine//script.js", 200, "text/javascript; charset=utf-8"],
    ["/widgets/mine/i18n/en.json", 200, "application/json; charset=utf-8"],
    ["/widgets/mine/images/logo.png", 200, "image/png"],
    ["/widgets/mine/images%2Flogo.png", 200, "image/png"],
    ["/upl/mine/widget/script.js", 200, "text/javascript; charset=utf-8"],
    ["/upl/mine/3/widget/images/logo.png", 200, "image/png"],
    ["/upl/mine/widget/none.js", 404, "text/plain; charset=utf-8"],
    ["/upl/mine/widget/../../../package.json", 404, "text/plain; charset=utf-8"],
    ["/upl/other/widget/script.js", 404, "text/plain; charset=utf-8"],
    ["/widgets/mine/none.js", 404, "text/plain; charset=utf-8"],
    ["/widgets/other/script.js", 404, "text/plain; charset=utf-8"],
    ["/widgets/mine/../../package.json", 404, "text/plain; charset=utf-8"],
    ["/widgets/mine/%2e%2e/%2e%2e/package.json", 404, "text/plain; charset=utf-8"],
    ["/widgets/mine/..%5c..%5cpackage.json", 404, "text/plain; charset=utf-8"],
    ["/widgets/mine/script.js%00.png", 404, "text/plain; charset=utf-8"],
    ["/widgets/mine/%zz", 404, "text/plain; charset=utf-8"],
    ["/widgets/__proto__/constructor", 404, "text/plain; charset=utf-8"],
    ["/widgets/", 404, "text/plain; charset=utf-8"],
  ])("%s is %s", async (path, status, type) => {
    const reply = await ask(path);

    expect([reply.status, reply.headers["content-type"]]).toEqual([status, type]);
  });
});

it("a style sheet comes with them where widgets draw at once, and no version breaks out of the header", async () => {
  const version = '1>; rel=x, "\r\nset-cookie: a=1é';
  const odd = new Map([
    ...files,
    ["manifest.json", encode(JSON.stringify({ widget: { version }, locations: ["lcard-1", "llist-1"] }))],
    ["style.css", encode("p { color: red; }")],
  ]);
  const { server: own, ask: askOwn } = await startServer({ widget: { code: "mine", files: odd } });
  const { headers } = await askOwn("/leads/detail/31200001");
  const { headers: onList } = await askOwn("/leads/list/");
  await own.close();

  expect(headers["set-cookie"]).toBeUndefined();
  expect(String(headers["link"]).split(", ")).toEqual([
    "</widgets/mine/script.js?v=1%3E;%20rel=x,%20%22set-cookie:%20a=1%C3%A9>; rel=preload; as=script",
    "</widgets/mine/i18n/en.json?v=1%3E;%20rel=x,%20%22set-cookie:%20a=1%C3%A9>; rel=preload; as=fetch; crossorigin",
    "</widgets/mine/style.css?v=1%3E;%20rel=x,%20%22set-cookie:%20a=1%C3%A9>; rel=preload; as=style",
  ]);
  expect(onList["link"]).toMatch(/as=script, .*as=fetch; crossorigin$/);
});

describe("a page of a big account", () => {
  it("is hardly larger than one of a small account", async () => {
    const big = await startServer({ scenario: { leads: 3000 } });
    try {
      for (const path of [
        "/leads/detail/31200001",
        "/leads/list/",
        "/leads/pipeline/",
        "/todo/list/",
        "/dashboard/",
      ]) {
        const { text } = await big.ask(path);
        expect([path, text.length < 700_000]).toEqual([path, true]);
      }
    } finally {
      await big.server.close();
    }
  });
});
