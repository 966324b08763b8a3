import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Tour } from "../../src/manifest";
import { createProblem, UserError } from "../../src/manifest/problem";
import { launchChromium } from "../browser/launch-chromium";
import { readText, type Options } from "../cli/read-options";
import { createWidgetCompiler } from "../compile-widget";
import { evaluateManifest } from "../manifest/evaluate-manifest";
import { loadManifest } from "../manifest/load-manifest";
import { openProject } from "../project/open-project";
import { readEnvironment } from "../project/read-environment";
import { readTexts } from "../texts";
import { drawSlides } from "../tour/draw-slides";

const tourFile = "widget/tour.ts";

/**
 * Draws the slides of the manifest's `tour` anew, as `widget/tour.ts` describes them, from the widget as it is now.
 *
 * @throws UserError KB630 where both name another number of slides, and what the widget's own build finds
 */
export async function runTour(options: Options): Promise<number> {
  const project = openProject(readText(options, "root") ?? ".");
  const environment = readEnvironment(project.root, process.env);
  const { manifest } = await loadManifest(project, environment);
  const { value } = await evaluateManifest({ ...project, manifest: tourFile });
  const tour = value as Tour;
  const images = Object.entries(manifest.tour?.images ?? {});
  for (const [locale, paths] of images) checkNumber(tour, locale, paths);

  // Without its tour: the slides may not be there yet.
  const compiler = createWidgetCompiler(
    project,
    { ...manifest, tour: undefined },
    { minify: false, sourceMap: false, environment },
  );
  const { files } = await compiler.compile(readTexts(project.root, manifest.locales), null);
  await compiler.dispose();

  const browser = await launchChromium();
  try {
    for (const [locale, paths] of images) {
      const script = tour[locale as keyof Tour];
      if (!script) continue;
      const slides = await drawSlides(browser, { code: manifest.name, files }, locale, script);
      slides.forEach((slide, index) => writeFileSync(join(project.root, paths[index] ?? ""), slide));
      console.log(paths.join("\n"));
    }
  } finally {
    await browser.close();
  }
  return 0;
}

function checkNumber(tour: Tour, locale: string, paths: readonly string[]): void {
  const slides = tour[locale as keyof Tour]?.slides ?? [];
  if (slides.length === paths.length) return;
  throw new UserError(
    createProblem({
      code: "KB630",
      message: `The manifest names ${paths.length} slides for "${locale}", and ${tourFile} describes ${slides.length}.`,
      file: tourFile,
      expected: "as many slides as tour.images of the manifest names",
      fix: "describe what is missing, or name what is there.",
    }),
  );
}
