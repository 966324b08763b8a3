import type { WidgetFiles } from "../../src/emulator/model/read-widget";
import type { HostileCase } from "./hostile-cases";

const encode = (text: string) => new TextEncoder().encode(text);

const manifest = {
  widget: { name: "widget.name", version: "1.0.0", locale: ["en"], interface_version: 2, installation: true },
  locations: ["lcard-1", "ccard-1", "clist-1", "settings", "card_sdk"],
  settings: { login: { name: "settings.login", type: "text", required: false } },
};
const texts = { widget: { name: "Hostile" }, settings: { login: "Login" } };

/** A widget that does one thing that no widget should. */
export function makeHostileWidget({
  top = "",
  body = "",
  callbacks = "",
}: Partial<HostileCase>): WidgetFiles {
  const script = `${top}
define(["jquery"], function ($) {
  return function () {
    var self = this;
    this.callbacks = {
      render: function () { return true; },
      init: function () { return true; },
      bind_actions: function () { return true; },
      settings: function () {},
      onSave: function () { return true; },
      ${callbacks}
    };
    ${body}
    return this;
  };
});`;
  return new Map([
    ["manifest.json", encode(JSON.stringify(manifest))],
    ["i18n/en.json", encode(JSON.stringify(texts))],
    ["script.js", encode(script)],
  ]);
}
