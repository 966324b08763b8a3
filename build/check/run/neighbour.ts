import type { WidgetFiles } from "../../archive/widget-files";

const code = "komponent_neighbour";

const manifest = {
  widget: {
    name: "widget.name",
    description: "widget.name",
    short_description: "widget.name",
    version: "1.0.0",
    interface_version: 2,
    init_once: false,
    locale: ["en"],
    installation: false,
  },
  locations: ["lcard-1", "ccard-1", "comcard-1", "cucard-1", "llist-1", "clist-1", "culist-1", "tlist-1"],
  settings: {},
};

const script = `define([], function () {
  return function () {
    var self = this;
    this.callbacks = {
      render: function () {
        if (/card$/.test(self.system().area)) self.render_template({ caption: { class_name: "neighbour" }, body: "Neighbour", render: "" });
        return true;
      },
      init: function () { return true; },
      bind_actions: function () { return true; },
      settings: function () { return true; },
      onSave: function () { return true; },
      destroy: function () {},
      leads: { selected: function () {} }, contacts: { selected: function () {} }
    };
  };
});`;

const encode = (text: string) => new TextEncoder().encode(text);

/** A second widget in the account, so that a widget which does something to others has one to do it to. */
export function createNeighbour(): { readonly code: string; readonly files: WidgetFiles } {
  return {
    code,
    files: new Map([
      ["manifest.json", encode(JSON.stringify(manifest))],
      ["i18n/en.json", encode(JSON.stringify({ widget: { name: "Neighbour" } }))],
      ["script.js", encode(script)],
    ]),
  };
}
