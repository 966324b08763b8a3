import { expect, it } from "vitest";
import { createSample, type SampleWidget } from "./cases/sample-widget";
import { checkWidget } from "./check-widget";

const sample = createSample();
const text = (path: string, content: string) => (w: SampleWidget) => w.text(path, content);
const times = (piece: string, bytes: number) => piece.repeat(Math.floor(bytes / piece.length));
const script = (code: string) => text("script.js", code);
const numbered = <T>(count: number, piece: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => piece(index));

// Each grows with the square of its size in a careless rule. The limit is of computing, and generous: what grows with
// the square takes minutes.
it.each<[string, (w: SampleWidget) => SampleWidget]>([
  ["tags that never end", text("a.twig", times('<a "', 1_900_000))],
  [
    "sections of a template that never end",
    (w) => w.text("a.twig", times("{{", 1_900_000)).script('    self.load("/a.twig");'),
  ],
  ["comments that never end", text("style.css", times("/*", 580_000))],
  ["data in styles that never ends", text("style.css", times("a{b:url(data:", 300_000))],
  ["rules without end", text("style.css", times(".a .b{c:d}\n", 300_000))],
  ["styles of a picture", text("images/a.svg", times("<svg><style>", 1_900_000))],
  ["carriage returns", text("a.txt", times("\r", 1_900_000))],
  ["a sum of many texts", script(`define(function () { x = ${times('"a/b" + ', 500_000)}1; });`)],
  ["a chain of many calls", script(`define(function () { $(".a")${times(".find(b)", 400_000)}; });`)],
  [
    "many small functions",
    script(`define(function () { ${times("f(function () { return a.b; });\n", 400_000)} });`),
  ],
  [
    "many catch blocks and comments",
    script(`define(function () { ${times("try {} catch (e) {} /* a */\n", 400_000)} });`),
  ],
  ["many licence banners", script(times("/*! a v1.0.0 MIT */ f();\n", 400_000))],
  ["many signatures of libraries", script(times('f("Select2");\n', 400_000))],
  ["tokens that never end", script(`define(function () { x = "${times("-eyJ", 400_000)}"; });`)],
  ["addresses that never end", script(`define(function () { x = "${times("http://a", 400_000)}"; });`)],
  ["many open addresses", script(`define(function () { ${times('f("http://a.bc/1");\n', 400_000)} });`)],
  [
    "many links",
    script(`define(function () { ${times("f(\"<a href='https://a.bc/1'>x</a>\");\n", 400_000)} });`),
  ],
  ["a key that stands there again and again", text("i18n/en.json", `{${times('"a":1,', 1_900_000)}"b":1}`)],
  [
    "names of files that are put together",
    script(
      `define(function () { ${numbered(20_000, (index) => `f(p + "/a${index}/" + n + ".css");\n`).join("")} });`,
    ),
  ],
  [
    "many ways to save",
    script(
      `define(function () { ${times("this.callbacks = { onSave: function () { $.post(u); return true; } };\n", 400_000)} });`,
    ),
  ],
  [
    "many fields",
    (w) =>
      w.manifest("settings", Object.fromEntries(numbered(30_000, (index) => [`f${index}`, { type: "url" }]))),
  ],
  [
    "many languages",
    (w) =>
      w.manifest(
        "widget.locale",
        numbered(100_000, (index) => `l${index}`),
      ),
  ],
  [
    "many locations",
    (w) =>
      w.manifest(
        "locations",
        numbered(100_000, (index) => `l${index}`),
      ),
  ],
  [
    "many keys",
    (w) =>
      w.text(
        "manifest.json",
        JSON.stringify({
          ...JSON.parse(read(w, "manifest.json")),
          ...Object.fromEntries(numbered(50_000, (index) => [`location${index}`, 1])),
        }),
      ),
  ],
  [
    "many texts that one language lacks",
    (w) =>
      w
        .manifest("widget.locale", ["en", "es"])
        .copy("i18n/en.json", "i18n/es.json")
        .text(
          "i18n/en.json",
          JSON.stringify(Object.fromEntries(numbered(30_000, (index) => [`k${index}`, "a b c"]))),
        ),
  ],
  ["a key of dots", (w) => w.text("i18n/en.json", JSON.stringify({ [times(".", 500_000)]: "a" }))],
  ["a text of dots and dashes", (w) => w.i18n("en", "widget.description", times("a-a.", 500_000))],
  ["arrays in arrays", text("manifest.json", times("[", 1_900_000))],
  [
    "many slides",
    (w) =>
      w.manifest(
        "tour.tour_images.en",
        numbered(30_000, () => "/images/tour_1_en.png"),
      ),
  ],
  ["many files that name each other", addFiles],
])(
  "a widget with %s is checked in seconds and in bounded memory",
  async (_name, change) => {
    const before = process.memoryUsage().rss;
    const start = process.cpuUsage();

    await checkWidget(change(sample).read);

    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(20_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(600 * 1024 * 1024);
  },
  60_000,
);

function addFiles(widget: SampleWidget): SampleWidget {
  const files = new Map(widget.read.files);
  for (let index = 0; index < 3000; index++)
    files.set(`lib/f${index}.js`, new TextEncoder().encode(`define(["./f${index + 1}"], function () {});\n`));
  return { ...widget, read: { ...widget.read, files, entries: [...files.keys()] } };
}

function read(widget: SampleWidget, path: string): string {
  return new TextDecoder().decode(widget.read.files.get(path));
}
