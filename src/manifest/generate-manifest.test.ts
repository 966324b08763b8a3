import { describe, expect, it } from "vitest";
import { env } from "./env";
import { manifestOf } from "./fixtures/manifest-of";
import { generateManifest } from "./generate-manifest";
import { listTextKeys } from "./list-text-keys";

describe("generateManifest", () => {
  it("writes what the host needs of a small widget, and no block more", () => {
    expect(generateManifest(manifestOf(), { env: {} })).toEqual({
      widget: {
        name: "widget.name",
        description: "widget.description",
        short_description: "widget.short_description",
        version: "1.0.0",
        interface_version: 2,
        init_once: false,
        locale: ["en"],
        installation: true,
      },
      locations: ["lcard-1"],
      settings: {},
    });
  });

  it("writes every block for its location", () => {
    expect(generateManifest(everything, { env: { HOOK: " https://a.example/hook " } })).toEqual({
      widget: {
        name: "widget.name",
        description: "widget.description",
        short_description: "widget.short_description",
        version: "1.0.0",
        interface_version: 2,
        init_once: true,
        locale: ["en", "ru"],
        installation: false,
        support: { link: "https://example.com", email: "help@example.com" },
        is_showcase: true,
        code: "old_code",
        secret_key: "old_key",
      },
      locations: [
        "lcard-1",
        "ccard-0",
        "advanced_settings",
        "digital_pipeline",
        "salesbot_designer",
        "widget_page",
        "sms",
        "mobile_card",
        "amoforms",
      ],
      tour: {
        is_tour: true,
        tour_images: {
          en: ["/images/tour_1_en.png", "/images/tour_2_en.png"],
          ru: ["/images/tour_1_ru.png"],
        },
        tour_description: "widget.tour_description",
      },
      settings: {
        token: { name: "settings.token", type: "pass", required: true },
        phones: { name: "settings.phones", type: "users", required: false },
      },
      dp: {
        title: "dp.title",
        settings: { playbook: { name: "dp.playbook", type: "text", required: true } },
        action_multiple: true,
        webhook_url: "https://a.example/hook",
      },
      advanced: { title: "advanced.title" },
      salesbot_designer: {
        logo: "/widgets/hello/images/bot.png",
        ask: {
          name: "salesbot.ask.name",
          settings: {
            question: {
              name: "salesbot.ask.settings.question",
              type: "text",
              default_value: "salesbot.ask.defaults.question",
              manual: true,
            },
            link: { name: "salesbot.ask.settings.link", type: "url", default_value: "https://a.example" },
          },
        },
        tell: { name: "salesbot.tell.name", settings: {} },
      },
      left_menu: {
        home: {
          title: "left_menu.home.title",
          icons: { light: "images/light.svg", dark: "images/dark.svg" },
          sort: { after: "leads" },
          submenu: {
            list: { title: "left_menu.home.submenu.list", sort: 1 },
            archive: { title: "left_menu.home.submenu.archive", sort: 2 },
          },
        },
        stats: { submenu: { report: { title: "left_menu.stats.report", sort: 1 } }, is_hidden: true },
        settings: { submenu: { rights: { title: "left_menu.settings.rights", sort: 1 } } },
        mail: { is_hidden: true },
      },
      sms: { endpoint: "https://a.example/sms" },
      mobile: { frame_url: "https://a.example/mobile", color: "#102030" },
      amoforms_settings: { title: "amoforms.title", required: true, error_text: "amoforms.error" },
    });
  });

  it("keeps one order of keys and locations, whatever the author's order", () => {
    const { name, version, distribution, locales, locations, ...blocks } = everything;
    const turned = {
      ...Object.fromEntries(Object.entries(blocks).toReversed()),
      locations: Object.fromEntries(Object.entries(locations).toReversed()),
      locales,
      distribution,
      version,
      name,
    } as typeof everything;

    const options = { env: { HOOK: "https://a.example" } };
    expect(JSON.stringify(generateManifest(turned, options))).toBe(
      JSON.stringify(generateManifest(everything, options)),
    );
  });

  it("leaves out an address that the environment lacks, and the blocks that are nothing without theirs", () => {
    const manifest = manifestOf({
      locations: { digital_pipeline: true, sms: true, mobile_card: true },
      digitalPipeline: { multiple: false, webhookUrl: env("HOOK") },
      sms: { endpoint: env("SMS") },
      mobile: { frameUrl: env("MOBILE"), color: "#102030" },
    });

    const json = generateManifest(manifest, { env: { HOOK: "" } });

    expect(json["dp"]).toEqual({ settings: {}, action_multiple: false });
    expect(Object.keys(json)).toEqual(["widget", "locations", "settings", "dp"]);
  });

  it("names only texts that listTextKeys tells of, and all of them", () => {
    const named = JSON.stringify(generateManifest(everything, { env: {} })).match(/"[a-z_]+(\.\w+)+"/g) ?? [];
    const paths = named.map((text) => JSON.parse(text) as string);

    expect([...new Set(paths)].sort()).toEqual(
      listTextKeys(everything)
        .map(({ key }) => key)
        .sort(),
    );
  });
});

const everything = manifestOf({
  brand: "amocrm",
  locales: ["en", "ru"],
  support: { link: "https://example.com", email: "help@example.com" },
  initOnce: true,
  installation: false,
  showcase: true,
  code: "old_code",
  secretKey: "old_key",
  locations: {
    amoforms: true,
    mobile_card: true,
    sms: true,
    widget_page: true,
    salesbot_designer: true,
    digital_pipeline: true,
    advanced_settings: true,
    ccard: "hidden",
    lcard: "panel",
  },
  settings: { token: { type: "pass", required: true }, phones: { type: "users" } },
  tour: {
    images: { ru: ["images/tour_1_ru.png"], en: ["images/tour_1_en.png", "images/tour_2_en.png"] },
  },
  digitalPipeline: {
    title: true,
    multiple: true,
    settings: { playbook: { type: "text", required: true } },
    webhookUrl: env("HOOK"),
  },
  salesbotDesigner: {
    logo: "/widgets/hello/images/bot.png",
    handlers: {
      ask: {
        settings: {
          question: { type: "text", manual: true, defaultText: true },
          link: { type: "url", defaultValue: "https://a.example" },
        },
      },
      tell: {},
    },
  },
  leftMenu: {
    items: {
      home: {
        icons: { light: "images/light.svg", dark: "images/dark.svg" },
        after: "leads",
        submenu: ["list", "archive"],
      },
    },
    stats: ["report"],
    settings: ["rights"],
    hide: ["mail", "stats"],
  },
  sms: { endpoint: "https://a.example/sms" },
  mobile: { frameUrl: "https://a.example/mobile", color: "#102030" },
  amoforms: { required: true, errorText: true },
});
