import type { ReadWidget, ReaderFault } from "../widget/widget-files";
import { drawPng } from "./draw-png";

/** A widget that a case changes in one place; every change gives a new sample. */
export interface SampleWidget {
  readonly read: ReadWidget;
  /** Sets a text file. */
  text(path: string, content: string): SampleWidget;
  /** Replaces the first occurrence of `before`, and fails where there is none. */
  replace(path: string, before: string, after: string): SampleWidget;
  bytes(path: string, content: Uint8Array): SampleWidget;
  /** Sets a member of manifest.json by its path; undefined takes it away. */
  manifest(path: string, value: unknown): SampleWidget;
  /** The same of i18n/<locale>.json. */
  i18n(locale: string, path: string, value: unknown): SampleWidget;
  /** Replaces script.js by the usual frame around `body`, whose first line is line 3. */
  script(body: string): SampleWidget;
  /** Adds to style.css, from line 4 on. */
  style(css: string): SampleWidget;
  png(path: string, width: number, height: number): SampleWidget;
  copy(from: string, to: string): SampleWidget;
  remove(path: string): SampleWidget;
  /** Names an entry that has no content: a folder, or one that the reader could not use. */
  entry(path: string): SampleWidget;
  fault(fault: Partial<ReaderFault> & Pick<ReaderFault, "message">): SampleWidget;
  named(name: string): SampleWidget;
  /** The same as a folder instead of an archive. */
  inFolder(): SampleWidget;
  /** One text file, and nothing else. */
  only(path: string, content: string): SampleWidget;
}

const code = "acme_notes";

/** A small widget without a fault: public, English, with a settings window and a block in the lead card. */
export function createSample(): SampleWidget {
  const files = new Map<string, Uint8Array>();
  for (const [path, content] of Object.entries(texts())) files.set(path, encode(content));
  for (const [name, width, height] of pictures) files.set(`images/${name}`, drawPng(width, height));
  return wrap({ files, entries: [...files.keys()], kind: "zip", name: "widget.zip", faults: [] });
}

const pictures = [
  ["logo.png", 130, 100],
  ["logo_main.png", 400, 272],
  ["logo_medium.png", 240, 84],
  ["logo_min.png", 84, 84],
  ["logo_small.png", 108, 108],
  ["tour_1_en.png", 1188, 616],
] as const;

function wrap(read: ReadWidget): SampleWidget {
  const withFiles = (change: (files: Map<string, Uint8Array>) => void) => {
    const files = new Map(read.files);
    change(files);
    const gone = read.entries.filter((entry) => files.has(entry) || !read.files.has(entry));
    const added = [...files.keys()].filter((path) => !read.entries.includes(path));
    return wrap({ ...read, files, entries: [...gone, ...added] });
  };
  const bytes = (path: string, content: Uint8Array) => withFiles((files) => files.set(path, content));
  const text = (path: string, content: string) => bytes(path, encode(content));
  const read1 = (path: string) => new TextDecoder().decode(read.files.get(path));
  const setJson = (file: string, path: string, value: unknown) => {
    const json = JSON.parse(read1(file)) as Record<string, unknown>;
    set(json, path.split("."), value);
    return text(file, `${JSON.stringify(json, null, 2)}\n`);
  };
  return {
    read,
    bytes,
    text,
    replace(path, before, after) {
      const content = read1(path);
      if (!content.includes(before)) throw new Error(`${path} holds no "${before}"`);
      return text(
        path,
        content.replace(before, () => after),
      );
    },
    manifest: (path, value) => setJson("manifest.json", path, value),
    i18n: (locale, path, value) => setJson(`i18n/${locale}.json`, path, value),
    script: (body) => text("script.js", frameScript(body)),
    style: (css) => text("style.css", `${read1("style.css")}${css}`),
    png: (path, width, height) => bytes(path, drawPng(width, height)),
    copy: (from, to) => text(to, read1(from)),
    remove: (path) => withFiles((files) => files.delete(path)),
    entry: (path) => wrap({ ...read, entries: [...read.entries, path] }),
    fault: (fault) =>
      wrap({
        ...read,
        faults: [
          ...read.faults,
          { entry: null, severity: "error", found: null, expected: null, fix: null, ...fault },
        ],
      }),
    named: (name) => wrap({ ...read, name }),
    inFolder: () => wrap({ ...read, kind: "folder", name: "acme" }),
    only: (path, content) => wrap({ ...read, files: new Map([[path, encode(content)]]), entries: [path] }),
  };
}

function set(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path as [string, ...string[]];
  if (rest.length > 0) {
    target[key] ??= {};
    return set(target[key] as Record<string, unknown>, rest, value);
  }
  if (value === undefined) delete target[key];
  else target[key] = value;
}

function texts(): Record<string, string> {
  return {
    "manifest.json": stringify({
      widget: {
        name: "widget.name",
        description: "widget.description",
        short_description: "widget.short_description",
        version: "1.0.0",
        interface_version: 2,
        init_once: false,
        locale: ["en"],
        installation: true,
        support: { link: "https://notes.acme.com/support", email: "help@acme.com" },
      },
      locations: ["settings", "lcard-1"],
      tour: {
        is_tour: true,
        tour_images: { en: ["/images/tour_1_en.png"] },
        tour_description: "widget.tour_description",
      },
      settings: { notes: { name: "settings.notes", type: "custom", required: false } },
    }),
    "i18n/en.json": stringify({
      widget: {
        name: "Notes via Acme",
        description: "Keeps a short note beside every lead, so that nobody has to search for it.",
        short_description: "A note beside every lead",
        tour_description: "Write a note, and find it when you open the lead again.",
      },
      settings: { notes: "Notes" },
      card: { title: "Note", failed: "The note could not be saved. Try again, or write to help@acme.com." },
    }),
    "script.js": frameScript(""),
    "style.css": `.${code} .${code}__text {\n  margin: 0 8px;\n}\n`,
  };
}

function frameScript(body: string): string {
  return `define(["jquery"], function ($) {
  return function () {
${body}
    var self = this;
    function link() {
      var path = self.get_settings().path + "/style.css?v=" + self.get_settings().version;
      if ($('link[href="' + path + '"]').length === 0) {
        $("head").append('<link rel="stylesheet" href="' + path + '">');
      }
    }
    this.callbacks = {
      render: function () {
        link();
        self.render_template({
          caption: { class_name: "${code}" },
          body: "",
          render: '<div class="${code}"><p class="${code}__text"></p></div>',
        });
        return true;
      },
      init: function () {
        return true;
      },
      bind_actions: function () {
        return true;
      },
      settings: function () {
        return true;
      },
      onSave: function () {
        return true;
      },
      destroy: function () {},
    };
    return this;
  };
});
`;
}

function stringify(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
