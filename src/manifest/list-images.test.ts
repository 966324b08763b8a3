import { expect, it } from "vitest";
import { manifestOf } from "./fixtures/manifest-of";
import { listImages } from "./list-images";

it("asks for the five logos of every widget", () => {
  const images = listImages(manifestOf()).map(({ path, size }) => `${path} ${size?.width}×${size?.height}`);

  expect(images).toEqual([
    "images/logo.png 130×100",
    "images/logo_main.png 400×272",
    "images/logo_medium.png 240×84",
    "images/logo_min.png 84×84",
    "images/logo_small.png 108×108",
  ]);
});

it("asks for the tile's logo, the slides and the menu icons where the manifest has them, each once", () => {
  const manifest = manifestOf({
    locations: { digital_pipeline: true, widget_page: true },
    tour: { images: { en: ["images/tour.png"], es: ["images/tour.png"] } },
    leftMenu: {
      items: { home: { icons: { light: "images/a.svg", dark: "images/b.svg" }, icon: "images/a.svg" } },
    },
  });

  expect(listImages(manifest).slice(5)).toEqual([
    {
      path: "images/logo_dp.png",
      size: { width: 174, height: 109 },
      use: "the tile of the pipeline's automation",
    },
    { path: "images/tour.png", size: { width: 1188, height: 616 }, use: 'the tour in "en"' },
    { path: "images/a.svg", size: null, use: 'the menu item "home"' },
    { path: "images/b.svg", size: null, use: 'the menu item "home"' },
  ]);
});
