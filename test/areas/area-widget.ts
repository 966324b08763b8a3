import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findPackageRoot } from "../../build/package-root";
import { findLocation, type LocationCode } from "../../src/manifest/locations";
import type { WidgetFiles } from "../../src/emulator/model/read-widget";

interface AreaWidget {
  readonly code: string;
  readonly files: WidgetFiles;
}

const script = readFileSync(join(findPackageRoot(), "test", "areas", "fixtures", "script.js"), "utf8");

const style = `.area_widget { display: block; padding: 12px; color: var(--palette-text-primary); }
.area_widget__title { display: block; overflow-wrap: anywhere; }
.area_widget__state { margin: 4px 0 8px; overflow-wrap: anywhere; color: var(--palette-text-secondary); }
.area_widget__controls > * { margin-bottom: 8px; }
.area_widget__badge { margin-left: 8px; }
`;

/** The smallest picture that there is. */
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPhfDwAChAGAZ7nuVgAAAABJRU5ErkJggg==",
  "base64",
);
const logos = ["logo", "logo_main", "logo_small", "logo_medium", "logo_min", "logo_dp"];

const texts = {
  states: { busy: "Loading…", failed: "The account does not answer." },
  controls: { remind: "Remind me", note: "Note", send: "Send" },
  exits: { success: "Answered", fail: "No answer" },
  settings: { note: "Note", login: "Login", panel: "Panel", catalog: "List", answer: "Answer" },
  dp: { message: "Message" },
  menu: { item: "Area page", first: "First", second: "Second" },
  salesbot: { ask: "Ask", text: "Text", field: "Field" },
  advanced: { title: "Area report" },
};

const encode = (value: string) => new TextEncoder().encode(value);
const custom = { note: { name: "settings.note", type: "custom", required: false } };
const text = (field: string) => ({ [field]: { name: `settings.${field}`, type: "text", required: false } });

/** What the manifest of a location holds beside itself. */
const more: Partial<
  Record<LocationCode, { readonly beside?: readonly string[]; readonly [block: string]: unknown }>
> = {
  settings: { settings: { ...text("login"), ...custom } },
  card_sdk: { beside: ["lcard-0", "settings"], settings: text("panel") },
  catalogs: { beside: ["settings"], settings: text("catalog") },
  digital_pipeline: {
    dp: {
      settings: { message: { name: "dp.message", type: "text", required: false } },
      action_multiple: true,
      webhook_url: "https://hooks.example/dp",
    },
  },
  salesbot_designer: {
    salesbot_designer: {
      ask: {
        name: "salesbot.ask",
        settings: {
          text: { name: "salesbot.text", type: "text", default_value: "Hello", manual: true },
          field: { name: "salesbot.field", type: "numeric" },
        },
      },
    },
  },
  widget_page: {
    left_menu: {
      item: {
        title: "menu.item",
        icons: { light: "images/logo_min.png", dark: "images/logo_min.png" },
        submenu: { first: { title: "menu.first", sort: 1 }, second: { title: "menu.second", sort: 2 } },
      },
    },
  },
  sms: { sms: { endpoint: "https://hooks.example/sms" } },
  mobile_card: { mobile: { frame_url: "https://hooks.example/mobile", color: "#2468DC" } },
  advanced_settings: { advanced: { title: "advanced.title" } },
  lead_sources: { beside: ["settings"], settings: text("login") },
};

/** A stranger's widget for one connection area: one script for all of them, the manifest says what it is for. */
export function makeAreaWidget(location: LocationCode, name = location): AreaWidget {
  const { beside = [], ...blocks } = more[location] ?? {};
  const manifest = {
    widget: {
      name: "widget.name",
      description: "widget.description",
      short_description: "widget.short_description",
      version: "1.0.0",
      interface_version: 2,
      locale: ["en"],
      installation: true,
      support: { link: "https://support.example" },
    },
    locations: [findLocation(location)?.suffix === true ? `${location}-1` : location, ...beside],
    settings: text("answer"),
    ...blocks,
  };
  const widget = {
    name: `Area ${name}`,
    description: `A widget for the area ${name}`,
    short_description: `Works in ${name}`,
    call_action: `Call by ${name}`,
    ai_agent_description: "Tells the agent what a table costs.",
  };
  return {
    code: `area_${name}`,
    files: new Map([
      ["manifest.json", encode(JSON.stringify(manifest))],
      ["i18n/en.json", encode(JSON.stringify({ ...texts, widget }))],
      ["script.js", encode(script)],
      ["style.css", encode(style)],
      ...logos.map((logo) => [`images/${logo}.png`, Uint8Array.from(pixel)] as const),
    ]),
  };
}
