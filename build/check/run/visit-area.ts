import type { Sight } from "../../../src/checker/page-evidence";
import { openStage, type Stage, type Theatre } from "./open-stage";
import { Obstacle, within } from "./within";

export interface Place {
  readonly area: string;
  readonly url: string;
  /** An area in which the widget is not, to go away to. */
  readonly away: string;
}

export interface Visit {
  readonly failure: string | null;
  readonly sights: readonly Sight[];
}

/** Of one area in all. Milliseconds. */
const patience = 45_000;
const narrow = { width: 1024, height: 720 };

/**
 * Opens an area as a user does, in a wide and in a narrow window, in the light and in the dark theme, leaves it and
 * comes back, and says what the widget did meanwhile.
 */
export async function visitArea(theatre: Theatre, place: Place): Promise<Visit> {
  return perform(theatre, place.area, (stage) => act(stage, place));
}

/** Switches the widget off after it was at work, leaves and comes back, and says what is still there. */
export async function tryRemoval(theatre: Theatre, place: Place): Promise<Visit> {
  const early = new Set<string>();
  const { failure, sights } = await perform(theatre, "disable", async (stage) => {
    await stage.goTo(`${place.url}?plain&still`);
    // What the settings window throws when it opens has nothing to do with switching off.
    await stage.drive("openSettings");
    for (const { kind, subject } of await stage.collect()) if (kind === "error") early.add(subject);
    if ((await stage.drive("disable")) !== true)
      throw new Obstacle("the widget did not let itself be switched off");
    await stage.drive("open", place.away);
    await stage.drive("open", place.area);
    await stage.probe("lookForRemains");
  });
  return {
    failure,
    sights: sights.flatMap((sight) => {
      if (sight.kind === "error")
        return early.has(sight.subject) ? [] : [{ ...sight, kind: "late-error" as const }];
      return sight.kind === "remains" ? [sight] : [];
    }),
  };
}

async function perform(
  theatre: Theatre,
  area: string,
  play: (stage: Stage) => Promise<unknown>,
): Promise<Visit> {
  const stage = await openStage(theatre, area);
  try {
    const failure = await within(patience, play(stage), `it took longer than ${patience / 1000} s`).then(
      () => null,
      (error: unknown) => {
        if (error instanceof Obstacle) return error.message;
        throw error;
      },
    );
    return { failure, sights: await stage.collect() };
  } finally {
    await stage.close();
  }
}

async function act(stage: Stage, { area, url, away }: Place): Promise<void> {
  await stage.goTo(`${url}?plain&still`);
  await stage.probe("lookAtLayers");
  await stage.page.setViewportSize(narrow);
  await stage.probe("lookAtLayers");
  await show(stage, area);
  await stage.probe("lookAtLayers");
  await stage.probe("lookAtContent", area, "light");
  await stage.probe("lookAtChanges", area);

  await stage.drive("open", away);
  await stage.probe("lookAtChanges", null);
  await stage.probe("count");
  await stage.drive("open", area);
  // Where a node lay can be told only while its page is there.
  await stage.probe("lookAtChanges", area);
  await stage.drive("open", away);
  await stage.probe("count");
  await stage.probe("lookAtChanges", null);

  await stage.goTo(`${url}?plain&still&theme=dark`);
  await show(stage, area);
  await stage.probe("lookAtContent", area, "dark");
}

/** Does what a user does to see the widget there. */
async function show(stage: Stage, area: string): Promise<void> {
  if (area === "settings") await stage.drive("openSettings");
  if (/^(?:[lct]|cu)list$/.test(area)) {
    await stage.drive("select");
    await stage.drive("runListAction");
  }
  if (area !== "digital_pipeline") return;
  await stage.click(".js-add-trigger");
  await stage.probe("lookAtChanges", area);
  await stage.drive("openPipelineAction");
}
