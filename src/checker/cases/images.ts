import { readListing } from "../config/listing";
import { drawPng } from "./draw-png";
import { unchanged, type CaseTable } from "./rule-case";
import type { SampleWidget } from "./sample-widget";

const encode = (text: string) => new TextEncoder().encode(text);
/** The beginning of a JPEG that says 1188×616. */
const jpeg = new Uint8Array([
  0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0x02, 0x68, 0x04, 0xa4, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1,
]);
const shown = (w: SampleWidget, paths: readonly string[]) => w.manifest("tour.tour_images.en", paths);
const icon = (theme: "light" | "dark" | "both", svg: string) => (w: SampleWidget) =>
  w.text("images/menu.svg", svg).manifest("left_menu", {
    acme: {
      title: "widget.name",
      ...(theme === "both" ? { icon: "images/menu.svg" } : { icons: { [theme]: "images/menu.svg" } }),
    },
  });
const square = (fill: string) =>
  `<svg viewBox="0 0 10 10"><rect width="10" height="10" fill="${fill}"/></svg>`;

export const imageCases: CaseTable = {
  KM401: {
    good: { "the sizes of the table": unchanged },
    near: { "any size for another picture": { widget: (w) => w.png("images/banner.png", 13, 7) } },
    bad: {
      "a pixel too narrow, and one of the old set": {
        widget: (w) => w.png("images/logo_main.png", 399, 272).png("images/logo_min.png", 42, 42),
        finds: [
          {
            file: "images/logo_main.png",
            message: "The picture images/logo_main.png has the wrong size.",
            found: "399×272",
            expected: "400×272",
          },
          {
            message: "The picture images/logo_min.png has the wrong size: it is one of an old set.",
            found: "42×42",
          },
        ],
      },
      "the icon of the form": {
        widget: (w) => w,
        options: { listing: form({ icon: "icon.png" }, { "icon.png": drawPng(100, 100) }) },
        finds: [
          {
            file: null,
            message: "The picture icon.png (listing.json, en) has the wrong size.",
            expected: "400×272",
          },
        ],
      },
    },
  },
  KM402: {
    good: { "PNG files": unchanged },
    near: { "a JPEG that is no logo": { widget: (w) => w.bytes("images/photo.jpg", jpeg) } },
    bad: {
      "a JPEG under the name of a PNG": {
        widget: (w) => w.bytes("images/logo.png", jpeg),
        finds: [
          {
            file: "images/logo.png",
            severity: "error",
            message: "The picture images/logo.png is no PNG.",
            found: "jpeg",
          },
        ],
      },
      "a GIF, on amoCRM": {
        widget: (w) => w.bytes("images/logo.png", encode("GIF89a")),
        options: { brand: "amocrm" },
        finds: [{ severity: "warning", message: "The picture images/logo.png is no PNG.", found: "gif" }],
      },
    },
  },
  KM403: {
    good: { "light pictures": unchanged },
    near: { "exactly 300 KB": { widget: (w) => w.bytes("images/a.png", new Uint8Array(307_200)) } },
    bad: {
      "a picture of 446 KB, and a heavy drawing": {
        widget: (w) =>
          w
            .bytes("images/a.png", new Uint8Array(446 * 1024))
            .text("images/b.svg", `<svg>${" ".repeat(310_000)}</svg>`),
        finds: [
          { file: "images/a.png", severity: "error", message: "The picture is too heavy.", found: "446 KB" },
          { file: "images/b.svg", severity: "note", message: "The picture is too heavy." },
        ],
      },
    },
  },
  KM404: {
    good: { "pictures that stand still": unchanged },
    near: { "a GIF of one picture": { widget: (w) => w.bytes("images/dot.gif", gif(1)) } },
    bad: {
      "a moving logo, and a spinner inside the widget": {
        widget: (w) =>
          w
            .bytes("images/logo.png", drawPng(130, 100, { animated: true }))
            .bytes("images/spinner.gif", gif(2)),
        finds: [
          { file: "images/logo.png", severity: "warning", message: "The picture is animated." },
          { file: "images/spinner.gif", severity: "note", message: "The picture is animated." },
        ],
      },
      "a moving logo on amoCRM": {
        widget: (w) => w.bytes("images/logo.png", drawPng(130, 100, { animated: true })),
        options: { brand: "amocrm" },
        finds: [{ severity: "error", message: "The picture is animated." }],
      },
    },
  },
  KM405: {
    good: { "one slide": unchanged },
    near: {
      "five of them": { widget: (w) => shown(w, ["1", "2", "3", "4", "5"]) },
      "a note among the languages": {
        widget: (w) => w.manifest("tour.tour_images._comment", "the pictures of the tour"),
      },
    },
    bad: {
      none: {
        widget: (w) => shown(w, []),
        finds: [{ file: "manifest.json", line: 25, message: "The tour has 0 slides for en." }],
      },
      six: {
        widget: (w) => shown(w, ["1", "2", "3", "4", "5", "6"]),
        finds: [{ message: "The tour has 6 slides for en." }],
      },
    },
  },
  KM406: {
    good: { "1188×616": unchanged },
    near: {
      "any size for a picture that is no slide": { widget: (w) => w.png("images/banner.png", 1280, 720) },
    },
    bad: {
      "twice the size, and a logo": {
        widget: (w) =>
          shown(w, ["/images/tour_1_en.png", "/images/logo_main.png"]).png(
            "images/tour_1_en.png",
            2376,
            1232,
          ),
        finds: [
          {
            file: "images/logo_main.png",
            severity: "error",
            message: "A logo stands in for a slide: images/logo_main.png.",
          },
          {
            file: "images/tour_1_en.png",
            message: "The slide images/tour_1_en.png has the wrong size.",
            found: "2376×1232",
          },
        ],
      },
      "a JPEG of the right size": {
        widget: (w) => shown(w, ["/images/a.jpg"]).bytes("images/a.jpg", jpeg),
        finds: [{ file: "images/a.jpg", severity: "warning", message: "The slide images/a.jpg is no PNG." }],
      },
    },
  },
  KM407: {
    good: { "a box in the middle": unchanged },
    near: {
      "a box at exactly ten pixels": {
        widget: (w) => w.bytes("images/logo_main.png", drawPng(400, 272, { box: [10, 10, 390, 262] })),
      },
    },
    bad: {
      "a box at nine pixels": {
        widget: (w) => w.bytes("images/logo_main.png", drawPng(400, 272, { box: [9, 10, 390, 262] })),
        finds: [
          {
            file: "images/logo_main.png",
            severity: "warning",
            message: "The picture images/logo_main.png has something in the 10 pixels along its edge.",
          },
        ],
      },
    },
  },
  KM408: {
    good: { "one language": unchanged },
    near: {
      "slides that differ": {
        widget: (w) =>
          w
            .manifest("tour.tour_images.es", ["/images/es.png"])
            .bytes("images/es.png", drawPng(1188, 616, { box: [50, 50, 90, 90] })),
      },
    },
    bad: {
      "one file for two languages, and a copy for a third": {
        widget: (w) =>
          w
            .manifest("tour.tour_images.es", ["/images/tour_1_en.png"])
            .manifest("tour.tour_images.pt", ["/images/pt.png"])
            .png("images/pt.png", 1188, 616),
        finds: [
          {
            file: "images/tour_1_en.png",
            message: "The same slide serves en, es and pt.",
            found: "images/tour_1_en.png, images/pt.png",
          },
        ],
      },
      "one file that is shown twice, told once": {
        widget: (w) => w.manifest("tour.tour_images.es", ["/images/tour_1_en.png", "/images/tour_1_en.png"]),
        finds: [{ file: "images/tour_1_en.png", message: "The same slide serves en and es." }],
      },
    },
  },
  KM409: {
    good: { "a colour for both themes": { widget: icon("both", square("#937AE9")) } },
    near: {
      "black, for the light theme only": { widget: icon("light", square("#000")) },
      "white, for the dark theme only": { widget: icon("dark", square("white")) },
      "the colour of the text around it": { widget: icon("both", square("currentColor")) },
      "a small black dot on a large shape": {
        widget: icon("both", `<svg><g fill="#937AE9"><path d="M0 0h10v10h-10z"/></g><circle r="1"/></svg>`),
      },
    },
    bad: {
      "black as the only icon": {
        widget: icon("both", square("#000000")),
        finds: [
          {
            file: "images/menu.svg",
            severity: "warning",
            message: "The icon is hard to see on #153043.",
            found: "#000000: contrast 1.54",
          },
        ],
      },
      "a script, a handler, a way out, a raster picture and words": {
        widget: icon(
          "both",
          `<svg onload="go()"><script/><a href="https://x.y"/><image/><text fill="#937AE9">a</text>${square("#937AE9")}</svg>`,
        ),
        finds: [
          { line: 1, column: 1, severity: "error", message: "The icon holds a handler." },
          { message: "The icon holds code or a foreign document." },
          { message: "The icon leads outside." },
          { message: "The icon holds a raster picture." },
          { severity: "warning", message: "The icon holds words." },
        ],
      },
      "a PNG, which Kommo's own generator emits": {
        widget: (w) =>
          w.manifest("left_menu", { acme: { title: "widget.name", icon: "images/logo_min.png" } }),
        finds: [{ severity: "warning", message: "The icon of the menu is no SVG.", found: "png" }],
      },
    },
  },
};

function gif(frames: number): Uint8Array {
  const frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 1, 0, 0];
  const head = [...encode("GIF89a"), 1, 0, 1, 0, 0, 0, 0];
  return new Uint8Array([...head, ...Array.from({ length: frames }, () => frame).flat(), 0x3b]);
}

function form(texts: Record<string, unknown>, files: Record<string, Uint8Array>) {
  return readListing(JSON.stringify({ locales: { en: texts } }), () => new Map(Object.entries(files)));
}
