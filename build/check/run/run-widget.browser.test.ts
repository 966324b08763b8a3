import { describe, expect, it } from "vitest";
import { createSample, type SampleWidget } from "../../../src/checker/cases/sample-widget";
import { checkWidget } from "../../../src/checker/check-widget";
import { createProjectSource } from "../../dev/project-source";
import type { WidgetFiles } from "../../archive/widget-files";
import { findPackageRoot } from "../../package-root";
import { runWidget } from "./run-widget";

const code = "acme_notes";

/** What the run finds beside the files alone: `rule severity place: message [found]`. */
async function run(files: WidgetFiles, name = code) {
  const page = await runWidget(name, files, () => undefined);
  const check = (evidence: typeof page | null) => checkWidget(files, { page: evidence, today: "2026-11-21" });
  const [before, after] = [await check(null), await check(page)];
  const known = new Set(before.findings.map((one) => JSON.stringify(one)));
  const findings = after.findings
    .filter((one) => one.severity !== "manual" && !known.has(JSON.stringify(one)))
    .map(({ rule, severity, file, line, message, found }) => {
      const place = file === null ? "" : ` ${file}:${line}`;
      return `${rule} ${severity}${place}: ${message} [${found}]`;
    });
  return { page, findings };
}

/** A widget that does this in `init`, whose first line is line 24 of script.js. */
function doing(lines: readonly string[], locations: readonly string[]): SampleWidget {
  return createSample()
    .manifest("locations", locations)
    .replace("script.js", "init: function () {\n", `init: function () {\n${lines.join("\n")}\n`);
}

// By ways that no reader of the files can follow.
const misdeeds = [
  'var $menu = $("#" + ["left", "menu"].join("_")); $menu.append("<b>Buy</b>");',
  '$("[data-" + "code=komponent_neighbour]").hide();',
  'var veil = document.createElement("div"); veil.className = "acme_notes__veil"; veil.style["posi" + "tion"] = "fixed"; Object.assign(veil.style, { left: "0", top: "0", width: "40%", height: "40%" }); document.body.appendChild(veil);',
  'var bar = $("<div class=acme_notes__bar>bar</div>"); bar.css(["bottom", "left", "right"].reduce(function (all, side) { all[side] = 0; return all; }, { position: ["fi", "xed"].join("") })); $("body").append(bar);',
  'self.timer = window["set" + "Interval"](function () {}, 10000); $(document)["o" + "n"]("resize", function () {});',
  'Object.keys(console).forEach(function (name) { if (name === "in" + "fo") console[name]("hello"); });',
  'Object.getOwnPropertyNames(window).forEach(function (name) { if (name === "al" + "ert") window[name]("hello"); });',
  'var request = new XMLHttpRequest(); request["op" + "en"]("GET", "/api/v4/account", !1 && true); request.send();',
  'var host = ["com", "acme-tracker", "pixel"].reverse().join("."); new Image().src = "https://" + host + "/a.png"; $("head").append($("<scr" + "ipt>", { src: "https://" + host + "/a.js" }));',
  'var zone = $("<div>").css({ position: ["fi", "xed"].join(""), left: 0, top: 300, width: 60, height: 60 }).appendTo("body"); zone[0]["add" + "EventListener"]("dr" + "op", function () {});',
  '$(".acme_notes__text").text("Hard to read").css("color", "rgb(" + [200, 200, 200] + ")");',
];

describe("--run", () => {
  it("finds nothing in this repository's own widget, in any of its areas", async () => {
    const source = createProjectSource(findPackageRoot());
    const { files } = await source.read(null);
    await source.close();
    const { page, findings } = await run(files ?? new Map(), source.code);

    expect(findings).toEqual([]);
    expect(page.areas).toEqual(
      ["lcard", "ccard", "llist", "settings", "advanced_settings", "digital_pipeline"].map((area) => ({
        area,
        failure: null,
      })),
    );
    expect(page.removal.failure).toBe(null);
  });

  it("finds what only a page shows, with its line", async () => {
    const { page, findings } = await run(doing(misdeeds, ["settings", "lcard-1"]).read.files);

    expect(page.removal.failure).toBe(null);
    expect(findings).toEqual([
      'KM510 warning: A text is hard to read in lcard. [#c8c8c8 on #ffffff in the light theme: p.acme_notes__text "Hard to read" has a contrast of 1.7, below 4.5]',
      "KM616 warning: With each visit there is more of what stays in settings and lcard. [div: 4 more nodes]",
      expect.stringMatching(
        /^KM702 error: A script comes from pixel\.acme-tracker\.com, which no file names, in settings and lcard\. \[script: https:\/\/pixel\.acme-tracker\.com\/a\.js\b/,
      ),
      "KM711 warning: pixel.acme-tracker.com, which no file names, is contacted in settings and lcard. [image: https://pixel.acme-tracker.com/a.png]",
      "KM802 warning: Controls of the CRM are covered in settings and lcard. [div.acme_notes__veil: 768 × 432 px over input.list-top-search__input, a.aside__list-item, a.aside__list-item and 8 more; the window has 1920 × 1080 px]",
      "KM803 warning: Something lies along the bottom of the page in settings and lcard. [div.acme_notes__bar: it stays at the bottom of the window, 1920 × 20 px]",
      "KM811 warning: After the widget was switched off, a style sheet of it is still there. [link style.css]",
      "KM811 error: After the widget was switched off, a node of it is still there. [b]",
      "KM811 error: After the widget was switched off, a node of it is still there. [div.acme_notes__veil]",
      "KM811 error: After the widget was switched off, a node of it is still there. [div.acme_notes__bar]",
      "KM811 error: After the widget was switched off, a node of it is still there. [div]",
      "KM804 error script.js:22: The CRM's left menu is changed in settings and lcard. [nav#left_menu: b was put into it]",
      "KM810 error script.js:23: The block of another widget is changed in settings. [div#komponent_neighbour: its style was changed]",
      "KM810 error script.js:23: The block of another widget is changed in lcard. [div.card-widgets__widget: its style was changed]",
      "KM810 error script.js:23: The block of another widget is changed in lcard. [div.js-widget-caption-block: its style was changed]",
      "KM811 error script.js:26: After the widget was switched off, a timer of it is still there. [setInterval]",
      "KM811 error script.js:26: After the widget was switched off, a listener of it is still there. [resize on document]",
      "KM605 error script.js:27: console.info writes to the console in settings and lcard. [hello]",
      "KM603 error script.js:28: alert() stops the whole CRM in settings and lcard. [hello]",
      "KM707 error script.js:29: The page stands still until the server answers in settings and lcard. [GET /api/v4/account]",
      "KM805 warning script.js:31: Something can be dropped on controls of the CRM in settings and lcard. [div: over the left menu (60 × 60 px at 0, 300)]",
    ]);
  });

  it("lets a widget put its buttons into the bar above its own page, and nowhere else above it", async () => {
    const { findings } = await run(
      createSample()
        .manifest("locations", ["settings", "advanced_settings"])
        .manifest("advanced", { title: "card.title" })
        .replace(
          "script.js",
          "destroy: function () {},",
          'destroy: function () {}, advancedSettings: function () { var top = ".content" + "__top"; $(top + "__preset").css("float", "left"); $(".list__body" + "-right__top").append("<b>Save</b>"); $("#work" + "_area").append("<i>x</i>"); },',
        ).read.files,
    );

    expect(findings.filter((finding) => finding.includes("no interface"))).toEqual([
      "KM801 warning script.js:33: A part of the CRM that is no interface of a widget's is changed in advanced_settings. [div#work_area: i was put into it]",
    ]);
  });

  it("ends whatever a widget does, and says which areas it could not see and why", async () => {
    const { page } = await run(
      doing(
        [
          "var area = self.system().area;",
          'if (area === "comcard") for (;;) {}',
          'if (area === "ccard") for (var i = 0; i < 100000; i += 1) { alert(i); window.open("/"); }',
          'if (area === "tlist") location.href = "https://elsewhere.acme.com/";',
          'if (area === "llist") for (var j = 0; j < 30000; j += 1) document.body.appendChild(document.createElement("i"));',
          'if (area === "clist") location.reload();',
          'if (area === "culist") Object.defineProperty(Array.prototype, "push", { value: null });',
        ],
        ["comcard-1", "ccard-1", "llist-1", "clist-1", "tlist-1", "culist-1"],
      ).read.files,
    );

    const failures = Object.fromEntries(page.areas.map(({ area, failure }) => [area, failure]));
    expect(failures).toEqual({
      ccard: null,
      comcard: "the page did not answer within 20 s",
      llist: null,
      clist: "the widget loads the page anew again and again",
      culist: null,
      tlist: "the widget left the page for elsewhere.acme.com",
    });
    // The areas are visited two at a time, and end in any order.
    expect(page.sights.map(({ kind, subject, detail }) => `${kind} ${subject}: ${detail}`).sort()).toEqual([
      "dialog alert: 0",
      "dialog open: /",
      "error The widget changes Array.prototype.push for the whole page: the CRM and every other widget stand on it. It does not do what the language says, so the browser's own is back.: ",
      "error The widget loads the page again, in init, while nobody has pressed anything.: ",
      "error The widget sends the page to https://elsewhere.acme.com/, in init, while nobody has pressed anything.: ",
      "growth i: 30000 more nodes",
      "remains link style.css: a style sheet",
    ]);
  });
});
