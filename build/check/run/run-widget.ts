import type { PageEvidence } from "../../../src/checker/page-evidence";
import { listDefaultAreas } from "../../../src/emulator/page/create-page-data";
import { hasLocation } from "../../../src/emulator/model/read-text";
import { createEmulatorServer } from "../../../src/emulator/server/create-emulator-server";
import type { WidgetFiles } from "../../archive/widget-files";
import { launchChromium } from "../../browser/launch-chromium";
import { bundleClient } from "../../emulator/bundle-client";
import { bundleProbe } from "./bundle-probe";
import { mergeSights } from "./merge-sights";
import type { Theatre } from "./open-stage";
import { tryRemoval, visitArea, type Place, type Visit } from "./visit-area";
import { within } from "./within";

/** Locations that no script runs in. Kommo: Widget locations. */
const silent = new Set(["sms", "mobile_card"]);
/** Where a widget does most, to try it there. */
const preferred = [
  "lcard",
  "ccard",
  "comcard",
  "cucard",
  "llist",
  "clist",
  "advanced_settings",
  "everywhere",
];
const quiet = ["personal_page", "amoforms", "tcalendar", "tline"];
/** Of the whole run. Milliseconds. */
const patience = 180_000;
/** More pages than that take longer each than they save. */
const atOnce = 2;

/**
 * Runs a widget in the emulator and Chromium, every area of its manifest in an account and a page of its own, and gives
 * what was seen. Whatever the widget does, it ends: an area that hangs or goes elsewhere is told as not looked at.
 *
 * @throws UserError KB901 or KB902 where there is no Chromium
 */
export async function runWidget(
  code: string,
  files: WidgetFiles,
  tell: (step: string) => void,
): Promise<PageEvidence> {
  const browser = await launchChromium(tell);
  try {
    const [assets, probe] = await Promise.all([bundleClient(), bundleProbe(code)]);
    const onCrash = (error: unknown) => tell(`the emulator: ${String(error)}`);
    const theatre: Theatre = { browser, probe, widget: { code, files }, assets, onCrash };
    return await visitAll(theatre, await listPlaces(theatre), tell);
  } finally {
    await within(5000, browser.close(), "").catch(() => undefined);
  }
}

async function listPlaces({ widget, assets, onCrash }: Theatre): Promise<readonly Place[]> {
  const server = await createEmulatorServer({ widget, assets, port: 0, onCrash });
  const { model } = server;
  await server.close();
  const row = model.tables.widgets.get(widget.code);
  const has = (area: string) => row !== undefined && hasLocation(row, area);
  const away = quiet.find((area) => !has(area)) ?? "everywhere";
  return listDefaultAreas(model)
    .filter(({ area }) => has(area) && !silent.has(area))
    .map(({ area, url }) => ({ area, url, away }));
}

async function visitAll(
  theatre: Theatre,
  places: readonly Place[],
  tell: (step: string) => void,
): Promise<PageEvidence> {
  const end = performance.now() + patience;
  const visits = new Map<string, Visit>();
  const removal = "";
  const visitOne = async (name: string, visit: () => Promise<Visit>) => {
    if (performance.now() > end)
      return visits.set(name, { failure: "the run had taken too long", sights: [] });
    const begun = performance.now();
    visits.set(name, await visit());
    return tell(
      `${name === removal ? "switching off" : name}: ${((performance.now() - begun) / 1000).toFixed(1)} s`,
    );
  };
  const [home] = [...places].sort((a, b) => rank(a) - rank(b));
  const work = places.map((place) => () => visitOne(place.area, () => visitArea(theatre, place)));
  if (home !== undefined) work.push(() => visitOne(removal, () => tryRemoval(theatre, home)));
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = work.shift(); next !== undefined; next = work.shift()) await next();
    }),
  );
  return {
    areas: places.map(({ area }) => ({ area, failure: visits.get(area)?.failure ?? null })),
    removal: {
      failure:
        home === undefined
          ? "the widget has no area that a page shows"
          : (visits.get(removal)?.failure ?? null),
    },
    sights: mergeSights([...visits.values()].flatMap(({ sights }) => sights)),
  };
}

function rank({ area }: Place): number {
  const place = preferred.indexOf(area);
  return place < 0 ? preferred.length : place;
}
