import { emptyConfig } from "../config/check-config";
import { unchanged, type CaseTable, type RuleCase } from "./rule-case";

const style = (css: string): RuleCase => ({ widget: (w) => w.style(css) });
const named = (css: string): RuleCase => ({
  widget: (w) => w.style(css),
  options: { config: { ...emptyConfig, code: "acme_notes", prefixes: ["acme"] } },
});
const script = (body: string): RuleCase => ({ widget: (w) => w.script(body) });

export const cssCases: CaseTable = {
  KM501: {
    good: { "rules under the widget's root": unchanged },
    near: {
      "the source that a bundler keeps beside the sheet": script(
        '    push({ sources: ["a.scss"], sourcesContent: ["\\n.acme_notes {\\n  margin: 0;\\n}\\nsvg {\\n  margin: 0;\\n}\\n"] });',
      ),
      "an element under the root": style(".acme_notes input { margin: 0; }"),
      "variables on :root": style(":root { --acme-space: 8px; }"),
      "variables of the dark theme": style(':root[data-color-scheme="dark"] { --acme-space: 9px; }'),
      "the dark theme before the root": style('html[data-color-scheme="dark"] .acme_notes p { margin: 0; }'),
      "steps of an animation": style("@keyframes acme-in { from { opacity: 0; } 50% { opacity: 1; } }"),
      "a font": style("@font-face { font-family: acme-sans; src: url(a.woff2); }"),
      "rules in conditions": style("@media (width > 40em) { .acme_notes p { margin: 0; } }"),
      "nested rules": style(".acme_notes { p { margin: 0; } & > b { margin: 0; } }"),
      "a list of alternatives that are all own": style(":is(.acme_notes, .acme-list) p { margin: 0; }"),
      "an attribute with the widget's code": named('[data-code="acme_notes"] p { margin: 0; }'),
      "what Vue made its own": style("svg[data-v-107eb97c] { margin: 0; }"),
      "a page of its own": {
        widget: (w) => w.text("login.html", "<!doctype html><html><style>body { margin: 0; }</style></html>"),
      },
      "a text that only looks like a rule": script('var text = "for: { name: value }";'),
    },
    bad: {
      "an element": {
        ...style("button {\n  margin: 0;\n}"),
        finds: [
          {
            severity: "error",
            file: "style.css",
            line: 4,
            column: 1,
            message: "This selector matches elements of the whole page.",
            found: "button",
          },
        ],
      },
      "one of several selectors": {
        ...style(".acme_notes p, b { margin: 0; }"),
        finds: [
          { line: 4, column: 16, message: "This selector matches elements of the whole page.", found: "b" },
        ],
      },
      "everything, and attributes": {
        ...style("* { margin: 0; }\n[data-i18n] { color: red; }"),
        finds: [
          { line: 4, message: "This selector matches elements of the whole page.", found: "*" },
          { line: 5, message: "This selector matches elements of the whole page.", found: "[data-i18n]" },
        ],
      },
      "the page in one of its states": {
        ...style("body.menu-open { margin: 0; }"),
        finds: [{ message: "This selector matches elements of the whole page.", found: "body.menu-open" }],
      },
      ":root with more than variables": {
        ...style(":root { --acme-space: 8px; color: red; }"),
        finds: [{ message: "This selector matches elements of the whole page.", found: ":root" }],
      },
      "all but one class": {
        ...style(":not(.acme_notes) { margin: 0; }"),
        finds: [{ message: "This selector matches elements of the whole page.", found: ":not(.acme_notes)" }],
      },
      "a style element of a template": {
        widget: (w) => w.text("templates/a.twig", "<p>\n<style>\n  h2 { margin: 0; }\n</style>"),
        finds: [
          {
            file: "templates/a.twig",
            line: 3,
            column: 3,
            message: "This selector matches elements of the whole page.",
            found: "h2",
          },
        ],
      },
      "a style element that a script writes": {
        ...script("$('head').append('<style>h2 { margin: 0; }</style>');"),
        finds: [
          {
            file: "script.js",
            line: 3,
            column: 26,
            message: "This selector matches elements of the whole page.",
            found: "h2",
          },
        ],
      },
      "a library's sheet": {
        widget: (w) => w.text("css/bootstrap.min.css", "h1 { margin: 0; }"),
        finds: [
          {
            severity: "error",
            message: "This selector matches elements of the whole page. (in the library bootstrap.min.css)",
          },
        ],
      },
    },
  },
  KM502: {
    good: { "no class of the CRM": unchanged },
    near: {
      "a class of the CRM under the root": style(".acme_notes .control-select { margin: 0; }"),
      "the widget's own block, as the documentation has it": style(
        ".card-widgets__widget-acme_notes .card-widgets__widget__body { padding: 0; }",
      ),
      "the widget's own page": style("#work-area-acme_notes .button-input { margin: 0; }"),
      "the widget's elements by how their ids begin": style(
        'div[id^="getfile"] .card-widgets__widget__body { padding: 0; }\ndiv[id^="getfile"] .wrapper { padding: 0; }',
      ),
      "the widget's own window": named(".modal.acme_notes .modal-body { margin: 0; }"),
      "a block known by a part of its code": style(
        'div[class*="card-widgets__widget-acme"] .js-widget-caption-block { margin: 0; }',
      ),
      "a class of the CRM under a name without the sign, of which KM503 tells": named(
        ".custom-frame .modal-body { margin: 0; }",
      ),
      "own names that begin like the CRM's": named(
        ".modal-acme_notes, .icon-acme, .filter_acme { margin: 0; }",
      ),
    },
    bad: {
      "a class of the CRM": {
        ...style(".control-select { margin: 0; }"),
        finds: [
          {
            severity: "error",
            file: "style.css",
            line: 4,
            column: 1,
            message: "This rule styles the CRM's own elements outside the widget too.",
            found: ".control-select",
          },
        ],
      },
      "all widgets' blocks": {
        ...style(".card-widgets__widget__body { padding: 0; }"),
        finds: [{ message: "This rule styles the CRM's own elements outside the widget too." }],
      },
      "a class of the CRM under what begins like one of the CRM's": {
        ...style('[class*="modal-"] .control-select { margin: 0; }'),
        finds: [{ message: "This rule styles the CRM's own elements outside the widget too." }],
      },
      "a class of the CRM under a name of anybody": {
        ...style(".row .modal-body { padding: 0; }"),
        finds: [
          {
            message: "This rule styles the CRM's own elements outside the widget too.",
            found: ".row .modal-body",
          },
        ],
      },
    },
  },
  KM503: {
    good: { "names with the widget's code": unchanged },
    near: {
      "several prefixes of its own": style(
        ".km-form p { margin: 0; }\n#js-km-list p { margin: 0; }\n.km-table { margin: 0; }",
      ),
      "a name of anybody under the root": style(".acme_notes .row { margin: 0; }"),
      "a class of a CSS module": style(".row_x7Gh2 { margin: 0; }"),
      "an animation with the prefix": named("@keyframes acme-spin { to { opacity: 1; } }"),
      "the page's state before the root": style("body.dark .acme_notes p { margin: 0; }"),
    },
    bad: {
      "a name of anybody": {
        ...style(".row {\n  margin: 0;\n}\n.row b { margin: 0; }"),
        finds: [
          {
            severity: "warning",
            file: "style.css",
            line: 4,
            column: 1,
            message:
              "2 selectors do not begin at the widget's root, but at row, a name that anybody may use.",
            found: ".row",
          },
        ],
      },
      "a name without the prefix that the project declares": {
        ...named(".notes-list { margin: 0; }"),
        finds: [
          {
            message:
              "This selector does not begin at the widget's root, but at notes-list, a name without the widget's sign.",
            expected: "a name that carries acme-notes or acme",
          },
        ],
      },
      "classes of a library": {
        ...style(".select2-container { margin: 0; }\n.select2-search { margin: 0; }"),
        finds: [{ message: "2 selectors do not begin at the widget's root, but at classes of select2." }],
      },
      "an animation and a font": {
        ...named(
          "@keyframes spin { to { opacity: 1; } }\n@font-face { font-family: 'Open Sans'; src: url(a.woff2); }",
        ),
        finds: [
          {
            line: 4,
            message: 'The animation "spin" does not carry the widget\'s prefix.',
            expected: "acme-notes-spin",
          },
          {
            line: 5,
            message: 'The font "Open Sans" does not carry the widget\'s prefix.',
            expected: "acme-notes-open-sans",
          },
        ],
      },
    },
  },
  KM504: {
    good: { "the value of the input": script('var isOn = $(".acme input").prop("checked");') },
    near: {
      "own classes of such names": style(".acme_notes .acme-switcher__on { margin: 0; }"),
      "the control itself": style(".acme_notes .switcher_wrapper { margin: 0; }"),
    },
    bad: {
      "a question about the class": {
        ...script('    var isOn = $(".acme").hasClass("switcher__on");'),
        finds: [
          {
            severity: "error",
            file: "script.js",
            line: 3,
            column: 36,
            message: "This relies on a state class of the CRM's switcher.",
            found: "switcher__on",
          },
        ],
      },
      "a style of the class": {
        ...style(".acme_notes .switcher_off { margin: 0; }"),
        finds: [
          { file: "style.css", line: 4, message: "This relies on a state class of the CRM's switcher." },
        ],
      },
      "markup with the class": {
        widget: (w) => w.text("templates/a.twig", '<label class="switcher switcher__off">'),
        finds: [
          {
            file: "templates/a.twig",
            line: 1,
            column: 24,
            message: "This relies on a state class of the CRM's switcher.",
          },
        ],
      },
    },
  },
  KM505: {
    good: { "a link with version, once": unchanged },
    near: {
      "a link in the markup of the block": {
        widget: (w) =>
          w.replace(
            "script.js",
            'render: \'<div class="acme_notes">',
            'render: \'<link rel="stylesheet" href="{{ path }}/style.css?v={{ version }}"><div class="acme_notes">',
          ),
      },
      "a link that an element makes": script(
        'if (!document.querySelector("#acme-style")) { var sheet = document.createElement("link"); sheet.href = self.get_settings().path + "/style.css?v=" + self.get_settings().version; document.head.appendChild(sheet); }',
      ),
      "the version behind the name of the file": script(
        'function add(path) { if (seen) return; $("head").append(\'<link rel="stylesheet" href="/widget/style.css\' + path + \'">\'); }',
      ),
      "another library's link": script("$('head').append('<link rel=\"icon\" href=\"/favicon.ico\">');"),
    },
    bad: {
      "a link without version": {
        ...script(
          "    if (!window.seen) $('head').append('<link rel=\"stylesheet\" href=\"' + path + '/style.css\">');",
        ),
        finds: [
          {
            severity: "warning",
            file: "script.js",
            line: 3,
            column: 40,
            message: "style.css is attached without the widget's version.",
            found: "…/style.css",
          },
        ],
      },
      "a link at each visit": {
        widget: (w) => w.replace("script.js", "if ($('link[href=\"' + path + '\"]').length === 0) {", "{"),
        finds: [{ message: "style.css is attached again at each visit." }],
      },
      "a link whose test is commented out": {
        widget: (w) =>
          w.replace(
            "script.js",
            "if ($('link[href=\"' + path + '\"]').length === 0) {",
            "/* $('link[href=\"' + path + '\"]').length === 0 */ {",
          ),
        finds: [{ message: "style.css is attached again at each visit." }],
      },
      "a sheet of another name without version": {
        ...script(
          "    if (!window.seen) $('head').append('<link rel=\"stylesheet\" href=\"' + path + '/main.css\">');",
        ),
        finds: [{ message: "main.css is attached without the widget's version." }],
      },
      "a sheet that imports another": {
        widget: (w) => w.style('@import "more.css";').text("more.css", ".acme_notes b { margin: 0; }"),
        finds: [
          {
            file: "style.css",
            line: 4,
            message: "A sheet that another one imports comes without a version.",
          },
        ],
      },
    },
  },
  KM506: {
    good: { "files of its own": style(".acme_notes { background: url(img/a.svg); }") },
    near: {
      "data in the sheet": style(
        ".acme_notes { background: url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>\"); }",
      ),
      "a part of the same page": style(".acme_notes { fill: url(#ground); }"),
      "a link of the widget's own path": unchanged,
    },
    bad: {
      "an imported sheet": {
        ...style('@import "//styles.acme.com/a.css";'),
        finds: [
          {
            severity: "error",
            file: "style.css",
            line: 4,
            message: "This style sheet comes from styles.acme.com.",
            found: "//styles.acme.com/a.css",
          },
        ],
      },
      "a sheet from a source that moderators look at": {
        ...script(
          "$('head').append('<link rel=\"stylesheet\" href=\"https://cdnjs.cloudflare.com/a.css\">');",
        ),
        finds: [
          {
            severity: "warning",
            file: "script.js",
            message:
              "This style sheet comes from cdnjs.cloudflare.com: a moderator will look at what it holds.",
          },
        ],
      },
      "the same for amoCRM": {
        widget: (w) =>
          w.script(
            'var sheet = document.createElement("link"); sheet.href = "https://cdnjs.cloudflare.com/a.css";',
          ),
        options: { brand: "amocrm" },
        finds: [{ severity: "error", message: "This style sheet comes from cdnjs.cloudflare.com." }],
      },
      "a picture and a template's link": {
        widget: (w) =>
          w
            .style(".acme_notes { background: url(https://acme.com/y.png); }")
            .text("templates/a.twig", '<link rel="stylesheet" href="https://acme.com/a.css">'),
        finds: [
          { file: "style.css", message: "This file comes from acme.com." },
          { file: "templates/a.twig", message: "This style sheet comes from acme.com." },
        ],
      },
    },
  },
  KM507: {
    good: { "a comment that explains": style("/* our brand colour */") },
    near: {
      "prose with a colon": style("/* Note: see the guide */\n/* color: the one of the brand */"),
      "a licence": style("/*! normalize: display: block; MIT */"),
      "an address in a value": style(".acme_notes { background: url(\n//static/a.png); }"),
      "a library's sheet": { widget: (w) => w.text("css/normalize.css", "h1 { color: red }") },
    },
    bad: {
      "a declaration": {
        ...style("/* width: 505px; */"),
        finds: [
          {
            severity: "warning",
            file: "style.css",
            line: 4,
            column: 1,
            message: "This comment holds disabled code.",
            found: "/* width: 505px; */",
          },
        ],
      },
      "a rule": {
        ...style("/*\n.acme_notes b {\n  color: red;\n}\n*/"),
        finds: [{ line: 4, message: "This comment holds disabled code." }],
      },
      "two slashes": {
        ...style(".acme_notes {\n  // color: red;\n  margin: 0;\n}"),
        finds: [
          { line: 5, column: 3, message: "Two slashes begin no comment in CSS.", found: "// color: red;" },
        ],
      },
    },
  },
  KM508: {
    good: { "variables with the prefix": named(":root { --acme-text: var(--palette-text-primary); }") },
    near: {
      "the palette's use": style(".acme_notes { color: var(--palette-text-primary, #000); }"),
      "variables of the widget's root": named(".acme_notes { --white: #fff; }"),
    },
    bad: {
      "the palette set anew": {
        ...named(".acme_notes {\n  --palette-text-primary: #000;\n}"),
        finds: [
          {
            severity: "error",
            file: "style.css",
            line: 5,
            column: 3,
            message: "--palette-text-primary belongs to the CRM.",
          },
        ],
      },
      "a name of anybody on the page's root": {
        ...style(":root { --white: #fff; }"),
        finds: [
          {
            severity: "warning",
            message: "--white is set for the whole page under a name without the widget's sign.",
          },
        ],
      },
      "several of them in one rule": {
        ...style(":root { --bg: #000; --card: #fff; --text: #222; }"),
        finds: [
          {
            line: 4,
            message: "3 variables are set for the whole page under names without the widget's sign.",
            found: "--bg, --card, --text",
          },
        ],
      },
    },
  },
  KM509: {
    good: { "colours of the palette": style(".acme_notes { color: var(--palette-text-primary); }") },
    near: {
      "text and ground in one rule": style(".acme_notes b { color: #000; background: #ffe000; }"),
      "text on a ground that a rule around it paints": style(
        ".acme_notes { background: #fff; color: #222; }\n.acme_notes b { color: #000; }",
      ),
      "a twin for the dark theme": style(
        '.acme_notes b { color: #000; }\n:root[data-color-scheme="dark"] .acme_notes b { color: #fff; }',
      ),
      "a variable with a twin": style(
        ':root { --acme-ink: #000; }\n:root[data-color-scheme="dark"] { --acme-ink: #fff; }\n.acme_notes b { color: var(--acme-ink); }',
      ),
      "a colour that both themes can show": style(".acme_notes b { color: #937ae9; }"),
      "nothing of its own": style(".acme_notes b { color: inherit; background: transparent; }"),
      "a shadow": style(".acme_notes b { box-shadow: 0 0 2px #000; }"),
      "a veil": style(".acme_notes b { background: rgba(255, 255, 255, 0.2); }"),
      amoCRM: {
        widget: (w) => w.style(".acme_notes b { color: #000; }"),
        options: { brand: "amocrm" },
      },
    },
    bad: {
      "text without a ground": {
        ...style(".acme_notes b {\n  color: #000;\n}"),
        finds: [
          {
            severity: "warning",
            file: "style.css",
            line: 4,
            column: 1,
            message: "This text keeps its colour in the dark theme, while what is behind it changes.",
            found: "color:#000",
          },
        ],
      },
      "a ground without text, by a variable": {
        ...style(".acme_notes { --acme-ground: #fff; }\n.acme_notes b { background: var(--acme-ground); }"),
        finds: [
          {
            line: 5,
            message: "This ground keeps its colour in the dark theme, while what is on it changes.",
          },
        ],
      },
      "a border": {
        ...style(".acme_notes b { border: 1px solid #eee; }"),
        finds: [{ severity: "note", message: "This border keeps its colour in the dark theme." }],
      },
      "a variable of another kind": {
        ...style(".acme_notes b { background: var(--palette-text-primary); }"),
        finds: [
          {
            message: "A variable for texts is used for background.",
            expected: "a variable --palette-background-…",
          },
        ],
      },
    },
  },
};
