import { emptyConfig } from "../config/check-config";
import { unchanged, type CaseTable, type RuleCase } from "./rule-case";
import type { SampleWidget } from "./sample-widget";

const script = (...lines: readonly string[]): RuleCase => ({
  widget: (w) => w.script(lines.map((line) => `    ${line}`).join("\n")),
});
const style = (css: string): RuleCase => ({ widget: (w) => w.style(css) });
const located = (locations: readonly string[], code: string): RuleCase => ({
  widget: (w) => w.manifest("locations", locations).script(`    ${code}`),
});
const titled = (title: string) => (w: SampleWidget) =>
  w.manifest("advanced", { title: "advanced.title" }).i18n("en", "advanced.title", title);
const ofAcme = { config: { ...emptyConfig, code: "acme_notes" } };
const onAmocrm = { brand: "amocrm" } as const;

const wholeWindow = "This layer covers the whole window.";
const bar = "This bar lies along the bottom of the window.";
const leftMenu = "This changes the CRM's left menu.";
const wholeDrop = "The whole window takes what is dropped, the CRM's controls included.";
const triggers = "This adds to the window where the triggers of a pipeline are chosen.";
const movesSave = "This moves the Save button.";
const otherBlocks = "This changes the blocks of other widgets.";
const rating = "This changes the block with the rating and the reviews.";

export const behaviourCases: CaseTable = {
  KM801: {
    good: {
      "a page of the widget's own": located(
        ["advanced_settings"],
        '$("#work-area-acme_notes").append("<p></p>");',
      ),
    },
    near: {
      "parts that are only read": script(
        'var name = $(".inbox-title").text();',
        'var ground = $(".list-row").css("color");',
      ),
      "the parts of the listed locations": script(
        '$(".card-holder").append(tab);',
        '$(".widget_settings_block").append(fields);',
        '$(".linked-form__field").hide();',
      ),
      "the board, which has no code of its own": located(
        ["everywhere"],
        '$(".pipeline_leads__item").addClass("acme-late");',
      ),
      "own elements in a foreign part": script('$(".inbox-list .acme_notes__mark").remove();'),
      "the CRM's classes in own markup": script(
        "$box.html('<div class=\"list-row acme\"></div>');",
        '$(".list-row").addClass("acme_odd");',
      ),
      "the CRM's button in a window of one's own": script('$(".modal-body .button-input").text("Go");'),
    },
    bad: {
      "a part that no location opens": {
        ...script('$("#billing_block").append(offer);', '$(".inbox-list").prepend(mark);'),
        finds: [
          {
            severity: "warning",
            file: "script.js",
            line: 3,
            column: 5,
            message: "This changes the billing page, which no location opens.",
            found: '$("#billing_block").append(offer)',
            expected: "an area of your own",
          },
          { line: 4, message: "This changes the mailbox and the chats, which no location opens." },
        ],
      },
      "not even everywhere": {
        ...located(["everywhere"], 'document.querySelector(".n-avatar").style.color = "red";'),
        finds: [{ message: "This changes the user's picture in the menu, which no location opens." }],
      },
      "a part of a location that is not listed": {
        ...script('$("#list_table").css({ width: "50%" });', '$(".digital-pipeline__status").hide();'),
        finds: [
          {
            line: 3,
            message: "This changes the list, which no listed location opens.",
            expected: "one of the locations llist, clist, culist, tlist, advanced_settings, widget_page",
          },
          { line: 4, message: "This changes the automation of pipelines, which no listed location opens." },
        ],
      },
    },
  },
  KM802: {
    good: { "no layer at all": unchanged },
    near: {
      "a window that somebody opened": style(
        ".acme_notes-modal { position: fixed; inset: 0; z-index: 10000; }\n.acme_notes__overlay { position: fixed; top: 0; left: 0; width: 100vw; height: 100vh; }",
      ),
      "a layer of boxes": style(".acme_notes__boxes-layer { position: fixed; inset: 0; z-index: 999; }"),
      "a window without a name that can be closed": script(
        "function Box(onClose) { return html('<div style=\"position: fixed; inset: 0; z-index: 1000\"></div>', onClose); }",
      ),
      "a tooltip": style(".acme_notes__tooltip { position: absolute; z-index: 9999; }"),
      "a layer that waits for its hour": style(
        ".acme_notes__cover { position: fixed; inset: 0; display: none; }\n.acme_notes__cover.open { display: block; }",
      ),
      "a layer that lets clicks through": style(
        ".acme_notes__snow { position: fixed; inset: 0; pointer-events: none; }",
      ),
      "something small in a corner": style(
        ".acme_notes__phone { position: fixed; right: 20px; bottom: 20px; width: 300px; z-index: 900; }",
      ),
      "full width in the flow": style(".acme_notes__wide { position: relative; width: 100%; height: 100%; }"),
      "levels within a layer of one's own": style(
        ".acme_notes__phone { position: fixed; right: 0; bottom: 0; }\n.acme_notes__phone .acme_notes__keys { position: absolute; z-index: 3000; }",
      ),
      "a level without a position": style(".acme_notes__table { z-index: 2000; }"),
      "a library's list": style(".acme_notes .select2-results { position: absolute; z-index: 1051; }"),
      "a tag that says style and position in words": script(
        '$box.html("<p>position: fixed, style = none</p>");',
      ),
    },
    bad: {
      "a layer over everything": {
        ...style(".acme_notes__cover {\n  position: fixed;\n  inset: 0;\n}"),
        finds: [
          {
            severity: "warning",
            file: "style.css",
            line: 4,
            column: 1,
            message: wholeWindow,
            found: ".acme_notes__cover: fixed",
            expected: "a window of the CRM's (lib/components/base/modal) that the user opens and closes",
          },
        ],
      },
      "a level and a position in two rules": {
        ...style(".acme_notes__ad { position: absolute; }\n.acme_notes .acme_notes__ad { z-index: 5000; }"),
        finds: [
          {
            line: 5,
            message: "With z-index 5000 it lies over whatever the CRM shows.",
            found: ".acme_notes .acme_notes__ad: absolute, z-index 5000",
          },
        ],
      },
      "a button above all others": {
        ...style(".acme_notes__button { position: fixed; z-index: 99999 !important; }"),
        finds: [{ message: "With z-index 99999 it lies over whatever the CRM shows." }],
      },
      "one in markup, by jQuery and by the page's own means": {
        ...script(
          '$("body").append(\'<div class="acme_notes__veil" style="position: fixed; top: 0; bottom: 0; left: 0; width: 100%">\');',
          '$(".acme_notes__veil").css({ position: "fixed", top: 0, left: 0, width: "100vw", height: "100vh" });',
          'veil.style.cssText = "position:fixed;inset:0";',
          'veil.setAttribute("style", "z-index: 5000");',
          'Object.assign(veil.style, { position: "fixed", inset: "0", zIndex: 5 });',
        ),
        finds: [
          { file: "script.js", line: 3, message: wholeWindow, found: "acme_notes__veil: fixed" },
          { line: 4, column: 5, message: wholeWindow },
          { line: 5, message: wholeWindow, found: "an element without a name: fixed" },
          { line: 6, message: "With z-index 5000 it lies over whatever the CRM shows." },
          { line: 7, message: wholeWindow, found: "an element without a name: fixed, z-index 5" },
        ],
      },
      "one in a template": {
        widget: (w) => w.text("templates/a.twig", '<p>\n<div style="position:fixed;inset:0">'),
        finds: [{ file: "templates/a.twig", line: 2, column: 1, message: wholeWindow }],
      },
    },
  },
  KM803: {
    good: { "no bar": unchanged },
    near: {
      "a toast in a corner": style(
        ".acme_notes__hello { position: fixed; right: 0; bottom: 0; width: 300px; }",
      ),
      "a whole window, opened": style(".acme_notes-modal { position: fixed; inset: 0; }"),
      "the foot of a window": style(
        ".acme_notes-modal .acme_notes__foot { position: fixed; left: 0; right: 0; bottom: 0; }",
      ),
      "the foot of a block": style(
        ".acme_notes .acme_notes__foot { position: sticky; bottom: 0; width: 100%; }",
      ),
      "a bar that is placed in a block": style(
        ".acme_notes__bar { position: absolute; left: 0; right: 0; bottom: 0; }",
      ),
      "a bar at the top": style(".acme_notes__bar { position: fixed; inset: 0 0 auto; }"),
      "another brand": {
        ...style(".acme_notes__bar { position: fixed; left: 0; right: 0; bottom: 0; }"),
        options: onAmocrm,
      },
    },
    bad: {
      "a bar by its sides, by its width, and one that sticks": {
        ...style(
          ".acme_notes__a { position: fixed; left: 0; right: 0; bottom: 0; }\n.acme_notes__b { position: fixed; bottom: 0px; width: calc(100% - 65px); }\n.acme_notes__c { position: sticky; inset: auto 0 0; }",
        ),
        finds: [
          {
            severity: "warning",
            file: "style.css",
            line: 4,
            column: 1,
            message: bar,
            found: ".acme_notes__a",
            expected: "a block in an area of the widget's, or something small in a corner",
          },
          { line: 5, message: bar },
          { line: 6, message: bar },
        ],
      },
      "a bar in markup": {
        ...script("$('body').append('<div style=\"position:fixed;bottom:0;width:100%\"></div>');"),
        finds: [{ file: "script.js", line: 3, message: bar, found: null }],
      },
    },
  },
  KM804: {
    good: { "an item by the manifest": unchanged },
    near: {
      reading: script(
        'var count = $("#left_menu .nav__menu__item").length;',
        '$(".nav__menu").on("click", go);',
      ),
      "the CRM's own ways": script(
        "APP.widgets.notificationsPhone({ ns: 'acme' });",
        "self.setCountBadge(4);",
      ),
      "own elements": script('$("#left_menu .acme_notes__item").remove();'),
      "an own word that begins like one": script('$(".aside-acme_notes").hide();'),
    },
    bad: {
      "an item that is put in, moved and hidden": {
        ...script(
          '$(".nav__menu").append("<div></div>");',
          '$item.insertAfter("#nav_menu");',
          'document.getElementById("left_menu").style.display = "none";',
        ),
        finds: [
          {
            severity: "error",
            file: "script.js",
            line: 3,
            column: 5,
            message: leftMenu,
            found: '$(".nav__menu").append("<div></div>")',
            fix: "describe the item in left_menu of manifest.json.",
          },
          { line: 4, message: leftMenu },
          { line: 5, message: leftMenu },
        ],
      },
      "a rule of style": {
        ...style(".nav__menu__item { opacity: 0; }"),
        finds: [
          {
            file: "style.css",
            line: 4,
            message: "This rule restyles the CRM's left menu.",
            found: ".nav__menu__item",
          },
        ],
      },
    },
  },
  KM805: {
    good: { "no dropping": unchanged },
    near: {
      "an area in an own block": script(
        '$(".acme_notes").on("drop", take);',
        '$(".acme_notes ul").sortable({ handle: "b" });',
        'zone.addEventListener("dragover", show);',
        "new Sortable(list, { animation: 150 });",
      ),
      "an own area by way of the document": script('$(document).on("drop.acme", ".acme_notes__zone", take);'),
      "a drop that is none": script('$(document).on("dropdown:open", draw);'),
    },
    bad: {
      "the whole window": {
        ...script('document.addEventListener("drop", take);', '$("body").on("dragover drop", take);'),
        finds: [
          {
            severity: "warning",
            file: "script.js",
            line: 3,
            column: 5,
            message: wholeDrop,
            found: 'document.addEventListener("drop", take)',
            expected: "an area in a block of the widget's",
          },
          { line: 4, message: wholeDrop },
        ],
      },
      "the left menu": {
        ...script(
          '$("#left_menu").droppable({ drop: take });',
          '$(document).on("drop", ".nav__menu", take);',
        ),
        finds: [
          { line: 3, message: "Something can be dropped on the left menu." },
          { line: 4, message: "Something can be dropped on the left menu." },
        ],
      },
    },
  },
  KM806: {
    good: { "no pipeline at all": unchanged },
    near: {
      "the own form": script(
        '$(".digital-pipeline__short-task_widget-style_acme_notes").parent().find("[data-action=send_widget_hook]").append(form);',
        '$(".modal .digital-pipeline__edit-forms").append(form);',
        '$("#widget_settings__fields_wrapper").append(form);',
      ),
      "a window of one's own": script('new Modal({ init: function ($body) { $body.append("<p></p>"); } });'),
      "a window elsewhere": script('$(".modal-body").append(form);'),
      reading: script('var count = $(".modal .digital-pipeline__triggers").children().length;'),
    },
    bad: {
      "an advertisement in the list": {
        ...script('$(".modal .digital-pipeline__triggers").append("<p></p>");'),
        finds: [{ severity: "error", file: "script.js", line: 3, column: 5, message: triggers }],
      },
      "any window, while the tile is set up": {
        widget: (w) =>
          w.replace(
            "script.js",
            "settings: function () {",
            'dpSettings: function () {\n        $(".modal-body").prepend(offer);\n      },\n      settings: function () {',
          ),
        finds: [
          {
            line: 28,
            column: 9,
            message: triggers,
            fix: "draw into the form of your own tile, in dpSettings.",
          },
        ],
      },
    },
  },
  KM807: {
    good: { "a name of its own": { widget: titled("Acme calls: settings") } },
    near: {
      "no page at all": unchanged,
      "a word of the CRM's beside the brand": { widget: titled("Acme billing") },
      "an item elsewhere": {
        widget: (w) =>
          w
            .manifest("left_menu", { notes: { title: "menu.title", icons: {} } })
            .i18n("en", "menu.title", "Users"),
      },
    },
    bad: {
      "a page of the CRM's": {
        widget: titled(" billing"),
        finds: [
          {
            severity: "error",
            file: "i18n/en.json",
            line: 16,
            column: 14,
            message: "The CRM has a page of this name itself.",
            found: " billing",
            expected: "a name that says whose page it is",
          },
        ],
      },
      "an item of the settings, without its accents": {
        widget: (w) =>
          w
            .manifest("left_menu", { settings: { submenu: { notes: { title: "menu.title" } } } })
            .i18n("en", "menu.title", "FACTURACION"),
        finds: [{ file: "i18n/en.json", message: "The CRM has a page of this name itself." }],
      },
    },
  },
  KM808: {
    good: { "Save where it is": unchanged },
    near: {
      "fields above it": script('$(".widget_settings_block__controls").before(fields);'),
      "a button that is not needed": script(
        '$(".js-widget-save").hide();',
        '$(".js-widget-save").css("display", "none");',
      ),
      "its states": script('$(".js-widget-save").trigger("button:save:error").addClass("acme");'),
      "the fields, whose names begin alike": script('$(".widget_settings_block__controls__").after(hint);'),
      "other colours": style("#save_acme_notes { color: red; }"),
    },
    bad: {
      "another place": {
        ...script(
          '$(".js-widget-save").prependTo($window);',
          '$window.prepend($(".js-widget-save"));',
          '$("#save_" + self.code).css({ position: "absolute", top: 0 });',
          '$(".modal.acme_notes .widget_settings_block__controls").after(offer);',
        ),
        finds: [
          {
            severity: "warning",
            file: "script.js",
            line: 3,
            column: 5,
            message: movesSave,
            expected: "fields above it, and nothing below",
          },
          { line: 4, message: movesSave },
          { line: 5, message: movesSave },
          { line: 6, message: "This puts something below the Save button." },
        ],
      },
      "a rule of style": {
        ...style(".acme_notes .js-widget-save { position: fixed; top: 0; }"),
        finds: [{ file: "style.css", line: 4, message: "This rule moves the Save button." }],
      },
    },
  },
  KM809: {
    good: { "the block as it is": { ...unchanged, options: onAmocrm } },
    near: {
      "a rating of one's own": {
        ...script('$(".acme_notes__rating").hide();', 'var text = $(".widget-settings__rating").text();'),
        options: onAmocrm,
      },
      "another brand": style(".widget-settings__additional-block { display: none; }"),
    },
    bad: {
      "a block that is hidden by a rule": {
        ...style(".widget-settings__additional-block { display: none; }"),
        options: onAmocrm,
        finds: [
          {
            severity: "error",
            file: "style.css",
            line: 4,
            column: 1,
            message: "This rule restyles the block with the rating and the reviews.",
          },
        ],
      },
      "one that a script takes away, in the widget's own window too": {
        ...script(
          '$(".modal.acme_notes .widget-settings__additional-block").remove();',
          '$(".widget-settings__reviews").html("<p></p>");',
        ),
        options: onAmocrm,
        finds: [
          { file: "script.js", line: 3, column: 5, message: rating },
          { line: 4, message: rating },
        ],
      },
    },
  },
  KM810: {
    good: {
      "the own block": {
        ...script('$(".card-widgets__widget-acme_notes").addClass("wide");'),
        options: ofAcme,
      },
    },
    near: {
      "counting the blocks": script('var count = $(".card-widgets__widget").length;'),
      "a code that the page knows": script(
        '$(".card-widgets__widget-" + self.get_settings().widget_code).hide();',
        "$('[data-code=\"' + code + '\"]').hide();",
      ),
      "a code where none is known": script('$(".card-widgets__widget-acme_tasks").hide();'),
      "the looks of the blocks, which is KM502's affair": style(
        ".card-widgets__widget__body { padding: 0; }",
      ),
      "asking for another widget": {
        ...script('$.get("/api/v4/widgets/other");', '$.post("/api/v4/widgets/acme_notes");'),
        options: ofAcme,
      },
    },
    bad: {
      "all but one": {
        ...script('$(".card-widgets__widget").not(own).hide();'),
        finds: [
          {
            severity: "error",
            file: "script.js",
            line: 3,
            column: 5,
            message: otherBlocks,
            fix: "name your own block: .card-widgets__widget-<code>.",
          },
        ],
      },
      "another one by its code": {
        ...script('$(".card-widgets__widget-other").hide();', "$('[data-code=\"other\"]').remove();"),
        options: ofAcme,
        finds: [
          { line: 3, message: otherBlocks },
          { line: 4, message: otherBlocks },
        ],
      },
      "the pictures of all": {
        ...style(".card-widgets__widget__caption__logo { display: none; }"),
        finds: [{ file: "style.css", line: 4, message: "This rule hides the blocks of other widgets." }],
      },
      "another one by its address": {
        ...script(
          '$.post("/api/v4/widgets/other", {});',
          '$.ajax({ url: "/api/v4/widgets/other", method: "DELETE" });',
        ),
        options: ofAcme,
        finds: [
          { line: 3, message: "This installs, sets up or removes the widget other." },
          { line: 4, message: "This installs, sets up or removes the widget other." },
        ],
      },
    },
  },
};
