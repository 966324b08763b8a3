import { emptyConfig } from "../config/check-config";
import { unchanged, type CaseTable } from "./rule-case";
import type { SampleWidget } from "./sample-widget";

const file = "manifest.json";
const kommoMenu = { title: "widget.name", icons: { light: "images/l.svg", dark: "images/d.svg" } };
const withIcons = (w: SampleWidget) => w.text("images/l.svg", "<svg/>").text("images/d.svg", "<svg/>");

export const manifestCases: CaseTable = {
  KM201: {
    good: { "strict JSON": unchanged },
    near: { "escaped slashes": { widget: (w) => w.text("i18n/en.json", '{ "a": "https:\\/\\/acme.com" }') } },
    bad: {
      "a comment, a trailing comma and a key twice": {
        widget: (w) => w.text("i18n/en.json", '{ // note\n  "a": "1",\n  "a": "2",\n}\n'),
        finds: [
          { file: "i18n/en.json", line: 1, column: 3, message: "JSON has no comments.", found: "// note" },
          { file: "i18n/en.json", line: 3, column: 3, message: 'The key "a" stands here twice.' },
          { file: "i18n/en.json", line: 3, column: 11, message: 'A comma before "}".' },
        ],
      },
      "a key for notes in many places": {
        widget: (w) =>
          w.text("i18n/en.json", '{ "_": "1", "_": "2", "_": "3",\n"a": { "_": "4", "_": "5" } }'),
        finds: [
          { line: 1, column: 13, message: 'The key "_" stands here twice, and 2 times more.', found: '"_"' },
        ],
      },
      "a text that is not closed": {
        widget: (w) => w.text(file, '{ "widget": "a\n}'),
        finds: [
          {
            line: 1,
            column: 13,
            message: "The text is not closed, or holds a line break or a wrong escape.",
          },
        ],
      },
      "a list at the top": {
        widget: (w) => w.text(file, "[]"),
        finds: [{ line: 1, column: 1, message: "The file holds no object at the top.", found: "array" }],
      },
      "single quotes": {
        widget: (w) => w.text(file, "{ 'a': 1 }"),
        finds: [{ line: 1, column: 3, message: "Expected a key in double quotes, found a single quote." }],
      },
    },
  },
  KM202: {
    good: { "three paths": unchanged },
    near: { "a path of three parts": { widget: (w) => w.manifest("widget.name", "widget.text.name") } },
    bad: {
      "a literal text, and one that is missing": {
        widget: (w) => w.manifest("widget.name", "My widget").manifest("widget.description", undefined),
        finds: [
          { file, line: 2, column: 3, message: "widget.description is missing." },
          {
            file,
            line: 3,
            column: 5,
            message: "widget.name is no path into the i18n files.",
            found: '"My widget"',
          },
        ],
      },
    },
  },
  KM203: {
    good: { "one known language": unchanged },
    near: { "any order": { widget: (w) => w.manifest("widget.locale", ["tr", "en", "id"]) } },
    bad: {
      "a text instead of a list": {
        widget: (w) => w.manifest("widget.locale", "en"),
        finds: [{ file, message: "widget.locale is no list of languages.", found: '"en"' }],
      },
      "an empty list": {
        widget: (w) => w.manifest("widget.locale", []),
        finds: [{ message: "widget.locale is empty." }],
      },
      "a country's code, one twice, and the sister product's": {
        widget: (w) => w.manifest("widget.locale", ["en", "ua", "en", "ru"]),
        finds: [
          { line: 11, message: "The language is not known.", found: '"ua"', severity: "error" },
          { line: 12, message: "The language stands here twice." },
          { line: 13, message: "ru is a language of the sister product only.", severity: "warning" },
        ],
      },
    },
  },
  KM204: {
    good: { "a boolean": unchanged },
    near: { "a widget that is only listed": { widget: (w) => w.manifest("widget.installation", false) } },
    bad: {
      "a text": {
        widget: (w) => w.manifest("widget.installation", "true"),
        finds: [{ file, message: "widget.installation is no boolean.", found: '"true"' }],
      },
      "a required field without an installation": {
        widget: (w) => w.manifest("widget.installation", false).manifest("settings.notes.required", true),
        finds: [
          { message: 'The field "notes" is required, and nobody can fill it in without an installation.' },
        ],
      },
      "a showcase with an installation": {
        widget: (w) => w.manifest("widget.is_showcase", true),
        finds: [{ message: "A showcase has no installation." }],
      },
    },
  },
  KM205: {
    good: { "a list at the top level": unchanged },
    near: { "one location": { widget: (w) => w.manifest("locations", ["everywhere"]) } },
    bad: {
      "the list inside widget": {
        widget: (w) => w.manifest("locations", undefined).manifest("widget.locations", ["settings"]),
        finds: [{ file, message: "locations stands inside widget." }],
      },
      "an object": {
        widget: (w) => w.manifest("locations", {}),
        finds: [{ message: "locations is no list.", found: "{}" }],
      },
      "an empty list": {
        widget: (w) => w.manifest("locations", []),
        finds: [{ message: "locations is empty." }],
      },
      "a number in the list": {
        widget: (w) => w.manifest("locations", ["settings", 1]),
        finds: [{ message: "A location is no text.", found: "1" }],
      },
    },
  },
  KM206: {
    good: { "an object": unchanged },
    near: {
      "a private widget that is only listed": {
        widget: (w) => w.manifest("widget.installation", false).manifest("settings", undefined),
        options: { profile: "private" },
      },
    },
    bad: {
      "no settings": {
        widget: (w) => w.manifest("settings", undefined),
        finds: [{ file, message: "settings is missing.", severity: "error" }],
      },
      "a list, in a private widget": {
        widget: (w) => w.manifest("settings", []),
        options: { profile: "private" },
        finds: [{ message: "settings is no object.", severity: "warning" }],
      },
    },
  },
  KM207: {
    good: { "the number 2": unchanged },
    near: {
      "2.0, which is the same number": {
        widget: (w) => w.replace(file, '"interface_version": 2', '"interface_version": 2.0'),
      },
    },
    bad: {
      "the text 2": {
        widget: (w) => w.manifest("widget.interface_version", "2"),
        finds: [{ file, line: 7, column: 5, message: "widget.interface_version is not 2.", found: '"2"' }],
      },
      none: {
        widget: (w) => w.manifest("widget.interface_version", undefined),
        finds: [{ line: 2, message: "widget.interface_version is missing." }],
      },
    },
  },
  KM208: {
    good: {
      "a text in every language": {
        widget: (w) => w.manifest("widget.locale", ["en", "pt"]).copy("i18n/en.json", "i18n/pt.json"),
      },
    },
    near: {
      "a default value that looks like a path": {
        widget: (w) => w.manifest("settings.notes.default_value", "acme.com"),
      },
    },
    bad: {
      "a text in one language only": {
        widget: (w) =>
          w
            .manifest("widget.locale", ["en", "pt"])
            .copy("i18n/en.json", "i18n/pt.json")
            .i18n("pt", "settings.notes", undefined),
        finds: [
          {
            file,
            message: "There is no text for settings.notes in i18n/pt.json.",
            found: "settings.notes",
            line: 34,
          },
        ],
      },
    },
  },
  KM209: {
    good: { "codes of the table": unchanged },
    near: {
      "a card without a suffix": { widget: (w) => w.manifest("locations", ["lcard", "everywhere"]) },
    },
    bad: {
      "misspelled, with a suffix it cannot have, twice, and dropped": {
        widget: (w) => w.manifest("locations", ["lcrad", "settings-0", "lcard-0", "lcard-1", "cucard"]),
        finds: [
          { line: 19, message: "There is no location lcrad.", fix: "write lcard." },
          { line: 20, message: "The location settings takes no suffix." },
          { line: 22, message: "The location lcard is listed twice." },
          {
            line: 23,
            message: "Kommo's current table has no location cucard any more.",
            severity: "warning",
          },
        ],
      },
      "a page of the menu in a private widget": {
        widget: (w) => w.manifest("locations", ["widget_page"]),
        options: { profile: "private" },
        finds: [{ message: "Only a public integration may list widget_page.", severity: "error" }],
      },
      "a location of the sister product": {
        widget: (w) => w.manifest("locations", ["tline"]),
        finds: [{ message: "The location tline is one of the sister product only.", severity: "warning" }],
      },
    },
  },
  KM210: {
    good: { "locations that need nothing": unchanged },
    near: {
      "a tab beside a card without a panel": {
        widget: (w) => w.manifest("locations", ["settings", "lcard-0", "card_sdk"]),
      },
      "a description of the AI agent's tile": {
        widget: (w) =>
          w.manifest("locations", ["ai_agent"]).i18n("en", "widget.ai_agent_description", "Reads notes"),
      },
    },
    bad: {
      "a page without a title": {
        widget: (w) => w.manifest("locations", ["advanced_settings"]),
        finds: [{ file, message: "advanced_settings needs advanced.title." }],
      },
      "a pipeline action without its block": {
        widget: (w) => w.manifest("locations", ["digital_pipeline"]),
        finds: [{ message: "digital_pipeline needs dp.action_multiple." }],
      },
      "a tab without a card, and without settings": {
        widget: (w) => w.manifest("locations", ["card_sdk"]),
        finds: [
          { message: "card_sdk needs a card to put its tab into." },
          { message: "card_sdk needs the location settings." },
        ],
      },
      "an AI tile without its text, and with one too long": {
        widget: (w) =>
          w
            .manifest("locations", ["ai_agent"])
            .manifest("widget.locale", ["en", "pt"])
            .copy("i18n/en.json", "i18n/pt.json")
            .i18n("pt", "widget.ai_agent_description", "a".repeat(120)),
        finds: [
          {
            message: "ai_agent needs the text widget.ai_agent_description in i18n/en.json.",
            severity: "error",
          },
          {
            message: "The text widget.ai_agent_description of i18n/pt.json will be cut.",
            severity: "warning",
          },
        ],
      },
      "a sender of SMS, a mobile block, a step and a menu page without theirs": {
        widget: (w) => w.manifest("locations", ["sms", "mobile_card", "salesbot_designer", "widget_page"]),
        finds: [
          { message: "sms needs sms.endpoint." },
          { message: "mobile_card needs mobile.frame_url." },
          { message: "mobile_card needs mobile.color." },
          { message: "salesbot_designer needs a handler with name and settings." },
          { message: "widget_page needs an item in left_menu." },
        ],
      },
    },
  },
  KM211: {
    good: { "no blocks": unchanged },
    near: {
      "an entry added to Analytics": {
        widget: (w) => w.manifest("left_menu", { stats: { submenu: { a: { title: "widget.name" } } } }),
      },
    },
    bad: {
      "a pipeline block without the pipeline": {
        widget: (w) => w.manifest("dp", { settings: {}, action_multiple: false }),
        finds: [
          { file, line: 38, message: "The block dp is of no use without the location digital_pipeline." },
        ],
      },
    },
  },
  KM212: {
    good: { "a card whose render draws": unchanged },
    near: {
      "a list with a callback that does something": {
        widget: (w) =>
          w
            .manifest("locations", ["llist-0"])
            .replace(
              "script.js",
              "destroy: function () {},",
              "leads: { selected: function () { self.go(); } },",
            ),
      },
      "an area that the code compares with": {
        widget: (w) =>
          w.manifest("locations", ["catalogs"]).script('    if (self.system().area === "catalogs") go();'),
      },
      "bundled code, of which nothing is said": {
        widget: (w) => w.text("script.js", "var __webpack_require__ = 1; define(function () {});\n"),
      },
    },
    bad: {
      "a card for which nothing happens": {
        widget: (w) =>
          w
            .manifest("locations", ["ccard-1"])
            .text(
              "script.js",
              "define(function () {\n  return function () {\n    this.callbacks = { render: function () { return true; }, init: function () { return !0; }, bind_actions() { return true; } };\n  };\n});\n",
            ),
        finds: [{ file, line: 19, message: "Nothing in the code uses the location ccard." }],
      },
      "a page in Settings that nothing draws": {
        widget: (w) => w.manifest("locations", ["settings", "advanced_settings"]),
        finds: [{ message: "Nothing in the code uses the location advanced_settings." }],
      },
      "many places, one of them twice": {
        widget: (w) =>
          w
            .manifest("locations", ["ccard-0", "lcard-0", "lcard-1", "catalogs"])
            .text(
              "script.js",
              "define(function () {\n  return function () {\n    this.callbacks = { render: function () { return true; } };\n  };\n});\n",
            ),
        finds: [{ line: 19, message: "Nothing in the code uses the locations ccard, lcard and catalogs." }],
      },
    },
  },
  KM213: {
    good: { "one slide in one language": unchanged },
    near: {
      "a private widget without a tour": {
        widget: (w) => w.manifest("tour", undefined),
        options: { profile: "private" },
      },
    },
    bad: {
      "no tour": {
        widget: (w) => w.manifest("tour", undefined),
        finds: [{ file, message: "There is no tour block." }],
      },
      "is_tour false, a language without slides, a slide that is not there": {
        widget: (w) =>
          w
            .manifest("tour.is_tour", false)
            .manifest("widget.locale", ["en", "pt"])
            .manifest("tour.tour_images.en", ["/images/tour_1_en.png", "/images/tour_2_en.png"]),
        finds: [
          { message: "tour.is_tour is not true.", found: "false" },
          { message: "The tour has no slides for pt." },
          { message: "This slide is not in the archive.", found: '"/images/tour_2_en.png"' },
        ],
      },
    },
  },
  KM214: {
    good: { "a site and an address of one's own": unchanged },
    near: {
      "an address that only holds the vendor's name": {
        widget: (w) => w.manifest("widget.support", { link: "https://acme.com/kommo.com" }),
      },
      "the vendor's own widget": {
        widget: (w) => w.manifest("widget.support", { email: "support@kommo.com" }),
        options: { config: { ...emptyConfig, isVendor: true } },
      },
    },
    bad: {
      "the sample's address": {
        widget: (w) => w.manifest("widget.support.link", "https://www.amocrm.com"),
        finds: [{ file, line: 14, message: "The support link leads to the CRM's vendor." }],
      },
      "an e-mail as a link": {
        widget: (w) => w.manifest("widget.support", { link: "help@acme.com" }),
        finds: [{ message: "The support link is no https address.", found: '"help@acme.com"' }],
      },
      nothing: {
        widget: (w) => w.manifest("widget.support", undefined),
        finds: [{ message: "No support address is given." }],
      },
    },
  },
  KM215: {
    good: { "one custom field": unchanged },
    near: {
      "several handlers of the Salesbot": {
        widget: (w) => w.manifest("salesbot_designer", { a: step(), b: step() }),
      },
    },
    bad: {
      "a field of an unknown type": {
        widget: (w) => w.manifest("settings.site", { name: "settings.notes", type: "url", required: "no" }),
        finds: [
          { message: 'The field "site" has no known type.', found: '"url"' },
          { message: '"required" of the field "site" is no boolean.', found: '"no"' },
        ],
      },
      "two custom fields, and no location for them": {
        widget: (w) =>
          w
            .manifest("settings.more", { name: "settings.notes", type: "custom", required: false })
            .manifest("locations", ["lcard-1"]),
        finds: [
          { message: "A custom field needs the location settings." },
          { message: "A widget may have one field of type custom." },
        ],
      },
      "a hook without encryption, and a colour by name": {
        widget: (w) =>
          w
            .manifest("dp", {
              settings: { action_multiple: true },
              action_multiple: "no",
              webhook_url: "http://acme.com/hook",
            })
            .manifest("mobile", { frame_url: "https://acme.com", color: "red" }),
        finds: [
          { message: "action_multiple stands inside dp.settings." },
          { message: "dp.action_multiple is no boolean." },
          { message: "dp.webhook_url is no https address." },
          { message: "mobile.color is no colour of the form #RRGGBB." },
        ],
      },
    },
  },
  KM216: {
    good: { "no menu": unchanged },
    near: {
      "an item with two icons": {
        widget: (w) =>
          withIcons(w).manifest("left_menu", { acme: { ...kommoMenu, sort: { after: "leads" } } }),
      },
      "a hidden item of the CRM": { widget: (w) => w.manifest("left_menu", { mail: { is_hidden: true } }) },
    },
    bad: {
      "a place that the menu does not have, and Settings hidden": {
        widget: (w) =>
          withIcons(w).manifest("left_menu", {
            acme: { ...kommoMenu, sort: { after: "inbox" } },
            settings: { is_hidden: true },
          }),
        finds: [
          { message: "The menu has no item of that name.", found: '"inbox"' },
          { message: "Settings cannot be hidden." },
        ],
      },
      "one icon with a slash in front": {
        widget: (w) => w.manifest("left_menu", { acme: { title: "widget.name", icon: "/images/l.svg" } }),
        finds: [
          { message: "icon alone is the old form; a dark theme needs its own.", severity: "warning" },
          { message: "The path of an icon has no slash in front." },
        ],
      },
      "a private widget": {
        widget: (w) => w.manifest("left_menu", {}),
        options: { profile: "private" },
        finds: [{ message: "Only a public integration may have a left_menu.", severity: "error" }],
      },
    },
  },
  KM217: {
    good: { "neither of them": unchanged },
    near: {
      "the code in the settings": {
        widget: (w) => w.manifest("settings.code", { name: "settings.notes", type: "text" }),
      },
    },
    bad: {
      both: {
        widget: (w) => w.manifest("widget.code", "acme").manifest("widget.secret_key", "9f".repeat(32)),
        finds: [
          { message: "widget.code is not needed any more.", severity: "warning" },
          { message: "The manifest gives the secret key away.", severity: "error", found: "9f9f…" },
        ],
      },
    },
  },
  KM218: {
    good: { "known keys": unchanged },
    near: {
      "any field code": {
        widget: (w) => w.manifest("settings.anything", { name: "settings.notes", type: "text" }),
      },
    },
    bad: {
      "unknown keys": {
        widget: (w) =>
          w.manifest("scopes", []).manifest("widget.initOnce", true).manifest("widget.is_showcase", false),
        finds: [
          {
            message: 'The key "initOnce" is not known here.',
            fix: 'write "init_once".',
            severity: "warning",
          },
          { message: 'The key "is_showcase" is not known here.', severity: "note" },
          { message: 'The key "scopes" is not known here.', severity: "warning" },
        ],
      },
    },
  },
  KM219: {
    good: {
      "a legal code": { widget: (w) => w, options: { config: { ...emptyConfig, code: "acme_calls" } } },
    },
    near: {
      "a capital inside": { widget: (w) => w, options: { config: { ...emptyConfig, code: "acmeCalls2" } } },
    },
    bad: Object.fromEntries(
      ["Acme", "_x", "1c", "a-b"].map((code) => [
        `the code ${code}`,
        {
          widget: (w: SampleWidget) => w,
          options: { config: { ...emptyConfig, code } },
          finds: [{ file: null, message: "The widget's code is not legal.", found: code }],
        },
      ]),
    ),
  },
};

function step() {
  return { name: "widget.name", settings: { text: { name: "widget.name", type: "text" } } };
}
