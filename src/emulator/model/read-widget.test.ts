import { describe, expect, it } from "vitest";
import { listLocationCodes, readManifest } from "./read-manifest";
import { readWidget } from "./read-widget";

const encode = (text: string) => new TextEncoder().encode(text);

describe("reading a widget", () => {
  it("takes over what the manifest says", () => {
    const manifest = readManifest({
      widget: {
        name: "widget.name",
        version: "1.0.2",
        init_once: true,
        locale: ["en", 5],
        support: { link: "https://x" },
      },
      locations: ["lcard-1", "llist-0", "settings", 7],
      settings: { token: { name: "settings.token", type: "pass", required: true }, odd: "text" },
      dp: {
        settings: { text: { name: "dp.text", type: "text" } },
        action_multiple: true,
        webhook_url: "https://h",
      },
      left_menu: {
        reports: {
          title: "menu",
          icons: { light: "l.svg" },
          submenu: { b: { title: "B", sort: 2 }, a: { title: "A", sort: 1 } },
        },
        mail: { is_hidden: true },
      },
      salesbot_designer: {
        logo: "/l.png",
        send: { name: "s", settings: { text: { type: "url", manual: true } } },
      },
    });

    expect(manifest).toMatchObject({
      name: "widget.name",
      init_once: true,
      locale: ["en"],
      support: { link: "https://x" },
      locations: ["lcard-1", "llist-0", "settings"],
      settings: { token: { name: "settings.token", type: "pass", required: true } },
      dp: { action_multiple: true, webhook_url: "https://h" },
      tour: null,
    });
    expect(Object.keys(manifest.settings)).toEqual(["token"]);
    expect(
      manifest.left_menu.map((item) => [item.code, item.is_hidden, item.submenu.map((sub) => sub.code)]),
    ).toEqual([
      ["reports", false, ["a", "b"]],
      ["mail", true, []],
    ]);
    expect(manifest.salesbot_designer?.handlers["send"]?.settings["text"]).toEqual({
      name: "",
      type: "url",
      default_value: "",
      manual: true,
    });
    expect(listLocationCodes(manifest)).toEqual(["lcard", "llist", "settings"]);
  });

  it("fills settings by their types", () => {
    const manifest = {
      settings: {
        text: { type: "text" },
        email: { type: "text" },
        phone: { type: "text" },
        api_url: { type: "text" },
        key: { type: "pass" },
        people: { type: "users" },
        logins: { type: "users_lp" },
        custom: { type: "custom" },
      },
    };
    const { settings } = readWidget({
      code: "x",
      files: new Map([["manifest.json", encode(JSON.stringify(manifest))]]),
    });

    expect(settings).toEqual({
      text: "text",
      email: "someone@mail.example.com",
      phone: "+1 212 555-0142",
      api_url: "https://service.example.com",
      key: "secret",
      people: { "9630001": "101", "9630002": "102" },
      logins: { "9630001": { login: "olivia", password: "secret" } },
      custom: "{}",
    });
  });

  it("reads texts by locale and leaves broken ones out", () => {
    const { texts } = readWidget({
      code: "x",
      files: new Map([
        ["i18n/en.json", encode('\uFEFF{"widget":{"name":"X"}}')],
        ["i18n/es.json", encode("{")],
        ["i18n/sub/pt.json", encode("{}")],
      ]),
    });

    expect(texts).toEqual({ en: { widget: { name: "X" } } });
  });

  it.each([
    ["those that the manifest names, whatever else lies there", ["ru"], ["ru"]],
    ["all, where those that it names are missing", ["es"], ["en", "ru"]],
    ["all, where it names none", undefined, ["en", "ru"]],
  ])("has the texts of %s", (_, locale, languages) => {
    const { texts } = readWidget({
      code: "x",
      files: new Map([
        ["manifest.json", encode(JSON.stringify({ widget: { locale } }))],
        ["i18n/en.json", encode("{}")],
        ["i18n/ru.json", encode("{}")],
      ]),
    });

    expect(Object.keys(texts)).toEqual(languages);
  });
});
