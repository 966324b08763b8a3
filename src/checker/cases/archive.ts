import { emptyConfig } from "../config/check-config";
import { drawPng } from "./draw-png";
import { unchanged, type CaseTable } from "./rule-case";

const zip = "widget.zip";
const sampleHash = "released";
const hashOfEmptyManifest = "60c1b03364dc77ff8e7b5fe8d97f297acf4393f8da1a33d99f63e1d42406020e";
const utf16 = new Uint8Array([0xff, 0xfe, 0x41, 0x00]);
const cp1251 = new Uint8Array([
  ...new TextEncoder().encode('{"a": "'),
  0xcf,
  0xf0,
  ...new TextEncoder().encode('"}'),
]);
const longSvg = `<svg>${"<path d='M0 0L10 10'/>".repeat(200)}</svg>`;

export const archiveCases: CaseTable = {
  KM101: {
    good: { "a manifest at the top": unchanged },
    near: {
      "a second manifest deeper down": { widget: (w) => w.text("data/manifest.json", "{}\n") },
      "explicit entries for folders": { widget: (w) => w.entry("images/").entry("i18n/") },
    },
    bad: {
      "the folder packed instead of what is in it": {
        widget: (w) => w.remove("manifest.json").text("widget/manifest.json", "{}\n"),
        finds: [
          {
            file: null,
            message: 'The widget lies in the folder "widget" of the archive, not in its root.',
            found: "widget/manifest.json",
            expected: "manifest.json",
          },
        ],
      },
      "no manifest at all": {
        widget: (w) => w.remove("manifest.json"),
        finds: [{ file: null, message: "There is no manifest.json in the root." }],
      },
    },
  },
  KM102: {
    good: { "the name that the CRM expects": unchanged },
    near: {
      "a folder, which has no name of an archive": { widget: (w) => w.inFolder().named("my-widget") },
    },
    bad: {
      "a dated name": {
        widget: (w) => w.named("my-widget-1.2.zip"),
        finds: [
          { message: "The archive has another name than widget.zip.", severity: "warning", expected: zip },
        ],
      },
      "a dated name on amoCRM": {
        widget: (w) => w.named("my-widget-1.2.zip"),
        options: { brand: "amocrm" },
        finds: [{ message: "The archive has another name than widget.zip.", severity: "error" }],
      },
    },
  },
  KM103: {
    good: { "all five logos": unchanged },
    near: {
      "more pictures than needed": { widget: (w) => w.png("images/banner.png", 10, 10) },
      "a JPEG on amoCRM": {
        widget: (w) => w.remove("images/logo.png").bytes("images/logo.jpg", drawPng(130, 100)),
        options: { brand: "amocrm" },
      },
    },
    bad: {
      "a logo that is not there": {
        widget: (w) => w.remove("images/logo_min.png"),
        finds: [{ file: null, message: "The picture images/logo_min.png is missing.", found: null }],
      },
      "a logo in capital letters": {
        widget: (w) => w.remove("images/logo.png").png("images/Logo.png", 130, 100),
        finds: [{ message: "The picture images/logo.png is missing.", found: "images/Logo.png" }],
      },
      "a pipeline action without its logo": {
        widget: (w) => w.manifest("locations", ["digital_pipeline"]),
        finds: [{ message: "The picture images/logo_dp.png is missing." }],
      },
    },
  },
  KM104: {
    good: { "a script in the root": unchanged },
    near: {
      "a thin entry that asks for another file": {
        widget: (w) =>
          w
            .text("script.js", 'define(["./app.js"], function (App) { return App; });\n')
            .text("app.js", "define(1);\n"),
      },
    },
    bad: {
      "a card without a script": {
        widget: (w) => w.remove("script.js"),
        finds: [{ message: "There is no script.js, and the location settings needs it.", severity: "error" }],
      },
      "a sender of SMS without a script": {
        widget: (w) => w.remove("script.js").manifest("locations", ["sms"]),
        finds: [{ message: "There is no script.js.", severity: "warning" }],
      },
    },
  },
  KM105: {
    good: { "a clean archive": unchanged },
    near: { "a name that only begins like junk": { widget: (w) => w.text("git-hooks.json", "{}\n") } },
    bad: {
      "what macOS and an editor left": {
        widget: (w) =>
          w
            .text("__MACOSX/._script.js", "x")
            .text("__MACOSX/images/._logo.png", "x")
            .text("images/.DS_Store", "x"),
        finds: [
          {
            file: "__MACOSX/",
            message: "This belongs to the operating system, an editor or version control, not to the widget.",
          },
          {
            file: "images/.DS_Store",
            message: "This belongs to the operating system, an editor or version control, not to the widget.",
          },
        ],
      },
    },
  },
  KM106: {
    good: { "run-time files only": unchanged },
    near: {
      "a template that is named like a test": {
        widget: (w) =>
          w
            .text("templates/test/card.twig", "x")
            .script('    self.render({ href: "/templates/test/card.twig" });'),
      },
      "a template of licences": {
        widget: (w) =>
          w
            .text("templates/license.twig", "x")
            .text("templates/licenses_select.twig", "x")
            .script(
              '    self.render({ href: "/templates/license.twig" }); self.render({ href: "/templates/licenses_select.twig" });',
            ),
      },
    },
    bad: {
      "a source map, server code, a source and a licence": {
        widget: (w) =>
          w.text("script.js.map", "{}").text("widget.php", "x").text("card.tsx", "x").text("LICENSE", "MIT"),
        finds: [
          {
            file: "LICENSE",
            severity: "note",
            message: "A licence text is packed; it stays where a bundled library demands it.",
          },
          {
            file: "card.tsx",
            severity: "warning",
            message: "The page does not use this file: it is a source or a leftover.",
          },
          {
            file: "script.js.map",
            severity: "error",
            message: "The page does not use this file: it is a source or a leftover.",
          },
          {
            file: "widget.php",
            severity: "error",
            message: "The page does not use this file: it is a source or a leftover.",
          },
        ],
      },
    },
  },
  KM107: {
    good: { "a sample in which every file is named": unchanged },
    near: {
      "templates whose names are made at run time": {
        widget: (w) =>
          w.text("templates/a.twig", "x").script('    self.load("/templates/" + self.name + ".twig");'),
      },
      "a style named by its path on the server": {
        widget: (w) =>
          w
            .text("more.css", ".acme_notes {}\n")
            .script('    self.link("/upl/" + code + "/widget/more.css?v=1");'),
      },
      "any file, when code of another host is loaded": {
        widget: (w) =>
          w
            .png("images/old.png", 1, 1)
            .replace("script.js", '["jquery"]', '["jquery", "https://acme.com/app.js"]'),
      },
      "any file, when script.js is missing, which would name it": {
        widget: (w) => w.text("a.twig", "x").remove("script.js"),
      },
      "a style sheet whose ending another place adds": {
        widget: (w) =>
          w
            .text("css/lists/leads.css", ".acme_notes {}\n")
            .script(
              '    self.attach = function (name) { link(self.styles() + "/" + name + ".css"); };\n    self.attach("lists/leads");',
            ),
      },
      "a script named without its ending": {
        widget: (w) =>
          w
            .text("lib/calls.js", "define(1);\n")
            .replace("script.js", '["jquery"]', '["jquery", "./lib/calls"]'),
      },
      "a picture that only a used template names": {
        widget: (w) =>
          w
            .text("a.twig", '<img src="{{ path }}/images/dot.svg">')
            .text("images/dot.svg", "<svg/>")
            .script('    self.load("/a.twig");'),
      },
    },
    bad: {
      "a picture that nothing names": {
        widget: (w) => w.png("images/old_banner.png", 10, 10),
        finds: [{ file: "images/old_banner.png", message: "Nothing in the widget names this file." }],
      },
      "a file that only an unused file names": {
        widget: (w) => w.text("a.twig", '<img src="/images/dot.svg">').text("images/dot.svg", "<svg/>"),
        finds: [
          { file: "a.twig", message: "Nothing in the widget names this file." },
          { file: "images/dot.svg", message: "Nothing in the widget names this file." },
        ],
      },
    },
  },
  KM108: {
    good: { "plain UTF-8": unchanged },
    near: { "the mark inside a text": { widget: (w) => w.script('    var mark = "\ufeff";') } },
    bad: {
      "a script with a mark, texts in Windows-1251 and a style in UTF-16": {
        widget: (w) =>
          w.text("script.js", "\ufeffdefine(1);\n").bytes("i18n/en.json", cp1251).bytes("a.css", utf16),
        finds: [
          { file: "a.css", message: "The file is in UTF-16 (little-endian)." },
          { file: "i18n/en.json", line: 1, column: 8, message: "The file is not in UTF-8." },
          { file: "script.js", line: 1, column: 1, message: "The file begins with a byte-order mark." },
        ],
      },
    },
  },
  KM109: {
    good: { "line feeds only": unchanged },
    near: {
      "the two characters \\r in a text": { widget: (w) => w.script('    var end = "\\\\r\\\\n";') },
      "a picture under the name of a text": { widget: (w) => w.bytes("images/home.svg", drawPng(20, 20)) },
    },
    bad: {
      "Windows line ends, and one of old Macs": {
        widget: (w) => w.text("style.css", "a {\r\n}\r\n").text("a.twig", "one\rtwo"),
        finds: [
          {
            file: "a.twig",
            line: 1,
            column: 4,
            message: "1 line ends with a carriage return.",
            found: "\\r",
          },
          {
            file: "style.css",
            line: 1,
            column: 4,
            message: "2 lines end with a carriage return.",
            found: "\\r\\n",
          },
        ],
      },
    },
  },
  KM110: {
    good: { "indented code": unchanged },
    near: {
      "a long line in a comment": { widget: (w) => w.script(`    // ${"a b ".repeat(400)}`) },
      "a long picture in one text": { widget: (w) => w.script(`    var icon = "${longSvg}";`) },
      "a library that says what it is": {
        widget: (w) => w.text("lib/select2.min.js", `/*! Select2 4.0.13 | MIT */${"a();".repeat(6000)}`),
      },
    },
    bad: {
      "everything in one line": {
        widget: (w) => w.text("script.js", `define(function () {${"go();".repeat(300)}});\n`),
        finds: [{ file: "script.js", line: 1, severity: "warning", message: "The code is minified." }],
      },
      "names that hide what they stand for": {
        widget: (w) => w.text("script.js", "define(function () {\n  return _0x3f2a[0];\n});\n"),
        finds: [
          { file: "script.js", line: 2, column: 10, severity: "error", message: "The code is obfuscated." },
        ],
      },
    },
  },
  KM111: {
    good: { "a hash that is not known": unchanged },
    near: {
      "another hash in the list": {
        widget: (w) => w,
        options: { config: { ...emptyConfig, published: ["0".repeat(64)] } },
      },
    },
    bad: {
      "the content of an earlier release": {
        widget: (w) => w.only("manifest.json", "{}"),
        options: { config: { ...emptyConfig, published: [hashOfEmptyManifest] } },
        finds: [{ message: "An archive with this very content is already published.", severity: "error" }],
      },
    },
  },
  KM112: {
    good: { "a raised version": { widget: (w) => w, options: { config: released("0.9.0", sampleHash) } } },
    near: {
      "the first release": unchanged,
      "a version of two numbers": { widget: (w) => w.manifest("widget.version", "1.0") },
    },
    bad: {
      "changed content under the released version": {
        widget: (w) => w,
        options: { config: released("1.0.0", sampleHash) },
        finds: [
          {
            file: "manifest.json",
            line: 6,
            message: "The content differs from the released 1.0.0, and the version is the same.",
          },
        ],
      },
      "a placeholder that was never filled in": {
        widget: (w) => w.manifest("widget.version", "%Version%"),
        finds: [{ message: "The version is no number like 1.0.2.", found: '"%Version%"' }],
      },
    },
  },
  KM113: {
    good: { "plain names": unchanged },
    near: {
      "a picture of another host": {
        widget: (w) => w.script('    var logo = "https://acme.com/Images/Logo.png";'),
      },
    },
    bad: {
      "what the reader refused, and a blank": {
        widget: (w) =>
          w
            .fault({ entry: "../x.js", message: "The name of an entry leads out of the archive." })
            .text("my file.txt", "x"),
        finds: [
          { file: "../x.js", severity: "error", message: "The name of an entry leads out of the archive." },
          { file: "my file.txt", severity: "warning", message: "The name holds a blank." },
        ],
      },
      "more text than anybody can read": {
        widget: (w) => w.text("data.js", " ".repeat(5_000_000)),
        finds: [
          {
            file: "data.js",
            message: "The file is too big to be looked into; no other rule says anything about it.",
          },
        ],
      },
      "a picture asked for in capital letters": {
        widget: (w) => w.script('    var logo = "/images/Logo.png";'),
        finds: [
          {
            file: "script.js",
            line: 3,
            column: 16,
            message: "The code asks for a file whose name differs in capital letters.",
            found: "images/Logo.png",
            expected: "images/logo.png",
          },
        ],
      },
    },
  },
};

function released(version: string, hash: string) {
  return { ...emptyConfig, released: { version, hash } };
}
