import { expect, it } from "vitest";
import { manifestOf } from "./fixtures/manifest-of";
import { listTextKeys } from "./list-text-keys";

it("names the three texts of every widget", () => {
  expect(listTextKeys(manifestOf())).toEqual([
    { key: "widget.name", use: "the widget's name" },
    { key: "widget.description", use: "the widget's description" },
    { key: "widget.short_description", use: "the widget's short description" },
  ]);
});

it("says what each further text is for", () => {
  const manifest = manifestOf({
    locations: { ai_agent: true, advanced_settings: true },
    settings: { token: { type: "text" } },
    digitalPipeline: { multiple: true, title: true, settings: { playbook: { type: "text" } } },
    salesbotDesigner: { handlers: { ask: { settings: { url: { type: "url", defaultText: true } } } } },
    leftMenu: { items: { home: { submenu: ["list"] } }, stats: ["report"], settings: ["rights"] },
    tour: {},
    amoforms: { errorText: true },
  });

  const lines = listTextKeys(manifest)
    .slice(3)
    .map(({ key, use }) => `${key}: ${use}`);

  expect(lines).toEqual([
    "widget.ai_agent_description: the tile of the AI agent",
    "widget.tour_description: the tour's description",
    'settings.token: the field "token" of the settings',
    "dp.title: the automation's action",
    'dp.playbook: the field "playbook" of the automation\'s action',
    "advanced.title: the title of the advanced settings",
    'salesbot.ask.name: the Salesbot step "ask"',
    'salesbot.ask.settings.url: the field "url" of the Salesbot step "ask"',
    'salesbot.ask.defaults.url: the first value of the field "url" of the Salesbot step "ask"',
    'left_menu.home.title: the menu item "home"',
    'left_menu.home.submenu.list: the sub-item "list"',
    'left_menu.stats.report: the sub-item "report"',
    'left_menu.settings.rights: the sub-item "rights"',
    "amoforms.title: the button in web forms",
    "amoforms.error: the error in web forms",
  ]);
});
