import { describe, expect, it } from "vitest";
import { drawPng } from "./cases/draw-png";
import { createSample, type SampleWidget } from "./cases/sample-widget";
import { checkWidget, type CheckOptions } from "./check-widget";
import { emptyConfig } from "./config/check-config";
import { rules } from "./rules";

type Change = (widget: SampleWidget) => SampleWidget;

const sample = createSample();
const script =
  (...lines: readonly string[]): Change =>
  (w) =>
    w.script(lines.map((line) => `    ${line}`).join("\n"));
const style =
  (css: string): Change =>
  (w) =>
    w.style(css);
const check = async (widget: SampleWidget, options: CheckOptions = {}) =>
  (await checkWidget(widget.read, { today: "2026-11-21", ...options })).findings.filter(
    ({ severity }) => severity !== "manual",
  );
const placesOf = async (widget: SampleWidget) =>
  (await check(widget)).map(({ rule, file, line, column }) => ({ rule, file, line, column }));
const library: (code: string) => Change = (code) => (w) =>
  w
    .text("lib/select2.js", `/*! Select2 4.0.13 | MIT */\n${code}\n`)
    .replace("script.js", '["jquery"]', '["jquery", "./lib/select2.js"]');
const asked =
  (label: string, type: string, code: string): Change =>
  (w) =>
    w
      .manifest(`settings.${code}`, { name: "settings.asked", type, required: true })
      .i18n("en", "settings.asked", label);

describe("two things that look alike", () => {
  it.each<[string, string, Change, Change]>([
    [
      "Spanish todos, and TODO",
      "KM614",
      script("// todos los leads, y todo lo demas"),
      script("// TODO remove this"),
    ],
    [
      "the way to the global object, and code from a text",
      "KM608",
      library('var root = Function("return this")();'),
      script("new Function(self.source)();"),
    ],
    [
      "a trick of a library, and a script that is put in",
      "KM702",
      library('var box = document.createElement("div"); box.innerHTML = "<script></script>";'),
      script('$("head").append("<script src=x></script>");'),
    ],
    [
      "a channel of one's own, and messages of any page",
      "KM710",
      script(
        "var channel = new MessageChannel();",
        "channel.port1.onmessage = function (event) { self.go(event.data); };",
      ),
      script(
        'window.addEventListener("message", function (event) { if (event.origin === self.host) $("#x").html(event.data); });',
      ),
    ],
    [
      "an address that is taken apart, and one that is called",
      "KM706",
      library('var url = new URL("http://a");'),
      script('$.get("http://acme.com/notes");'),
    ],
    [
      "a module named confirm, and the browser's",
      "KM603",
      (w) =>
        w
          .script('    confirm({ text: "?" });')
          .replace(
            "script.js",
            'define(["jquery"], function ($)',
            'define(["jquery", "lib/components/base/confirm"], function ($, confirm)',
          ),
      script('confirm("?");'),
    ],
    [
      "variables of the page's root, and its colour",
      "KM501",
      style(":root { --acme-notes-gap: 8px; }"),
      style(":root { color: red; }"),
    ],
    [
      "prose with a colon, and a rule that is switched off",
      "KM507",
      style("/* Note: see the guide of colours. */"),
      style("/* width: 505px; */"),
    ],
    [
      "a link that is looked for first, and one without a version",
      "KM505",
      (w) => w,
      script('$("head").append(\'<link rel="stylesheet" href="\' + self.path + \'/style.css">\');'),
    ],
    [
      "an address in a hint, and one in a description",
      "KM308",
      (w) => w.i18n("en", "settings.notes", "Example: https://acme.com/list"),
      (w) => w.i18n("en", "widget.description", "Read more at https://acme.com/list"),
    ],
    [
      "a placeholder, and an account",
      "KM713",
      script('self.hint = "https://yourdomain.kommo.com";'),
      script('$.get("https://opt03.kommo.com/api/v4/account");'),
    ],
    [
      "a key of another service, and the CRM's password",
      "KM904",
      asked("Acme API key", "pass", "token"),
      asked("amoCRM password", "pass", "password"),
    ],
  ])("%s, are told apart by %s", async (_name, id, near, bad) => {
    const of = async (change: Change) => (await check(change(sample))).filter(({ rule }) => rule === id);

    expect((await of(near)).filter(({ severity }) => severity === "error" || severity === "warning")).toEqual(
      [],
    );
    expect(await of(bad)).toHaveLength(1);
  });

  it("a photograph that fills the picture is never an error", async () => {
    const photo = drawPng(400, 272).map((byte, index) => (index > 60 && index < 90 ? byte ^ 85 : byte));
    const findings = await check(sample.bytes("images/logo_main.png", photo));

    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

describe("a folder and the archive that was packed of it", () => {
  it("have the same findings at the same places", async () => {
    const broken = sample
      .script("    debugger;\n    alert(1);")
      .style("button { margin: 0; }")
      .i18n("en", "widget.name", "Notes");
    const inZip = await placesOf(broken);

    expect(inZip.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["KM603", "KM604", "KM501", "KM311"]),
    );
    expect(await placesOf(broken.inFolder())).toEqual(inZip);
  });

  it("differ where packing has put in junk and other line ends", async () => {
    const packed = sample
      .text("style.css", ".acme_notes {\r\n  margin: 0;\r\n}\r\n")
      .text("__MACOSX/._script.js", "x");

    expect(await check(sample.inFolder())).toEqual([]);
    expect((await check(packed)).map(({ rule, file }) => [rule, file])).toEqual([
      ["KM105", "__MACOSX/"],
      ["KM109", "style.css"],
    ]);
  });
});

describe("a widget that breaks the exact rules, each once", () => {
  const inScript: readonly (readonly [id: string, line: string])[] = [
    ["KM603", "alert(1);"],
    ["KM604", "debugger;"],
    ["KM605", "console.log(self);"],
    ["KM606", "console.trace();"],
    ["KM608", "eval(self.source);"],
    ["KM609", "w_code = 1;"],
    ["KM610", "$.fn.fade = self.fade;"],
    ["KM611", 'APP.constant("user", {});'],
    ["KM612", 'APP.constant("version");'],
    ["KM504", '$("p").hasClass("switcher__on");'],
    ["KM701", 'document.createElement("script");'],
    ["KM702", "$.getScript(self.source);"],
    ["KM705", '$.get("https://localhost:8080/app").fail(self.tell);'],
    ["KM706", '$.get("http://acme.com/api").fail(self.tell);'],
    ["KM707", "$.ajax({ async: false, error: self.tell });"],
    ["KM712", '$.get("/ajax/leads/list").fail(self.tell);'],
    ["KM713", '$.get("https://opt03.kommo.com/api/v4/leads").fail(self.tell);'],
    ["KM901", '$(".js-widget-install").click();'],
    ["KM902", '$(".js-widget-save").click();'],
  ];
  const elsewhere: readonly (readonly [id: string, change: Change])[] = [
    ["KM103", (w) => w.remove("images/logo_min.png")],
    ["KM105", (w) => w.text("images/.DS_Store", "x")],
    ["KM106", (w) => w.text("script.js.map", "{}")],
    ["KM108", (w) => w.bytes("words.txt", Uint8Array.of(0xef, 0xbb, 0xbf, 65))],
    ["KM204", (w) => w.manifest("widget.installation", "true")],
    ["KM207", (w) => w.manifest("widget.interface_version", 1)],
    ["KM209", (w) => w.manifest("locations", ["settings", "lcard-1", "lcrd-1"])],
    ["KM211", (w) => w.manifest("sms", { endpoint: "https://api.acme.com/sms" })],
    ["KM214", (w) => w.manifest("widget.support", undefined)],
    [
      "KM215",
      (w) => w.manifest("settings.size", { name: "settings.notes", type: "number", required: false }),
    ],
    ["KM217", (w) => w.manifest("widget.code", "acme_notes")],
    ["KM218", (w) => w.manifest("widget.colour", "red")],
    ["KM302", (w) => w.text("i18n/es.json", '{ "a": "b" }\n')],
    ["KM304", (w) => w.i18n("en", "card.title", "Заметка")],
    ["KM306", (w) => w.i18n("en", "card.more", "More at help.acme.ru")],
    ["KM309", (w) => w.i18n("en", "card.active", "<iframe></iframe>")],
    ["KM311", (w) => w.i18n("en", "widget.name", "Notes")],
    [
      "KM313",
      (w) =>
        w.i18n("en", "widget.short_description", "A note beside every lead of your sales pipelines today"),
    ],
    ["KM314", (w) => w.i18n("en", "widget.description", "A note beside every lead. ".repeat(16).trim())],
    ["KM316", (w) => w.i18n("en", "card.spelled", "Saved in KOMMO")],
    ["KM401", (w) => w.png("images/logo.png", 120, 42)],
    ["KM406", (w) => w.png("images/tour_1_en.png", 1280, 720)],
    ["KM501", (w) => w.style("button { margin: 0; }\n")],
    ["KM502", (w) => w.style(".control-select { margin: 0; }\n")],
    ["KM506", (w) => w.style('.acme_notes { background: url("https://acme.com/a.png"); }\n')],
    ["KM508", (w) => w.style(":root { --palette-text-primary: #000; }\n")],
    ["KM615", (w) => w.replace("script.js", '["jquery"]', '["jquery", "./lib/A.js"]')],
  ];

  /** These do not go together: without a manifest, say, there is no list of languages to be wrong. */
  const alone: readonly { id: string; change: Change; options?: CheckOptions }[] = [
    { id: "KM101", change: (w) => w.copy("manifest.json", "widget/manifest.json").remove("manifest.json") },
    { id: "KM102", change: (w) => w.named("my-widget-1.2.zip") },
    { id: "KM104", change: (w) => w.remove("script.js") },
    { id: "KM109", change: (w) => w.text("style.css", ".acme_notes {\r\n  margin: 0;\r\n}\r\n") },
    { id: "KM113", change: (w) => w.text("templates/my card.twig", "<p></p>\n") },
    { id: "KM201", change: (w) => w.replace("manifest.json", '"locations": [', '"locations": [,') },
    { id: "KM202", change: (w) => w.manifest("widget.name", "Notes") },
    { id: "KM203", change: (w) => w.manifest("widget.locale", ["en", "xx"]) },
    { id: "KM205", change: (w) => w.manifest("locations", []) },
    { id: "KM206", change: (w) => w.manifest("settings", undefined) },
    { id: "KM208", change: (w) => w.i18n("en", "settings.notes", undefined) },
    { id: "KM210", change: (w) => w.manifest("locations", ["settings", "lcard-1", "sms"]) },
    { id: "KM213", change: (w) => w.manifest("tour.is_tour", false) },
    { id: "KM216", change: (w) => w.manifest("left_menu", { settings: { is_hidden: true } }) },
    { id: "KM219", change: (w) => w, options: { config: { ...emptyConfig, code: "1notes" } } },
    { id: "KM301", change: (w) => w.manifest("widget.locale", ["en", "es"]) },
    {
      id: "KM303",
      change: (w) =>
        w
          .manifest("widget.locale", ["en", "es"])
          .copy("i18n/en.json", "i18n/es.json")
          .i18n("es", "card.title", undefined),
    },
    { id: "KM308", change: (w) => w.i18n("en", "widget.description", "Read more at https://acme.com/list") },
    { id: "KM310", change: (w) => w.i18n("en", "widget.name", "Notes and tasks and calls via Acme") },
    { id: "KM312", change: (w) => w.i18n("en", "widget.name", "Kommo notes via Acme") },
    { id: "KM402", change: (w) => w.bytes("images/logo.png", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0)) },
    { id: "KM403", change: (w) => w.bytes("images/logo.png", padded(320_000)) },
    { id: "KM405", change: (w) => w.manifest("tour.tour_images.en", []) },
    { id: "KM601", change: (w) => w.text("script.js", "export default function () {}\n") },
    {
      id: "KM602",
      change: (w) =>
        w.replace("script.js", "bind_actions: function () {\n        return true;\n      },", ""),
    },
    { id: "KM703", change: script('require(["https://code.jquery.com/jquery-3.7.1.min.js"], self.go);') },
    {
      id: "KM704",
      change: (w) => w.replace("script.js", '["jquery"]', '["jquery", "https://st.acme.com/app-1.0.0.js"]'),
    },
    {
      id: "KM807",
      change: (w) =>
        w
          .manifest("locations", ["settings", "lcard-1", "advanced_settings"])
          .manifest("advanced", { title: "advanced.title" })
          .i18n("en", "advanced.title", "Billing"),
    },
  ];
  /** They look at what a project keeps beside the archive, or at pictures that take a file of their own. */
  const elsewhereTested = "KM111 KM112 KM307 KM317 KM404 KM408 KM409 KM1102 KM1107 KM1201 KM1208".split(" ");

  it.each(alone)("has one finding of $id where nothing else is wrong", async ({ id, change, options }) => {
    const findings = await check(change(sample), options);

    expect(findings.filter(({ rule }) => rule === id)).toHaveLength(1);
  });

  it("leaves out no exact rule", () => {
    const exact = rules.filter(({ kind, brands }) => kind === "exact" && brands.includes("kommo"));
    const broken = [...[...inScript, ...elsewhere].map(([id]) => id), ...alone.map(({ id }) => id)];

    expect([...broken, ...elsewhereTested].sort()).toEqual(exact.map(({ id }) => id).sort());
  });

  it("has exactly one finding of each", async () => {
    const lines = inScript.map(([, line]) => line);
    const broken = elsewhere.reduce((widget, [, change]) => change(widget), script(...lines)(sample));
    const wanted = [...inScript, ...elsewhere].map(([id]) => id);
    const findings = await check(broken, { config: { ...emptyConfig, code: "acme_notes" } });
    const counts = new Map(wanted.map((id) => [id, findings.filter(({ rule }) => rule === id).length]));

    expect([...counts].filter(([, count]) => count !== 1)).toEqual([]);
  });
});

/** A logo with bytes behind its end. */
function padded(size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  bytes.set(drawPng(130, 100));
  return bytes;
}
