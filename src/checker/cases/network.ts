import { unchanged, type CaseTable, type RuleCase } from "./rule-case";

const script = (body: string): RuleCase => ({ widget: (w) => w.script(body) });
const entry = (source: string): RuleCase => ({ widget: (w) => w.text("script.js", source) });
const amocrm = { options: { brand: "amocrm" } } as const;

export const networkCases: CaseTable = {
  KM701: {
    good: { modules: unchanged },
    near: {
      "other elements": script('document.createElement("div"); var kind = "script"; show(kind);'),
      "the trick of libraries": script('div.innerHTML = "<script></script>";'),
      "a method of one's own": script('var shop = { createElement: function () {} }; self.create("script");'),
    },
    bad: {
      "by all names": {
        ...script(
          '    document.createElement("script");\n    const make = document.createElement.bind(document); make("SCR" + "IPT");\n    (function (d, s) { d.createElement(s); })(document, "script");\n    document.querySelector("script").cloneNode(true);',
        ),
        finds: [
          {
            severity: "error",
            file: "script.js",
            line: 3,
            column: 5,
            message: "This adds a script to the page.",
            found: 'document.createElement("script")',
          },
          { line: 4, message: "This adds a script to the page." },
          { line: 5, message: "This adds a script to the page." },
          { line: 6, message: "This adds a script to the page." },
        ],
      },
      "in a library": {
        widget: (w) => w.text("lib/jquery.min.js", 'document.createElement("script");'),
        finds: [
          {
            severity: "warning",
            message: "The library can add scripts to the page. (in the library jquery.min.js)",
          },
        ],
      },
    },
  },
  KM702: {
    good: { "a style": unchanged },
    near: {
      "text that shows code": script('$(".acme").text("<script>");'),
      "the trick of libraries": script('div.innerHTML = "<script></script>";'),
      "data of a form": script('new FormData().append("a", "<script>");'),
      "a worker of its own": script('new Worker(self.get_settings().path + "/worker.js");'),
      "a page of its own": {
        widget: (w) => w.text("login.html", "<!doctype html><html><script>go()</script></html>"),
      },
    },
    bad: {
      markup: {
        ...script("    $('head').append('<script src=\"' + url + '\"></script>');\n    $('<script>', {});"),
        finds: [
          {
            severity: "error",
            file: "script.js",
            line: 3,
            column: 22,
            message: "The markup holds a script.",
          },
          { line: 4, message: "The markup holds a script." },
        ],
      },
      "a fragment, whose scripts run": {
        ...script(
          '    document.head.append(document.createRange().createContextualFragment(`<script src="${url}"></script>`));',
        ),
        finds: [{ severity: "error", line: 3, message: "The markup holds a script." }],
      },
      "jQuery's ways, and the document's": {
        ...script(
          '    $.getScript(url);\n    $.ajax({ url: url, dataType: "jsonp" });\n    $.getJSON("https://acme.com/a?callback=?");\n    document.write("a");\n    new Worker("https://acme.com/w.js");',
        ),
        finds: [
          { line: 3, message: "jQuery.getScript() loads a script." },
          { line: 4, message: "The answer of type jsonp is run as a script." },
          { line: 5, message: "The answer of type jsonp is run as a script." },
          { line: 6, message: "document.write() writes over the page." },
          { line: 7, message: "The worker's code comes from another host." },
        ],
      },
      templates: {
        widget: (w) =>
          w.text(
            "templates/a.twig",
            '<p></p>\n<script type="text/template"></script>\n<script>go()</script>',
          ),
        finds: [
          { severity: "warning", line: 2, message: "A template stands in a script element." },
          { severity: "error", file: "templates/a.twig", line: 3, message: "The markup holds a script." },
        ],
      },
    },
  },
  KM703: {
    good: {
      "a library in define": entry(
        'define(["https://code.jquery.com/ui/1.13.2/jquery-ui.min.js"], function () { return W; });',
      ),
    },
    near: {
      "own modules at run time": script(
        'require(["./lib/" + name], go); require([self.get_settings().path + "/a.js"], go);',
      ),
    },
    bad: {
      "require with an address": {
        ...script(
          '    require(["https://code.jquery.com/a-1.2.js"], go);\n    requirejs.config({ paths: { a: "//acme.com/a" } });',
        ),
        finds: [
          {
            severity: "error",
            file: "script.js",
            line: 3,
            column: 14,
            message: "require() loads code from outside.",
            found: "https://code.jquery.com/a-1.2.js",
          },
          { line: 4, message: "The configuration of RequireJS loads code from outside." },
        ],
      },
      "an address made at run time": {
        ...entry('define(["jquery", "https://" + host + "/a.js"], function () { return W; });'),
        finds: [{ message: "Where this module comes from is decided at run time." }],
      },
    },
  },
  KM704: {
    good: {
      "a public library, in a version": entry(
        'define(["https://code.jquery.com/ui/1.13.2/jquery-ui.min.js"], function () { return W; });',
      ),
    },
    near: { "modules of the CRM": unchanged },
    bad: {
      "one's own code, a source to be looked at, no version": {
        ...entry(
          'define([\n  "https://static.acme.com/app.js",\n  "https://unpkg.com/a@1.2.3/a.js",\n  "https://ajax.googleapis.com/ajax/libs/a.js"], function () { return W; });',
        ),
        finds: [
          {
            severity: "error",
            file: "script.js",
            line: 2,
            column: 3,
            message: "Code comes from static.acme.com.",
          },
          {
            severity: "warning",
            line: 3,
            message: "A library comes from unpkg.com: a moderator will look at it.",
          },
          { severity: "warning", line: 4, message: "The library's version is not named." },
        ],
      },
      "anything on amoCRM": {
        widget: (w) =>
          w.text("script.js", 'define(["https://code.jquery.com/a-1.2.3.js"], function () { return W; });'),
        ...amocrm,
        finds: [
          {
            severity: "error",
            message: "Code comes from code.jquery.com.",
            expected: "a file of the archive",
          },
        ],
      },
    },
  },
  KM705: {
    good: { "a server": script('var api = "https://api.acme.com";') },
    near: {
      "a namespace": script('document.createElementNS("http://www.w3.org/2000/svg", "svg");'),
      "a comment": script("// https://localhost:8080"),
      "a name that only begins so": script('var api = "https://localhost.acme.com";'),
      "what stands in where there is no page": script(
        'var origin = (inPage && window.location.href) || "http://localhost"; new URL(path, "http://localhost");',
      ),
    },
    bad: {
      "a developer's machine, and a tunnel": {
        ...script(
          '    var a = "https://localhost:8080/app.js";\n    var b = "https://1a2b.ngrok.io/x", c = "http://192.168.0.4/y", d = "http://crm.loc/z";',
        ),
        finds: [
          {
            severity: "error",
            file: "script.js",
            line: 3,
            column: 13,
            message: "localhost is a developer's own.",
            found: "https://localhost:8080/app.js",
          },
          { line: 4, message: "1a2b.ngrok.io is a developer's own." },
          { line: 4, message: "192.168.0.4 is a developer's own." },
          { line: 4, message: "crm.loc is a developer's own." },
        ],
      },
      "a hint in the texts, and a base without a host": {
        widget: (w) =>
          w.i18n("en", "card.hint", "https://localhost/x").script('var base = "http://localhost";'),
        finds: [
          { severity: "warning", file: "i18n/en.json", message: "The text names localhost." },
          { severity: "warning", file: "script.js", message: "localhost is a developer's own." },
        ],
      },
    },
  },
  KM706: {
    good: { https: script('$.get("https://api.acme.com/notes");') },
    near: {
      "a namespace": script('document.createElementNS("http://www.w3.org/2000/svg", "svg");'),
      "a test of the beginning": script('if (url.indexOf("http://") === 0) go();'),
      "a test of the browser": script('new URL("http://a");'),
      "a message for developers": script(
        'throw new Error("This is old, see http://acme.com/guide for more");',
      ),
      "a placeholder": { widget: (w) => w.i18n("en", "card.hint", "http://example.com") },
      "the name of a document type": script(
        'if (id === "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd") return quirks;',
      ),
      "a library that makes addresses out of words": {
        widget: (w) => w.text("lib/markdown-it.min.js", 'function f(a) { return "http://" + a; }'),
      },
      "a support link, which KM214 looks at": {
        widget: (w) => w.manifest("widget.support.link", "http://acme.com"),
      },
    },
    bad: {
      "open addresses": {
        ...script(
          '    $.get("http://acme.com/api");\n    new WebSocket("ws://acme.com");\n    $.get("http://" + host + "/a");',
        ),
        finds: [
          {
            severity: "error",
            file: "script.js",
            line: 3,
            column: 11,
            message: "The connection to acme.com is open.",
            found: "http://acme.com/api",
            expected: "https://…",
          },
          { line: 4, message: "The connection to acme.com is open.", expected: "wss://…" },
          { severity: "warning", line: 5, message: "The connection to … is open." },
        ],
      },
      "a link in the texts": {
        widget: (w) => w.i18n("en", "card.hint", '<a href="http://acme.com/help">Help</a>'),
        finds: [
          { severity: "warning", file: "i18n/en.json", message: "A link leads to a page without https." },
        ],
      },
    },
  },
  KM707: {
    good: { handlers: script("$.ajax({ url: url, success: go });") },
    near: {
      "an option of something else": script(
        "var table = makeTable({ async: false }); load({ url: a, async: true });",
      ),
      "a request in the background": script("xhr.open('GET', url, true); xhr.open('GET', url);"),
    },
    bad: {
      "all ways": {
        ...script(
          "    $.ajax({ url: url, async: false });\n    $.ajaxSetup({ async: !1 });\n    xhr.open('GET', url, false);\n    var o = { url: a }; o.async = false; $.ajax(o);",
        ),
        finds: [
          {
            severity: "error",
            file: "script.js",
            line: 3,
            column: 24,
            message: "The page stands still until the server answers.",
            found: "async: false",
          },
          { line: 4, message: "The page stands still until the server answers." },
          { line: 5, message: "The page stands still until the server answers." },
          { line: 6, message: "The page stands still until the server answers." },
        ],
      },
      "an answer that only its own handler uses": {
        ...script(
          '    $.ajax({ url: url, async: false, success: function (answer) { $(".acme").text(answer.name); } });',
        ),
        finds: [{ line: 3, column: 24, message: "The page stands still until the server answers." }],
      },
      "a template": {
        ...script("    Twig.twig({ href: a, async: false });"),
        finds: [{ severity: "note", message: "A template is loaded while the page stands still." }],
      },
    },
  },
  KM708: {
    good: {
      "one request with a list": script('$.ajax({ url: "/api/v4/leads", method: "PATCH", data: leads });'),
    },
    near: {
      "a loop that builds the list": script(
        'ids.forEach(function (id) { leads.push(id); }); $.post("/api/v4/leads", leads);',
      ),
      "a handler bound in a loop": script(
        'rows.forEach(function (row) { row.on("click", function () { $.get("/api/v4/leads/" + row.id); }); });',
      ),
      "pages behind a limit of requests": script(
        'async function all() { for (var page = 1; ; page++) { await limit(); var answer = await fetch("/api/v4/leads?page=" + page); if (!answer.next) return; } }',
      ),
      "pages with a pause": script(
        'async function all() { while (next) { await fetch("/api/v4/leads?page=" + page); await new Promise(function (go) { setTimeout(go, 200); }); } }',
      ),
      "a function that another event calls": script(
        'function load(id) { $.get("/api/v4/leads/" + id); } ids.forEach(function (id) { list.push(id); }); self.on("x", load);',
      ),
      "a server of one's own": script(
        'ids.forEach(function (id) { $.get("https://api.acme.com/api/notes/" + id); });',
      ),
      "one request before the loop": script('for (const lead of await fetch("/api/v4/leads")) show(lead);'),
    },
    bad: {
      "each and for": {
        ...script(
          '    ids.forEach(function (id) { $.ajax("/api/v4/leads/" + id); });\n    for (var i = 0; i < 9; i++) fetch(`/api/v4/leads/${i}`);',
        ),
        finds: [
          {
            severity: "error",
            file: "script.js",
            line: 3,
            column: 33,
            message: "A request to the CRM is sent again and again in a loop.",
            found: '$.ajax("/api/v4/leads/" + id)',
          },
          { line: 4, message: "A request to the CRM is sent again and again in a loop." },
        ],
      },
      "a function that the loop calls": {
        ...script(
          '    function load(id) { return $.get("/api/v4/leads/" + id); }\n    $.each(ids, function () { load(this); });',
        ),
        finds: [{ line: 4, column: 31, message: "A request to the CRM is sent again and again in a loop." }],
      },
      "pages without a pause, and polling": {
        ...script(
          '    async function all() { for (var page = 1; ; page++) { await fetch("/api/v4/leads?page=" + page); } }\n    setInterval(function () { $.get("/api/v4/events"); }, 3000);',
        ),
        finds: [
          { severity: "warning", line: 3, message: "Page after page is asked for without a pause." },
          { severity: "warning", line: 4, message: "The CRM is asked every 3 s." },
        ],
      },
    },
  },
  KM709: {
    good: { "one call with a list": script("self.crm_post(url, { rows: rows }, go);") },
    near: {
      "a handler bound in a loop": script(
        'rows.each(function () { $(this).on("click", function () { self.crm_post(url, 1, go); }); });',
      ),
    },
    bad: {
      "both, in loops": {
        ...script(
          "    rows.each(function () { self.crm_post(url, this, go); });\n    for (var row of rows) self.$authorizedAjax({ url: url });",
        ),
        finds: [
          {
            severity: "error",
            file: "script.js",
            line: 3,
            column: 29,
            message: "crm_post is called again and again in a loop.",
          },
          { line: 4, message: "$authorizedAjax is called again and again in a loop." },
        ],
      },
    },
  },
  KM710: {
    good: {
      "the sender asked, the value shown as text": script(
        "window.addEventListener('message', function (e) { if (e.origin !== HOST) return; $('#x').text(e.data.name); }, { signal });",
      ),
    },
    near: {
      "the channel of a scheduler": script(
        "channel.port1.onmessage = function (e) { eval_(e.data); }; port.postMessage(null);",
      ),
      "messages to itself": script(
        'root.addEventListener("message", function (e) { if (e.source === root) run(); }); root.postMessage("a", "*");',
      ),
      "a sender known by its frame": script(
        "window.addEventListener('message', function (e) { if (e.source !== frame.contentWindow) return; show(e.data); });",
      ),
      "another event": script("window.addEventListener('resize', function (e) { $('#x').html(e.data); });"),
    },
    bad: {
      "markup from a stranger": {
        ...script(
          '    window.addEventListener("message", function (e) {\n      var data = JSON.parse(e.data);\n      $("#x").html(data.text);\n    });',
        ),
        finds: [
          {
            severity: "warning",
            file: "script.js",
            line: 3,
            column: 5,
            message: "Who sent the message is not asked.",
          },
          {
            severity: "error",
            line: 5,
            column: 7,
            message: "What a message brings becomes code or markup.",
            found: '$("#x").html(data.text)',
          },
        ],
      },
      "a handler that is a member of an object": {
        ...script(
          '    const phone = { onMessage: function (e) { $("#x").text(e.data); } };\n    window.addEventListener("message", phone.onMessage);',
        ),
        finds: [{ severity: "warning", line: 4, message: "Who sent the message is not asked." }],
      },
      "code, a message to anybody, an open frame": {
        ...script(
          '    window.onmessage = ({ data, origin }) => { if (origin === HOST) eval(data); };\n    frame.contentWindow.postMessage(data, "*");\n    $("#x").html(\'<iframe src="http://acme.com/a"></iframe>\');',
        ),
        finds: [
          { severity: "error", line: 3, message: "What a message brings becomes code or markup." },
          { severity: "warning", line: 4, message: "The message goes to whatever page stands in the frame." },
          { severity: "warning", line: 5, message: "The frame's page comes without https." },
        ],
      },
    },
  },
  KM711: {
    good: { "one server": script('$.get("https://api.acme.com/notes");') },
    near: {
      "a link": script("$('#x').html('<a href=\"https://acme.com/logo.png\">a</a>');"),
      "a style sheet that brings a font, of which KM506 tells": script(
        "$('head').append('<link rel=\"stylesheet\" href=\"https://fonts.googleapis.com/css?family=A\">');",
      ),
      "a link to one's page at a service that watches elsewhere": script(
        "$('#x').html('<a href=\"https://vk.com/acme\">VK</a>');",
      ),
      "a picture that the CRM gives": script("$('#x').html('<img src=\"' + user.avatar + '\">');"),
      "a picture of the vendor": script("$('#x').html('<img src=\"https://images.kommo.com/a.png\">');"),
    },
    bad: {
      "a tracker, a font, a picture": {
        ...script(
          '    send("https://www.google-analytics.com/collect");\n    load("https://fonts.gstatic.com/s/a.woff2");\n    add(\'<img src="https://acme.com/logo.png">\');',
        ),
        finds: [
          {
            severity: "warning",
            file: "script.js",
            line: 3,
            column: 10,
            message: "Google Analytics watches the users.",
          },
          { line: 4, message: "A font comes from fonts.gstatic.com." },
          { line: 5, message: "A picture comes from acme.com.", found: "https://acme.com/logo.png" },
        ],
      },
    },
  },
  KM712: {
    good: { "the API": script('$.get("/api/v4/leads");') },
    near: {
      "a server of one's own": script('$.get("https://acme.com/ajax/list"); $.get(server + "/ajax/list");'),
      "the name of a module": entry('define(["./lib/ajax/a.js"], function () { return W; });'),
    },
    bad: {
      "private addresses": {
        ...script(
          '    $.get("/ajax/leads/list");\n    $.get("/private/api/v2/json/" + kind);\n    $.get(origin + "/ajax/v1/chats");',
        ),
        finds: [
          {
            severity: "warning",
            file: "script.js",
            line: 3,
            column: 11,
            message: "This address is the CRM's own, and documented nowhere.",
            found: "/ajax/leads/list",
          },
          { line: 4, message: "This address is the CRM's own, and documented nowhere." },
          { line: 5, message: "This address is the CRM's own, and documented nowhere." },
        ],
      },
    },
  },
  KM713: {
    good: { "an address without a host": script('$.get("/api/v4/account");') },
    near: {
      "an account known at run time": script('$.get("https://" + subdomain + ".kommo.com/api/v4/account");'),
      "the vendor's own hosts": script(
        'open("https://www.kommo.com"); open("https://developers.kommo.com/docs"); open("https://apps.amocrm.com");',
      ),
      "a placeholder": { widget: (w) => w.i18n("en", "card.hint", "https://yourdomain.kommo.com") },
      "a site of one's own": script('open("https://kommo.acme.com");'),
    },
    bad: {
      "an account's address": {
        ...script('    $.get("https://opt03.amocrm.ru/api/v4/leads");'),
        finds: [
          {
            severity: "error",
            file: "script.js",
            line: 3,
            column: 11,
            message: "The address of the account opt03 is built in.",
          },
        ],
      },
      "one in the texts, in a private widget": {
        widget: (w) =>
          w.i18n("en", "card.hint", "https://opt03.kommo.com").script('var a = "https://opt03.kommo.com";'),
        options: { profile: "private" },
        finds: [
          {
            severity: "warning",
            file: "i18n/en.json",
            message: "The address of the account opt03 is built in.",
          },
          {
            severity: "warning",
            file: "script.js",
            message: "The address of the account opt03 is built in.",
          },
        ],
      },
    },
  },
};
