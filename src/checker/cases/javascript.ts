import { unchanged, type CaseTable, type RuleCase } from "./rule-case";

const script = (body: string): RuleCase => ({ widget: (w) => w.script(body) });
const entry = (source: string): RuleCase => ({ widget: (w) => w.text("script.js", source) });
const calls = (body: string) =>
  entry(`define(["jquery"], function ($) {
  return function () {
    this.callbacks = {
${body}
    };
  };
});
`);
const allCalls = `render: function () { return true; }, init: function () { return true; },
bind_actions: function () { return true; }, onSave: function () { return true; },
settings: function () {}, destroy: function () {},`;

export const javascriptCases: CaseTable = {
  KM601: {
    good: { "a nameless module": unchanged },
    near: {
      "a module without dependencies": entry("define(function () { return function () {}; });"),
      "a thin entry": entry('define(["./app.js"], function (App) { return App; });'),
      "strict mode": entry('"use strict";\ndefine([], () => class Widget {});'),
      "a module that exports": entry("define(function (require, exports, module) { module.exports = W; });"),
      "a library that looks for a loader": entry(
        "(function (f) { typeof define === 'function' && define.amd ? define([], f) : (window.w = f()); })(function () { return W; });",
      ),
      "a module inside the module": entry(
        "define([], function () { (function () { define('inner', [], function () { return 1; }); })(); return W; });",
      ),
      "a part of a server, which the page does not load": {
        widget: (w) =>
          w
            .text("api/leads.js", "export default () => fetch(process.env.ACME_URL);\n")
            .text("api/tokens.js", 'import fs from "fs";\nexport const read = () => fs.readFileSync("a");\n'),
      },
      "an ES module beside a broken one, in a library": {
        widget: (w) => w.text("lib/vue.min.js", "export default 1;"),
      },
    },
    bad: {
      "a script that cannot be parsed": {
        ...entry('define([], function () {\n  var a = "b;\n});'),
        finds: [
          {
            severity: "error",
            file: "script.js",
            line: 2,
            column: 11,
            message: "This script cannot be parsed: Unterminated string constant.",
          },
        ],
      },
      "an ES module": {
        ...entry('import $ from "jquery";\nexport default class Widget {}'),
        finds: [
          {
            line: 1,
            message: "This script is an ES module, which RequireJS cannot load.",
            fix: "build it into one AMD module.",
          },
        ],
      },
      "CommonJS, and a misprint": {
        widget: (w) => w.text("script.js", "ldefine([], function () { return W; });"),
        finds: [{ line: 1, message: "script.js defines no module.", found: "ldefine" }],
      },
      "two modules, one with a name": {
        ...entry("define('acme', [], function () { return W; });\ndefine([], function () { return W; });"),
        finds: [
          { line: 1, message: "The module has a name: the CRM asks for it by its address." },
          { line: 2, message: "script.js defines more than one module." },
        ],
      },
      "an object instead of a constructor": {
        ...entry("define([], function () {\n  return { render: f };\n});"),
        finds: [
          { line: 2, message: "The module returns a value, where the CRM expects the widget's constructor." },
        ],
      },
      nothing: {
        ...entry("define([], function () { start(); });"),
        finds: [{ message: "The module returns nothing, where the CRM expects the widget's constructor." }],
      },
      "a value": {
        ...entry('define({ name: "acme" });'),
        finds: [{ message: "The module is a value, not a function that gives the widget." }],
      },
    },
  },
  KM602: {
    good: { "all six": unchanged },
    near: {
      "a render that returns false on a new card": calls(
        `${allCalls.replace("return true", "if (isNew()) return false; return true")}`,
      ),
      "an asynchronous onSave": calls(
        allCalls.replace("onSave: function () { return true; }", "onSave: async () => { await save(); }"),
      ),
      "callbacks that functions give": entry(
        "define([], function () { return function () { this.callbacks = make(); }; });",
      ),
      "callbacks merged from elsewhere": calls(`render() { return true; }, ...others`),
      "another object with callbacks": script(
        'chart({ callbacks: { label: function () { return "a"; } } });',
      ),
    },
    bad: {
      "one that is missing, and one that returns nothing": {
        ...calls(
          allCalls
            .replace("bind_actions: function () { return true; },", "")
            .replace("{ return true; }", "{ draw(); }"),
        ),
        finds: [
          {
            severity: "error",
            line: 4,
            message: "The callback bind_actions is missing: the CRM calls it on every page.",
          },
          {
            severity: "warning",
            file: "script.js",
            line: 4,
            message: "The callback render returns nothing.",
            fix: "return true at its end.",
          },
        ],
      },
      "none for saving, none for the end": {
        ...calls(
          allCalls
            .replace("onSave: function () { return true; },", "")
            .replace("destroy: function () {},", ""),
        ),
        finds: [
          { severity: "error", message: "The callback onSave is missing: the settings cannot be saved." },
          {
            severity: "warning",
            message: "The callback destroy is missing: nothing is put away when the widget is disabled.",
          },
        ],
      },
      "a page in Settings that nothing draws": {
        widget: (w) => w.manifest("locations", ["settings", "advanced_settings"]),
        finds: [
          {
            severity: "error",
            message: "The callback advancedSettings is missing: the location advanced_settings calls it.",
          },
        ],
      },
      "a tab in the card without any of its callbacks": {
        widget: (w) => w.manifest("locations", ["settings", "lcard-1", "card_sdk"]),
        finds: [
          {
            severity: "error",
            message:
              "The callbacks loadPreloadedData, loadElements, linkCard and searchDataInCard are missing: the location card_sdk calls them.",
          },
        ],
      },
    },
  },
  KM603: {
    good: { "a window of the CRM": script('new Confirm({ text: "?", accept: remove });') },
    near: {
      "a module that is called confirm": entry(
        'define(["lib/components/base/confirm"], function (confirm) { confirm("?"); return W; });',
      ),
      "a method of one's own": script('self.confirm("?"); dialog.alert("!");'),
      "a function of one's own": script("function alert(text) { show(text); } alert(1);"),
      "the word": script('var state = "alert";'),
    },
    bad: {
      "each of them": {
        ...script(
          '    alert(1);\n    if (window.confirm("?")) self["prom" + "pt"];\n    top["prompt"]("!");',
        ),
        finds: [
          {
            severity: "error",
            file: "script.js",
            line: 3,
            column: 5,
            message: "alert() stops the whole CRM.",
            found: "alert(1)",
          },
          {
            line: 4,
            message: "confirm() stops the whole CRM.",
            expected: "lib/components/base/confirm, or a modal of the CRM",
          },
          { line: 5, message: "prompt() stops the whole CRM." },
        ],
      },
      "under another name, and handed over": {
        ...script("    const { alert: say } = window;\n    say(1);\n    load().fail(alert);"),
        finds: [
          { line: 4, message: "alert() stops the whole CRM.", found: "say(1)" },
          { line: 5, message: "alert() stops the whole CRM." },
        ],
      },
    },
  },
  KM604: {
    good: { "a script without it": unchanged },
    near: { "the word in a text": { widget: (w) => w.script('var text = "debugger;";') } },
    bad: {
      "a debugger statement": {
        widget: (w) => w.script("    debugger;"),
        finds: [
          {
            file: "script.js",
            line: 3,
            column: 5,
            message: "A debugger statement stops the page for whoever has the developer tools open.",
          },
        ],
      },
    },
  },
  KM605: {
    good: { "console.debug": script('console.debug("synchronised");') },
    near: {
      "an object of one's own": script("var console = makeLog(); console.log(1);"),
      "a parameter": script("function write(console) { console.log(1); }"),
      "a private widget": { ...script("console.log(1);"), options: { profile: "private" } },
    },
    bad: {
      "log, and error": {
        ...script("    console.log(data);\n    load().catch(console.error);"),
        finds: [
          {
            severity: "error",
            file: "script.js",
            line: 3,
            column: 5,
            message: "console.log is left in the code.",
            found: "console.log(data)",
          },
          { severity: "warning", line: 4, column: 18, message: "console.error is left in the code." },
        ],
      },
      "under other names": {
        ...script(
          '    const { table } = console; table(rows);\n    var w = window.console; w["in" + "fo"](1);',
        ),
        finds: [
          { line: 3, message: "console.table is left in the code." },
          { line: 4, message: "console.info is left in the code." },
        ],
      },
      "bound for later": {
        ...script('    var show = console.log.bind(console, "acme");'),
        finds: [
          {
            severity: "error",
            line: 3,
            column: 16,
            message: "console.log is left in the code.",
            found: 'console.log.bind(console, "acme")',
          },
        ],
      },
      "a library": {
        widget: (w) => w.text("lib/vue.min.js", "console.log(1);\nconsole.log(2);"),
        finds: [
          { severity: "note", message: "console.log is left in the code. (in the library vue.min.js)" },
        ],
      },
    },
  },
  KM606: {
    good: { "in a handler of failures": script("save().catch(function (e) { console.trace(e); });") },
    near: {
      "in a catch block": script("try { save(); } catch (e) { console.trace(e); }"),
      "in jQuery's fail": script("$.get(url).fail(function () { console.trace(); });"),
      "in the second function of then": script("save().then(go, (e) => console.trace(e));"),
      "in a named handler": script("function report(e) { console.trace(e); } save().catch(report);"),
    },
    bad: {
      "anywhere else": {
        ...script("    save().then((e) => console.trace(e));"),
        finds: [
          {
            severity: "error",
            file: "script.js",
            line: 3,
            column: 24,
            message: "console.trace stands outside a catch block and outside a handler of failures.",
          },
        ],
      },
    },
  },
  KM607: {
    good: { "what happened": script('console.debug("synchronised", count);') },
    near: { "a wrapper with one call": script("function log(text) { console.debug(text); }") },
    bad: {
      "the settings, a token, and a whole answer": {
        ...script(
          "    console.debug(self.get_settings());\n    console.debug('token', user.token);\n    load().then((res) => console.debug(res));",
        ),
        finds: [
          {
            severity: "warning",
            file: "script.js",
            line: 3,
            column: 5,
            message: "The console gets data that are nobody's business.",
          },
          { line: 4, message: "The console gets data that are nobody's business." },
          { line: 5, message: "The console gets data that are nobody's business." },
        ],
      },
      "eleven calls in a short script": {
        ...script(Array.from({ length: 11 }, (_, index) => `console.debug(${index});`).join("\n")),
        finds: [{ line: 3, message: "console.debug is called in 11 places." }],
      },
    },
  },
  KM608: {
    good: { JSON: script("var data = JSON.parse(text);") },
    near: {
      "a method of that name": script("calculator.eval(text);"),
      "a test for it": script('var has = typeof eval === "function";'),
      "a timer with a function": script("setTimeout(function () { go(); }, 9); setTimeout(go, 9);"),
      "a function of one's own": script("function setTimeout(text) { show(text); } setTimeout('a');"),
      "the name of a protocol, to look out for": script(
        'var bad = { "javascript:": true }; if (url.protocol === "javascript:") stop();',
      ),
    },
    bad: {
      "all ways": {
        ...script(
          '    eval(text);\n    (0, window.eval)(text);\n    new Function("a", body);\n    setTimeout("go()", 9);',
        ),
        finds: [
          {
            severity: "error",
            file: "script.js",
            line: 3,
            column: 5,
            message: "eval() turns a text into code.",
            found: "eval(text)",
          },
          { line: 4, message: "eval() turns a text into code." },
          { line: 5, message: "Function() turns a text into code." },
          { line: 6, message: "setTimeout() gets a text, which it turns into code." },
        ],
      },
      "a bundler's way to the window": {
        ...script('    var g = Function("return this")();'),
        finds: [
          { severity: "warning", line: 3, message: "A bundler asks for the window by code from a text." },
        ],
      },
      "addresses made of code": {
        widget: (w) =>
          w
            .script("    $('<a href=\"javascript:go()\">');")
            .text("templates/a.twig", '<a href="javascript:void(0)">'),
        finds: [
          {
            severity: "error",
            file: "script.js",
            line: 3,
            message: "An address runs code.",
            found: "javascript:go()",
          },
          {
            severity: "note",
            file: "templates/a.twig",
            line: 1,
            message: "An address made of code, which does nothing, stands for a button.",
          },
        ],
      },
    },
  },
  KM609: {
    good: { "declared variables": script("var i; for (i = 0; i < 9; i++) {}") },
    near: {
      "what the page has": script(
        "APP.isCard(); _.each([], f); Backbone.View; requirejs.config; function f() {}",
      ),
      "what browsers have": script(
        "new ResizeObserver(cancelAnimationFrame); location = '/'; onresize = null;",
      ),
      "names that are asked for": script("if (typeof ymaps !== 'undefined') ymaps.ready();"),
      "names that are announced": script("/* global ymaps, VK:writable */\nymaps.ready(); VK = 1;"),
      "names of another script": {
        widget: (w) => w.script("helper();").text("lib/helper.js", "function helper() {}"),
      },
      "members of the window, which another rule looks at": script("window.acme = 1; acme.go();"),
      "a build step that was left behind": {
        widget: (w) => w.text("gulpfile.js", "const gulp = require('gulp');\nexports.build = gulp;"),
      },
      "build steps that export nothing": {
        widget: (w) =>
          w
            .text("gulpfile.js", "const gulp = require('gulp');\ngulp.task('build');")
            .text("pack.js", "const fs = require('fs');\nconst zip = require('archiver');\nzip(fs);"),
      },
      "a part of a server": {
        widget: (w) => w.text("api/leads.js", "export default () => fetch(process.env.ACME_URL);\n"),
      },
      "what the window has as every object has it": script(
        '__defineSetter__.call(null, "a", f); function f() {}',
      ),
      "a branch for other surroundings": script(
        "var root = typeof window !== 'undefined' ? window : global;",
      ),
    },
    bad: {
      "names that are set and read": {
        ...script(
          "    for (i = 0; i < 9; i++) {}\n    w_code = 1;\n    show(total);\n    function show() {}",
        ),
        finds: [
          {
            severity: "error",
            file: "script.js",
            line: 3,
            column: 10,
            message: "i is set without being declared, 2 times: it becomes a global of the whole page.",
            found: "i = 0",
            expected: "let i or const i",
          },
          {
            line: 4,
            message: "w_code is set without being declared: it becomes a global of the whole page.",
          },
          { severity: "warning", line: 5, message: "total is not declared anywhere in the widget." },
        ],
      },
      "a name that one script sets so and another reads, told where it is set": {
        widget: (w) =>
          w
            .script("    system = 1;")
            .text("lib/a.js", "define(function () { go(system.id); go(missing); function go() {} });\n"),
        finds: [
          { file: "lib/a.js", message: "missing is not declared anywhere in the widget." },
          {
            file: "script.js",
            message: "system is set without being declared: it becomes a global of the whole page.",
          },
        ],
      },
      "a name that the window has": {
        ...script('    name = "Ann";'),
        finds: [
          { severity: "error", message: "name is set without being declared: that changes window.name." },
        ],
      },
      "a misprint in a destructuring": {
        ...script("    var a; [a, b] = [1, 2];"),
        finds: [
          {
            line: 3,
            column: 16,
            message: "b is set without being declared: it becomes a global of the whole page.",
          },
        ],
      },
    },
  },
  KM610: {
    good: { "everything inside define": unchanged },
    near: {
      "one object with the widget's code": {
        widget: (w) => w.manifest("widget.code", "acme_notes").script("window.acmeNotes = {};"),
      },
      "the last branch of a library that looks for a loader": entry(
        "(function (f) { typeof define === 'function' && define.amd ? define([], f) : (window.w = f()); })(function () { return W; });",
      ),
      "the browser's own members": script(
        'window.location = "/"; window.name = "acme"; window.onresize = draw;',
      ),
      "a class of one's own": script("function Note() {} Note.prototype.draw = draw; Note.fn = 1;"),
    },
    bad: {
      "new globals": {
        ...script(
          "    window.Calendar = 1;\n    Object.defineProperty(window, 'cal', {});\n    (window.webpackJsonp = []).push(1);",
        ),
        finds: [
          {
            severity: "warning",
            file: "script.js",
            line: 3,
            column: 5,
            message: "Calendar becomes a global of the whole page.",
            found: "window.Calendar = 1",
          },
          { line: 4, message: "cal becomes a global of the whole page." },
          { severity: "note", line: 5, message: "The bundler keeps webpackJsonp as a global of the page." },
        ],
      },
      "the CRM's own loader": {
        ...script("    window.define = undefined;"),
        finds: [{ line: 3, message: "define, which the CRM and all widgets use, is replaced." }],
      },
      "declarations outside define": {
        ...entry("var helpers = {};\ndefine([], function () { return W; });"),
        finds: [{ line: 1, column: 5, message: "helpers becomes a global of the whole page." }],
      },
      "changes of what is shared": {
        ...script(
          "    $.fn.fade = go;\n    $.ajaxSetup({});\n    Array.prototype.last = go;\n    window.fetch = function () {};",
        ),
        finds: [
          { line: 3, message: "jQuery, which all widgets share, gets fade." },
          { line: 4, message: "jQuery.ajaxSetup() changes the requests of the CRM and of all widgets." },
          { line: 5, message: "Array.prototype.last is changed for the whole page." },
          { line: 6, message: "The browser's fetch is replaced for the whole page." },
        ],
      },
    },
  },
  KM611: {
    good: { reading: script('var user = APP.constant("user");') },
    near: {
      "documented calls": script("APP.notifications.show_message({}); APP.sdk.setCallingStatus(true);"),
      copies: script(
        'APP.constant("task_types").slice().sort(f); Object.values(APP.constant("managers")).sort(f); $.extend({}, APP.data);',
      ),
      "an object of that name": script("var APP = {}; APP.foo = 1;"),
    },
    bad: {
      writing: {
        ...script(
          '    APP.foo = 1;\n    APP.constant("user", {});\n    delete AMOCRM.data.x;\n    Object.assign(APP, {});',
        ),
        finds: [
          {
            severity: "error",
            file: "script.js",
            line: 3,
            column: 5,
            message: "APP.foo is changed.",
            found: "APP.foo = 1",
          },
          { line: 4, message: "constant() with two arguments sets a value of the CRM." },
          { line: 5, message: "AMOCRM.data.x is changed." },
          { line: 6, message: "APP is changed." },
        ],
      },
      "data changed in place": {
        ...script(
          '    var types = APP.constant("task_types"); types.sort(f);\n    APP.constant("account").x = 1;\n    APP.data.current_card.model.set("a", 1);',
        ),
        finds: [
          { severity: "warning", line: 3, message: "Data that the CRM gave is changed in place." },
          { severity: "warning", line: 4, message: "Data that the CRM gave is changed in place." },
          { severity: "warning", line: 5, message: "A model of the CRM is changed behind its back." },
        ],
      },
    },
  },
  KM612: {
    good: { "documented members": script("if (APP.isCard()) APP.data.current_card.model.attributes;") },
    near: {
      "a test before the use": script(
        "if (APP.inbox && APP.inbox.toggle) APP.inbox.toggle(); APP.router?.back();",
      ),
      "groups on the way": script(
        "var data = APP.data; data.current_list.models; APP.widgets.notificationsPhone({});",
      ),
      "a parameter that is the environment": script("(function (app) { app.lang_id; })(APP);"),
    },
    bad: {
      others: {
        ...script(
          '    APP.widgets.system.area;\n    APP.constant("version");\n    APP.widgets.system.domain;',
        ),
        finds: [
          {
            severity: "warning",
            file: "script.js",
            line: 3,
            column: 5,
            message: "APP.widgets.system is not documented.",
            found: "APP.widgets.system.area",
          },
          { line: 4, message: 'constant("version") is not documented.' },
        ],
      },
      "old names, and all of it": {
        ...script("    AMOCRM.getV3WidgetsArea();\n    send(APP);\n    function send() {}"),
        finds: [
          { severity: "warning", line: 3, message: "AMOCRM.getV3WidgetsArea() is deprecated." },
          { severity: "note", line: 3, message: "AMOCRM is the old name of APP." },
          {
            severity: "note",
            line: 4,
            message: "The whole environment is handed over, so that nobody can see what is read of it.",
          },
        ],
      },
    },
  },
  KM613: {
    good: { "a comment that explains": script("// the account's id, for the address") },
    near: {
      "prose of all kinds": script(
        "// Note: see the guide (page 5).\n\n// render()\n\n// ms\n\n// e.g. foo(1);\n\n// id = 5\n\n// Kommo sends { id: 5 } here.\n\n// return",
      ),
      "documentation with an example": script("/**\n * @example\n * save();\n */\nvar a;"),
      "notes to tools": script(
        "/* eslint no-var: 0 */ /* global a, b */\n// @ts-ignore(a);\nvar c = /* @__PURE__ */ f();\nfunction f() {}",
      ),
      "an address": script("// https://www.kommo.com/developers/(x);"),
      "a library's comments": { widget: (w) => w.text("lib/vue.min.js", "// go();") },
    },
    bad: {
      statements: {
        ...script(
          '    // var id = APP.constant("account").id;\n\n    //console.log(a)\n\n    /* if (a) {\n      b();\n    } */',
        ),
        finds: [
          {
            severity: "warning",
            file: "script.js",
            line: 3,
            column: 5,
            message: "This comment holds disabled code.",
            found: '// var id = APP.constant("account").id;',
          },
          { line: 5, message: "This comment holds disabled code." },
          { line: 7, message: "This comment holds disabled code." },
        ],
      },
      "lines that belong together, a member, half a block": {
        ...script(
          "    // $.ajax({\n    //   url: a,\n    // });\n\n    // type: 'text',\n\n    // } else {\n    //   go();",
        ),
        finds: [
          { line: 3, message: "This comment holds disabled code." },
          { line: 7, message: "This comment holds disabled code." },
          { line: 9, message: "This comment holds disabled code." },
        ],
      },
    },
  },
  KM614: {
    good: { "a finished script": unchanged },
    near: {
      "a word of Spanish": script("// todo el equipo, todos los días"),
      "a pattern of a number": script('// +7 XXX-XX-XX\nvar mask = "TODO";'),
      "a word of a sentence": script("// Keeps a temporary copy."),
      "a hint for the user": script('self.i18n("x") || "Example: https://example.com/a";'),
      "a hint in the texts": { widget: (w) => w.i18n("en", "card.hint", "https://example.com") },
    },
    bad: {
      "what was put in for a while": {
        ...script("    // TEMPORARY: shows that the file is loaded."),
        finds: [{ line: 3, message: "A note of what is to be done is left: TEMPORARY." }],
      },
      "notes, a switch, and nobody's address": {
        ...script(
          '    // TODO remove\n    if (localStorage.acme_is_dev || self.config.isDev) go();\n    $.get("https://example.com/api?id=" + id);',
        ),
        finds: [
          {
            severity: "warning",
            file: "script.js",
            line: 3,
            column: 5,
            message: "A note of what is to be done is left: TODO.",
            found: "TODO remove",
          },
          {
            line: 4,
            message: "A switch for development is left in the code.",
            found: "localStorage.acme_is_dev",
          },
          { line: 4, message: "A switch for development is left in the code.", found: "self.config.isDev" },
          { line: 5, message: "example.com is nobody's address.", found: "https://example.com/api?id=…" },
        ],
      },
      "filler text, and a note in a style": {
        widget: (w) => w.i18n("en", "card.title", "Lorem ipsum dolor").style("/* FIXME: colour */"),
        finds: [
          { file: "i18n/en.json", message: "A filler text is left.", found: "Lorem ipsum" },
          { file: "style.css", line: 4, message: "A note of what is to be done is left: FIXME." },
        ],
      },
    },
  },
  KM615: {
    good: { "modules of the CRM": unchanged },
    near: {
      "own files": {
        widget: (w) =>
          w
            .text(
              "script.js",
              'define(["jquery", "./lib/a.js", "./lib/b", "text!./t.twig", "css!./style"], function () { return W; });',
            )
            .text("lib/a.js", 'define(["./b.js", "../lib/b"], function () {});')
            .text("lib/b.js", "")
            .text("t.twig", ""),
      },
      "the loader's own names": entry('define(["require", "exports", "text"], function () { return W; });'),
      "names that the widget gives": entry(
        'requirejs.config({ paths: { table: "./lib/table" } });\ndefine(["table"], function () { return W; });',
      ),
      "a version behind the name": {
        widget: (w) =>
          w.text("script.js", 'define(["./a.js?v=1"], function () { return W; });').text("a.js", ""),
      },
      "a build step that was left behind": {
        widget: (w) => w.text("gulpfile.js", "const gulp = require('gulp');\nexports.build = gulp;"),
      },
    },
    bad: {
      "a file that is missing, and one in other letters": {
        widget: (w) =>
          w
            .text("script.js", 'define([\n  "./lib/A.js",\n  "./lib/b.js"], function () { return W; });')
            .text("lib/a.js", ""),
        finds: [
          {
            severity: "error",
            file: "script.js",
            line: 2,
            column: 3,
            message: "The file is written in other letters.",
            found: "./lib/A.js",
            expected: "lib/a.js",
          },
          { severity: "error", line: 3, message: "The archive holds no such file." },
        ],
      },
      "a module that the CRM does not have, and one made at run time": {
        ...entry('define(["lodash"], function () { require(["./lang/" + lang]); return W; });'),
        finds: [
          { severity: "warning", message: "The CRM documents no module lodash." },
          { severity: "note", message: "Which module this is, is decided at run time.", found: "./lang/…" },
        ],
      },
    },
  },
  KM616: {
    good: {
      "a namespace that is taken away": script(
        '$(document).on("click.acme", f); $(document).off(".acme"); function f() {}',
      ),
    },
    near: {
      "a widget that starts once": {
        widget: (w) =>
          w.manifest("widget.init_once", true).script('$(document).on("page:changed", f); function f() {}'),
      },
      "its own elements": script('$(".acme_notes").on("click", f); self.$el.on("click", f); function f() {}'),
      "handlers that end": script(
        'window.addEventListener("resize", f, { once: true }); document.addEventListener("click", f, { signal }); $(document).one("click", f); function f() {}',
      ),
      "a handler that is removed": script(
        'window.addEventListener("resize", f); window.removeEventListener("resize", f); function f() {}',
      ),
      "a timer that is stopped": script("var t = setInterval(f, 9); clearInterval(t); function f() {}"),
      "what comes once": script('document.addEventListener("DOMContentLoaded", f); function f() {}'),
      "a chain": script('$(document).off(".acme").on("click.acme", f); function f() {}'),
    },
    bad: {
      handlers: {
        ...script(
          '    $(document).on("page:changed", f);\n    var $w = $(window); $w.on("resize.acme scroll.acme", ".x", f);\n    window.onresize = f;\n    document.body.addEventListener("click", f);\n    function f() {}',
        ),
        finds: [
          {
            severity: "warning",
            file: "script.js",
            line: 3,
            column: 5,
            message: "The handler of page:changed stays on document when the widget goes.",
          },
          {
            line: 4,
            message: "The handler of resize.acme and scroll.acme stays on window when the widget goes.",
          },
          { line: 5, message: "The handler of resize stays on window when the widget goes." },
          { line: 6, message: "The handler of click stays on body when the widget goes." },
        ],
      },
      "what lasts": {
        ...script(
          "    setInterval(f, 9000);\n    new MutationObserver(f).observe(document, {});\n    new WebSocket(url);\n    function f() {}",
        ),
        finds: [
          { line: 3, message: "This timer is never stopped." },
          { line: 4, message: "This observer is never disconnected." },
          { line: 5, message: "This connection is never closed." },
        ],
      },
    },
  },
};
