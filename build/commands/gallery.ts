import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { states } from "../../src/emulator/pages/gallery/states";
import { hasLocation } from "../../src/emulator/model/read-text";
import { createEmulatorServer, type EmulatorServer } from "../../src/emulator/server/create-emulator-server";
import { listDefaultAreas } from "../../src/emulator/page/create-page-data";
import { createProblem, UserError } from "../../src/manifest/problem";
import { launchChromium } from "../browser/launch-chromium";
import { readText, type Options } from "../cli/read-options";
import { createArchiveSource } from "../dev/archive-source";
import { createProjectSource } from "../dev/project-source";
import { bundleClient } from "../emulator/bundle-client";
import { findRoot } from "../project/open-project";

/**
 * Draws the widget in every area that its manifest lists, in each of its languages and in each state of the gallery,
 * and writes the pictures to `<out>/<area>/<language>-<state>.png`.
 *
 * @throws UserError KB830 where the widget lists no area, and what the widget's own build finds
 */
export async function runGallery(options: Options): Promise<number> {
  const root = findRoot(readText(options, "root") ?? ".");
  const path = readText(options, "widget");
  const out = resolve(readText(options, "out") ?? join(root, "dist", "gallery"));
  const source = path === undefined ? createProjectSource(root) : createArchiveSource(resolve(path));
  const [{ files, problems }, assets] = await Promise.all([source.read(null), bundleClient()]);
  await source.close();
  if (files === null) throw new UserError(problems);

  const server = await createEmulatorServer({ widget: { code: source.code, files }, assets, port: 0 });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    const pictures = listPictures(server, source.code);
    for (const { area, name, address } of pictures) {
      await page.goto(`${server.url.replace(/\/$/, "")}${address}`);
      await page.locator('html[data-emulator="ready"]').waitFor({ state: "attached" });
      await page.waitForLoadState("networkidle");
      mkdirSync(join(out, area), { recursive: true });
      writeFileSync(join(out, area, name), await page.screenshot());
    }
    console.log(`${pictures.length} pictures in ${out}`);
  } finally {
    await browser.close();
    await server.close();
  }
  return 0;
}

interface Picture {
  readonly area: string;
  readonly name: string;
  readonly address: string;
}

function listPictures({ model }: EmulatorServer, code: string): Picture[] {
  const widget = model.tables.widgets.get(code);
  const areas = listDefaultAreas(model).filter(
    ({ area }) => widget !== undefined && hasLocation(widget, area),
  );
  const locales = widget?.manifest.locale.filter((locale) => /^(en|es|pt|ru)$/.test(locale)) ?? [];
  if (areas.length === 0 || locales.length === 0) {
    throw new UserError(
      createProblem({
        code: "KB830",
        message:
          "There is nothing to draw: the widget's manifest lists no location or no language of the emulator.",
        file: "manifest.json",
        expected: "locations such as lcard-1, and a locale out of en, es, pt and ru",
        fix: "list them in the manifest.",
      }),
    );
  }
  return areas.flatMap(({ area, url }) =>
    locales.flatMap((locale) =>
      states.map(({ id, query }) => ({
        area,
        name: `${locale}-${id}.png`,
        address: `${url}?plain&still&show&locale=${locale}${query}`,
      })),
    ),
  );
}
