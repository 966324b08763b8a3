import { afterAll, beforeAll, expect, it } from "vitest";
import { countLeftovers, watchLeftovers } from "../build/browser/count-leftovers";
import { buildPlaybook, type BuiltPlaybook } from "./support/build-playbook";
import { openWidget, type OpenedWidget } from "./support/open-widget";
import { skipPainting } from "./support/skip-painting";

let playbook: BuiltPlaybook;
let widget: OpenedWidget;

beforeAll(async () => {
  playbook = await buildPlaybook();
  widget = await openWidget(playbook.archive);
});

afterAll(async () => {
  await widget?.close();
  playbook?.dispose();
});

/** Goes to the lead's card and away from it, so many times. */
async function visitCards(times: number): Promise<void> {
  await widget.page.evaluate(async (count) => {
    const { emulator } = window as unknown as { emulator: { open(area: string): Promise<void> } };
    for (let visit = 0; visit < count; visit++) {
      await emulator.open("lcard");
      await emulator.open("everywhere");
    }
  }, times);
  await widget.page.locator("#dashboard_holder").waitFor();
}

it("has grown in nothing after 1,000 visits of a card since the tenth", { timeout: 400_000 }, async () => {
  const { page } = widget;
  await skipPainting(widget.context);
  await watchLeftovers(page);
  await page.goto(`${widget.url}/dashboard/?plain`);
  const session = await widget.context.newCDPSession(page);
  await visitCards(10);
  const before = await countLeftovers(page, session);

  await visitCards(990);

  const after = await countLeftovers(page, session);
  // Fewer is fine. A timer that is under way at the moment of counting is no leak; a leak would show a thousand times.
  for (const [what, count] of Object.entries(after)) {
    const allowed = before[what as keyof typeof before] + (what === "timers" ? 1 : 0);
    expect(count, `${what}: ${allowed} after 10 visits, ${count} after 1,000`).toBeLessThanOrEqual(allowed);
  }
});
