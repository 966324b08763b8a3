import { describe, expect, it } from "vitest";
import { env } from "./env";
import { describeProblem, manifestOf } from "./fixtures/manifest-of";
import { manifestCodes } from "./manifest-codes";
import { validateManifest } from "./validate-manifest";

type Case = readonly [title: string, input: unknown, ...messages: string[]];

const custom = { type: "custom" } as const;
const market = { distribution: "marketplace", support: { email: "help@example.com" } } as const;
const tour = { images: { en: ["images/tour_1_en.png"] } } as const;

const shape: readonly Case[] = [
  [
    "a function instead of data",
    manifestOf({ initOnce: () => true }),
    `KB101 error at initOnce: initOnce is a function.
  expected: plain data: objects, arrays, texts, numbers, true and false
  fix: Write the value itself.`,
  ],
  [
    "nothing at all",
    undefined,
    `KB101 error at the manifest: The manifest is undefined.
  expected: plain data: objects, arrays, texts, numbers, true and false
  fix: Write the value itself.`,
  ],
  [
    "a list",
    [],
    `KB104 error at the manifest: The manifest is of the wrong type.
  found: a list of 0
  expected: an object`,
  ],
  [
    "a mistyped key",
    manifestOf({ setings: {} }),
    `KB102 error at setings: "setings" is not a key of the manifest.
  fix: Write "settings".`,
  ],
  [
    "a key that nobody can have meant",
    manifestOf({ support: { carrierPigeon: "yes" } }),
    `KB102 error at support.carrierPigeon: "support.carrierPigeon" is not a key of the manifest.
  expected: one of "link", "email"
  fix: Remove it.`,
  ],
  [
    "a missing key at the top",
    { ...manifestOf(), version: undefined },
    `KB103 error at the manifest: The manifest has no "version".
  fix: Add the key "version".`,
  ],
  [
    "a missing key inside a block",
    manifestOf({ locations: { digital_pipeline: true }, digitalPipeline: {} }),
    `KB103 error at digitalPipeline: "digitalPipeline" has no "multiple".
  fix: Add the key "multiple".`,
  ],
  [
    "a number instead of a text",
    manifestOf({ version: 1 }),
    `KB104 error at version: "version" is of the wrong type.
  found: 1
  expected: a text`,
  ],
  [
    "a text instead of a switch",
    manifestOf({ initOnce: "true" }),
    `KB104 error at initOnce: "initOnce" is of the wrong type.
  found: "true"
  expected: true or false`,
  ],
  [
    "a false switch where only true says something",
    manifestOf({ amoforms: { errorText: false } }),
    `KB104 error at amoforms.errorText: "amoforms.errorText" is of the wrong type.
  found: false
  expected: true, or no such key`,
  ],
  [
    "an unknown field type",
    manifestOf({ settings: { key: { type: "txt" } } }),
    `KB105 error at settings.key.type: "settings.key.type" has a value that is not known.
  found: "txt"
  expected: "text", "pass", "users", "users_lp", "custom"
  fix: Write "text".`,
  ],
  [
    "an unknown language",
    manifestOf({ locales: ["english"] }),
    `KB105 error at locales[0]: "locales[0]" has a value that is not known.
  found: "english"
  expected: "en", "es", "pt", "tr", "id", "ru"`,
  ],
  [
    "no language",
    manifestOf({ locales: [] }),
    `KB106 error at locales: "locales" is empty.
  expected: at least 1`,
  ],
  [
    "a text that is too long",
    manifestOf({ version: `1.${"0".repeat(100)}` }),
    `KB106 error at version: "version" has 102 characters.
  expected: at most 32 characters`,
  ],
  [
    "a field code that is no form name",
    manifestOf({ settings: { "my key": { type: "text" } } }),
    `KB107 error at settings.my key: "settings.my key" is not of the right form.
  found: "my key"
  expected: a code of up to 64 letters, digits, _ and -, that begins with a letter`,
  ],
  [
    "a field code that every object inherits",
    manifestOf({ settings: { constructor: { type: "text" } } }),
    `KB107 error at settings.constructor: "settings.constructor" is not of the right form.
  found: "constructor"
  expected: a code of up to 64 letters, digits, _ and -, that begins with a letter`,
  ],
  [
    "a slide outside the archive",
    manifestOf({ tour: { images: { en: ["../secret.png"] } } }),
    `KB107 error at tour.images.en[0]: "tour.images.en[0]" is not of the right form.
  found: "../secret.png"
  expected: a path in the archive, such as "images/tour_1_en.png"`,
  ],
  [
    "a colour by name",
    manifestOf({ locations: { mobile_card: true }, mobile: { frameUrl: "https://a.example", color: "red" } }),
    `KB107 error at mobile.color: "mobile.color" is not of the right form.
  found: "red"
  expected: a colour of the form #RRGGBB`,
  ],
  [
    "an address without TLS",
    manifestOf({ locations: { sms: true }, sms: { endpoint: "http://a.example" } }),
    `KB108 error at sms.endpoint: "sms.endpoint" is not an https address.
  found: "http://a.example"
  expected: an address that begins with https://, or env("NAME")`,
  ],
  [
    "a support page without TLS",
    manifestOf({ support: { link: "example.com" } }),
    `KB108 error at support.link: "support.link" is not an https address.
  found: "example.com"
  expected: an address that begins with https://`,
  ],
  [
    "a name in upper case",
    manifestOf({ name: "Hello" }),
    `KB110 error at name: "name" is not of the right form.
  found: "Hello"
  expected: a lower-case Latin letter, then letters, digits and _`,
  ],
  [
    "a version in words",
    manifestOf({ version: "first" }),
    `KB112 error at version: "version" is not of the right form.
  found: "first"
  expected: numbers with dots between, such as "1.0.0"`,
  ],
  [
    "a language twice",
    manifestOf({ locales: ["en", "en"] }),
    `KB114 error at locales[1]: "locales" holds "en" twice.
  expected: each item once
  fix: Drop one of the two.`,
  ],
  [
    "a location in camel case",
    manifestOf({ locations: { advancedSettings: true } }),
    `KB120 error at locations.advancedSettings: There is no location "advancedSettings".
  fix: Write advanced_settings.`,
  ],
  [
    "a location with the suffix of manifest.json",
    manifestOf({ locations: { "lcard-1": true } }),
    `KB120 error at locations.lcard-1: There is no location "lcard-1".
  fix: Write lcard with "panel" for -1 or "hidden" for -0.`,
  ],
  [
    "a card that does not say whether it uses the panel",
    manifestOf({ locations: { lcard: true } }),
    `KB121 error at locations.lcard: The location "lcard" does not say whether it uses the panel.
  found: true
  expected: "panel" or "hidden"
  fix: Write lcard: "panel".`,
  ],
  [
    "a panel where there is none",
    manifestOf({ locations: { everywhere: "panel" } }),
    `KB121 error at locations.everywhere: The location "everywhere" has no panel of its own.
  found: "panel"
  expected: true
  fix: Write everywhere: true.`,
  ],
];

const clauses: readonly Case[] = [
  [
    "a name of the host's classes",
    manifestOf({ name: "modal_wide" }),
    `KB111 error at name: The name "modal_wide" belongs to a family of the host's own classes.
  expected: a name of your own: it becomes the root class of every style and view
  fix: Put your maker's name before it, for example "acme_modal_wide".`,
  ],
  [
    "a language of the other brand",
    manifestOf({ locales: ["en", "ru"] }),
    `KB113 error at locales[1]: The language "ru" does not exist on Kommo.
  expected: one of "en", "es", "pt", "tr", "id"`,
  ],
  [
    "a marketplace widget without help and tour",
    manifestOf({ distribution: "marketplace" }),
    `KB115 warning at the manifest: The manifest does not say where users get help.
  expected: support.link or support.email, which the marketplace asks for
  fix: Add support: { link: "https://…" }.`,
    `KB180 warning at the manifest: The manifest has no tour.
  expected: one to five slides of 1188 × 616 pixels for each locale, which the marketplace asks for
  fix: Add tour: { images: { en: ["images/tour_1_en.png"] } }.`,
  ],
  [
    "a required field that nobody can fill",
    manifestOf({ installation: false, settings: { key: { type: "text", required: true } } }),
    `KB117 error at settings.key: The field "key" is required, but "installation" is false: nobody can fill it.
  fix: Drop the field, or drop "installation".`,
  ],
  [
    "a showcase that can be installed, on Kommo",
    manifestOf({ showcase: true }),
    `KB117 error at showcase: A showcase cannot be installed, but "installation" is not false.
  fix: Add installation: false.`,
    `KB118 warning at showcase: "showcase" means something on amoCRM only.
  fix: Drop it, or add brand: "amocrm".`,
  ],
  [
    "web forms on Kommo",
    manifestOf({ locations: { amoforms: true }, amoforms: {} }),
    `KB126 warning at locations.amoforms: The location "amoforms" is not known on Kommo.
  expected: a location of Kommo; this one is of amoCRM`,
    `KB118 warning at amoforms: "amoforms" means something on amoCRM only.
  fix: Drop it, or add brand: "amocrm".`,
  ],
  [
    "the keys of old integrations",
    manifestOf({ code: "abc", secretKey: "s3cret" }),
    `KB119 warning at code: "code" is for integrations that are older than the generated codes.
  expected: neither code nor secretKey: the host gives a new integration its own, and an archive is readable
  fix: Remove it, unless the host refuses the upload without it.`,
    `KB119 warning at secretKey: "secretKey" is for integrations that are older than the generated codes.
  expected: neither code nor secretKey: the host gives a new integration its own, and an archive is readable
  fix: Remove it, unless the host refuses the upload without it.`,
  ],
  [
    "a location without its block",
    manifestOf({ locations: { digital_pipeline: true } }),
    `KB122 error at locations.digital_pipeline: The location "digital_pipeline" needs the block "digitalPipeline".
  fix: Add the block, or remove the location.`,
  ],
  [
    "a menu page without an item",
    manifestOf({ ...market, tour, locations: { widget_page: true }, leftMenu: { stats: ["report"] } }),
    `KB122 error at locations.widget_page: The location "widget_page" needs the block "leftMenu.items".
  fix: Add the block, or remove the location.`,
  ],
  [
    "a block without its location",
    manifestOf({ sms: { endpoint: "https://a.example" } }),
    `KB123 error at sms: "sms" needs the location "sms".
  fix: Add sms: true to "locations", or remove "sms".`,
  ],
  [
    "a custom field without the settings",
    manifestOf({ settings: { list: custom } }),
    `KB123 error at settings.list: "settings.list" needs the location "settings".
  fix: Add settings: true to "locations", or remove "settings.list".`,
  ],
  [
    "a card tab without a card",
    manifestOf({ locations: { card_sdk: true } }),
    `KB124 error at locations.card_sdk: The location "card_sdk" needs one of the locations "lcard", "ccard", "comcard", "cucard".
  fix: Add it, or remove the location.`,
    `KB124 error at locations.card_sdk: The location "card_sdk" needs the location "settings".
  fix: Add it, or remove the location.`,
  ],
  [
    "a menu in a personal widget",
    manifestOf({
      locations: { widget_page: true },
      leftMenu: { items: { home: { icons: { light: "images/a.svg", dark: "images/b.svg" } } } },
    }),
    `KB125 error at locations.widget_page: The location "widget_page" is for widgets of the marketplace only.
  found: distribution: "personal"
  fix: Remove it, or publish the widget with distribution: "marketplace".`,
    `KB125 error at leftMenu: The block "leftMenu" is for widgets of the marketplace only.
  found: distribution: "personal"
  fix: Remove it, or publish the widget with distribution: "marketplace".`,
  ],
  [
    "a location that Kommo no longer names",
    manifestOf({ locations: { cucard: "panel" } }),
    `KB127 warning at locations.cucard: The location "cucard" stands in older pages of Kommo only.
  fix: Try it in an account, and remove it if nothing appears.`,
  ],
  [
    "no location",
    manifestOf({ locations: {} }),
    `KB128 error at locations: The manifest lists no location, so the widget would never run.
  expected: at least one location
  fix: Add one, for example lcard: "panel".`,
  ],
  [
    "two custom fields",
    manifestOf({ locations: { settings: true }, settings: { a: custom, b: custom } }),
    `KB130 error at settings.b: The field "b" is a second field of type "custom".
  expected: at most one, because the host makes one container for it
  fix: Store both in one field: it takes any JSON.`,
  ],
  [
    "a field that the host overwrites",
    manifestOf({ settings: { path: { type: "text" } } }),
    `KB131 error at settings.path: The host overwrites the field "path" with a value of its own.
  expected: none of "id", "status", "active", "version", "path", "cdn_path", "images_path", "support", "widget_code", "widget_active", "oauth_client_uuid", "category_code"
  fix: Rename it, for example to "my_path".`,
  ],
  [
    "an automation that calls nobody",
    manifestOf({ locations: { digital_pipeline: true }, digitalPipeline: { multiple: false } }),
    `KB140 warning at digitalPipeline: The automation's action has no webhookUrl, so the host tells nobody when it starts.
  fix: Add webhookUrl: "https://…" or env("NAME").`,
  ],
  [
    "a field and a title that share a text",
    manifestOf({
      brand: "amocrm",
      locations: { digital_pipeline: true },
      digitalPipeline: {
        multiple: true,
        title: true,
        webhookUrl: "https://a.example",
        settings: { title: { type: "text" } },
      },
    }),
    `KB141 error at digitalPipeline.settings.title: The field "title" and the action's own title would share the text "dp.title".
  fix: Rename the field.`,
  ],
  [
    "an optional address that the environment lacks",
    manifestOf({
      locations: { digital_pipeline: true },
      digitalPipeline: { multiple: false, webhookUrl: env("HOOK") },
    }),
    `KB150 warning at digitalPipeline.webhookUrl: The environment variable HOOK has no value, so manifest.json goes out without "digitalPipeline.webhookUrl".
  fix: Set HOOK before the build.`,
  ],
  [
    "a needed address that the environment lacks",
    manifestOf({ locations: { sms: true }, sms: { endpoint: env("SMS") } }),
    `KB150 error at sms.endpoint: The environment variable SMS has no value, and "sms.endpoint" cannot be left out.
  fix: Set SMS before the build.`,
  ],
  [
    "an address of the environment without TLS",
    manifestOf({ locations: { mobile_card: true }, mobile: { frameUrl: env("PLAIN"), color: "#102030" } }),
    `KB151 error at mobile.frameUrl: The environment variable PLAIN does not hold an https address.
  expected: an address that begins with https://`,
  ],
  [
    "a designer without steps",
    manifestOf({ locations: { salesbot_designer: true }, salesbotDesigner: { handlers: {} } }),
    `KB160 error at salesbotDesigner.handlers: The block "salesbotDesigner" has no handler, so the designer has nothing to show.
  fix: Add one, for example ask: {}.`,
  ],
  [
    "defaults that the host or a reader misunderstands, and a step called logo",
    manifestOf({
      locations: { salesbot_designer: true },
      salesbotDesigner: {
        handlers: {
          logo: {
            settings: {
              host: { type: "url", defaultValue: "example.com" },
              both: { type: "text", defaultValue: "1", defaultText: true },
            },
          },
        },
      },
    }),
    `KB163 error at salesbotDesigner.handlers.logo: A handler cannot have the code "logo": in manifest.json that key is the block's picture.
  fix: Rename the handler.`,
    `KB161 warning at salesbotDesigner.handlers.logo.settings.host.defaultValue: The host may take this value for the key of a text, because it has the form of one.
  found: "example.com"
  expected: a value that is not words with dots between them
  fix: If it is a text, write defaultText: true.`,
    `KB162 error at salesbotDesigner.handlers.logo.settings.both: The field "both" has two values to begin with.
  fix: Keep defaultValue for the same value in every language, or defaultText for a translated one.`,
  ],
  [
    "menu items that are the system's, or have no icons",
    manifestOf({
      ...market,
      tour,
      locations: { widget_page: true },
      leftMenu: { items: { leads: {}, home: { icon: "images/home.svg" } } },
    }),
    `KB170 error at leftMenu.items.leads: "leads" is an item of the system, not one of yours.
  fix: Rename it. Sub-items of the system's menus stand in "leftMenu.stats" and "leftMenu.settings".`,
    `KB171 error at leftMenu.items.leads: The menu item "leads" has no icon.
  expected: icons for the light and the dark theme
  fix: Add icons: { light: "images/menu_light.svg", dark: "images/menu_dark.svg" }.`,
    `KB171 warning at leftMenu.items.home: The menu item "home" has one icon for both themes.
  expected: icons for the light and the dark theme
  fix: Add icons: { light: "images/menu_light.svg", dark: "images/menu_dark.svg" }.`,
  ],
  [
    "slides that do not fit the languages",
    manifestOf({
      ...market,
      locales: ["en", "pt"],
      tour: { images: { en: [1, 2, 3, 4, 5, 6].map((n) => `images/${n}.png`), es: ["images/1.png"] } },
    }),
    `KB181 warning at tour: The tour has no slides for "pt".
  expected: one to five slides for each locale`,
    `KB181 warning at tour.images.en: The tour has 6 slides for "en".
  expected: at most five`,
    `KB181 warning at tour.images.es: The tour has slides for "es", which "locales" lacks.
  expected: the listed locales`,
  ],
];

const cases = [...shape, ...clauses];

describe("validateManifest", () => {
  it.each(cases)("tells of %s", (_title, input, ...messages) => {
    const problems = validateManifest(input, { env: { PLAIN: "http://a.example" } });

    expect(problems.map(describeProblem)).toEqual(messages);
  });

  it("is silent about a small manifest and about one that uses everything", () => {
    expect(validateManifest(manifestOf(), { env: {} })).toEqual([]);
    expect(validateManifest(everything, { env: { HOOK: "https://a.example/hook" } })).toEqual([]);
  });

  it("takes undefined for a key that is not there", () => {
    expect(validateManifest(manifestOf({ support: undefined }), { env: {} })).toEqual([]);
  });

  it("reports every fault of the form at once, and the clauses when the form is right", () => {
    const input = manifestOf({ name: "modal", version: 1, locales: ["ru"], tuor: {} });

    expect(validateManifest(input, { env: {} }).map(({ code }) => code)).toEqual(["KB104", "KB102"]);
  });

  it("never repeats what a secret of the environment holds", () => {
    const input = manifestOf({ locations: { sms: true }, sms: { endpoint: env("TOKEN") } });

    expect(JSON.stringify(validateManifest(input, { env: { TOKEN: "hunter2" } }))).not.toContain("hunter2");
  });

  it("has a case here for each of its codes", () => {
    const told = cases.flatMap(([, , ...messages]) => messages.map((message) => message.slice(0, 5)));

    expect([...new Set(told)].sort()).toEqual(Object.values(manifestCodes).sort());
  });
});

const everything = manifestOf({
  ...market,
  name: "playbook",
  locales: ["en", "es", "pt", "tr", "id"],
  support: { link: "https://example.com/help", email: "help@example.com" },
  initOnce: true,
  installation: true,
  locations: {
    lcard: "panel",
    ccard: "hidden",
    comcard: "panel",
    llist: "panel",
    clist: "panel",
    tlist: "panel",
    settings: true,
    advanced_settings: true,
    digital_pipeline: true,
    card_sdk: true,
    catalogs: true,
    lead_sources: true,
    salesbot_designer: true,
    widget_page: true,
    everywhere: true,
    sms: true,
    mobile_card: true,
    website_chat_button: true,
    ai_agent: true,
  },
  settings: { key: { type: "pass", required: true }, phones: { type: "users" }, list: custom },
  tour: {
    images: Object.fromEntries(
      ["en", "es", "pt", "tr", "id"].map((locale) => [locale, [`images/tour_1_${locale}.png`]]),
    ),
  },
  digitalPipeline: {
    multiple: true,
    settings: { playbook: { type: "text", required: true } },
    webhookUrl: env("HOOK"),
  },
  salesbotDesigner: {
    logo: "/widgets/playbook/images/bot.png",
    handlers: { ask: { settings: { question: { type: "text", manual: true, defaultText: true } } } },
  },
  leftMenu: {
    items: {
      home: {
        icons: { light: "images/menu_light.svg", dark: "images/menu_dark.svg" },
        after: "leads",
        submenu: ["report", "archive"],
      },
    },
    stats: ["report"],
    settings: ["rights"],
    hide: ["mail"],
  },
  sms: { endpoint: "https://a.example/sms" },
  mobile: { frameUrl: "https://a.example/mobile", color: "#12AB9f" },
});
